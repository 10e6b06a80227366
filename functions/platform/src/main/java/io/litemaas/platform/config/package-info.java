/** The settings that every room shares, typed, under the prefix {@code litemaas}. */
package io.litemaas.platform.config;
