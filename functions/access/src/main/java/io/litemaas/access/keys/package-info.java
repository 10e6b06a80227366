/**
 * Virtual keys. A key is a name, limits and history; its credential is what LiteLLM knows by hash. The value is derived
 * from a pepper, a nonce and the caller's own Idempotency-Key, so it is stored nowhere and a lost answer can be given
 * again. Issuing is a saga that may die at any step ({@link io.litemaas.access.keys.KeyIssuance}).
 */
package io.litemaas.access.keys;
