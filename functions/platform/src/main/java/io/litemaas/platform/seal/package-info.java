/**
 * Secrets that must be kept because they are needed again. What is stored is sealed with a key that only configuration
 * holds, and bound to the row it lies in: neither the database alone nor the key alone gives anything, and a sealed text
 * that is moved to another row can't be opened there.
 */
package io.litemaas.platform.seal;
