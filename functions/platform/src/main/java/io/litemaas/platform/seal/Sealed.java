package io.litemaas.platform.seal;

/**
 * A secret as it may be stored.
 *
 * @param keyId the key that opens it
 * @param nonce 12 bytes, never used twice with that key
 * @param ciphertext with the tag that shows any change
 */
@SuppressWarnings("ArrayRecordComponent") // bound into SQL, never compared
public record Sealed(String keyId, byte[] nonce, byte[] ciphertext) {}
