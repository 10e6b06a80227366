/** One way to read and write JSON: decimals stay decimals, and what a caller misspells is an error. */
package io.litemaas.platform.json;
