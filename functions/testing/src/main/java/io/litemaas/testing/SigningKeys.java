package io.litemaas.testing;

import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** The key pair with which the tests of this JVM sign access tokens, as identity does with its own. */
public final class SigningKeys {
    private static final EllipticCurveJsonWebKey PAIR = generate();

    private SigningKeys() {}

    /** The private key as a JSON Web Key. */
    public static String privateKey() {
        return PAIR.toJson(OutputControlLevel.INCLUDE_PRIVATE);
    }

    /** The public key as a JSON Web Key Set. */
    public static String publicKeys() {
        return new JsonWebKeySet(PAIR).toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    static EllipticCurveJsonWebKey pair() {
        return PAIR;
    }

    private static EllipticCurveJsonWebKey generate() {
        try {
            EllipticCurveJsonWebKey pair = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            pair.setKeyId("tests");
            return pair;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
