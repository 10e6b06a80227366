package io.litemaas.suite;

import java.util.Map;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** The key pair of access tokens: its private half is identity's alone, all rooms have the public one. */
final class SigningKey {
    private SigningKey() {}

    static Map<String, String> generate() {
        try {
            EllipticCurveJsonWebKey pair = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            pair.setKeyId("suite");
            return Map.of(
                    "litemaas.token.verification-keys",
                    new JsonWebKeySet(pair).toJson(OutputControlLevel.PUBLIC_ONLY),
                    "litemaas.token.signing-key",
                    pair.toJson(OutputControlLevel.INCLUDE_PRIVATE));
        } catch (JoseException e) {
            throw new IllegalStateException("This Java platform can't make a P-256 key", e);
        }
    }
}
