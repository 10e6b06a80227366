/** Identifiers, and the one source of randomness that they and all secrets come from. */
package io.litemaas.platform.id;
