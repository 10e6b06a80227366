package io.litemaas.testing;

import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** The key pairs with which the tests of this JVM sign access tokens, as identity does with its own. */
public final class SigningKeys {
    private static final PublicJsonWebKey PAIR = named("tests", () -> RsaJwkGenerator.generateJwk(2048));
    private static final PublicJsonWebKey FORMER =
            named("tests-former", () -> EcJwkGenerator.generateJwk(EllipticCurves.P256));

    private SigningKeys() {}

    /** The private key as a JSON Web Key. */
    public static String privateKey() {
        return PAIR.toJson(OutputControlLevel.INCLUDE_PRIVATE);
    }

    /** A private key that signed before this one, as earlier installations have it. */
    public static String formerPrivateKey() {
        return FORMER.toJson(OutputControlLevel.INCLUDE_PRIVATE);
    }

    /** The public keys as a JSON Web Key Set. */
    public static String publicKeys() {
        return new JsonWebKeySet(PAIR, FORMER).toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    static PublicJsonWebKey pair() {
        return PAIR;
    }

    static PublicJsonWebKey former() {
        return FORMER;
    }

    private static PublicJsonWebKey named(String name, Generator generator) {
        try {
            PublicJsonWebKey pair = generator.generate();
            pair.setKeyId(name);
            return pair;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Generator {
        PublicJsonWebKey generate() throws JoseException;
    }
}
