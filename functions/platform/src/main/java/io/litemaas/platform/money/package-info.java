/** Money is exact: decimal from the parser on, with its currency, and never a binary fraction. */
package io.litemaas.platform.money;
