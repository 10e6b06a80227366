package io.litemaas.platform.caller;

import java.util.Arrays;
import java.util.Optional;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;

/** By what access tokens may be signed (RFC 7518), which goes by the type of the key; so neither {@code none} nor HS256 passes. */
public enum TokenAlgorithm {
    /** With at least 2048 bits. What new installations have: to verify it takes a tenth of the time that ES256 takes. */
    RS256(AlgorithmIdentifiers.RSA_USING_SHA256),
    /** On P-256. What earlier installations have until they rotate the key. */
    ES256(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);

    private static final int LEAST_BITS = 2048;

    private final String identifier;

    TokenAlgorithm(String identifier) {
        this.identifier = identifier;
    }

    /** As {@code alg} has it. */
    public String identifier() {
        return identifier;
    }

    /** That of a key; empty for a key that nothing is to be signed with. */
    public static Optional<TokenAlgorithm> of(PublicJsonWebKey key) {
        if (key instanceof RsaJsonWebKey rsa
                && rsa.getRsaPublicKey().getModulus().bitLength() >= LEAST_BITS) {
            return Optional.of(RS256);
        }
        if (key instanceof EllipticCurveJsonWebKey curve && curve.getCurveName().equals("P-256")) {
            return Optional.of(ES256);
        }
        return Optional.empty();
    }

    static String[] identifiers() {
        return Arrays.stream(values()).map(TokenAlgorithm::identifier).toArray(String[]::new);
    }
}
