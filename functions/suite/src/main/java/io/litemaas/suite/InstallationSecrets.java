package io.litemaas.suite;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** What an installation must keep to itself, by the setting that holds it; on a cluster each lies with one room. */
final class InstallationSecrets {
    private InstallationSecrets() {}

    /**
     * New ones.
     *
     * @param token gives 256 random bits in hexadecimal
     */
    static Map<String, String> generate(Supplier<String> token) {
        Map<String, String> secrets = new HashMap<>(signingKey());
        secrets.put("litemaas.access.pepper.current", "p1");
        secrets.put("litemaas.access.pepper.values.p1", token.get());
        secrets.put("litemaas.alerts.seal.current", "s1");
        secrets.put("litemaas.alerts.seal.values.s1", token.get());
        secrets.put("litemaas.identity.provider.state-secret", token.get());
        secrets.put("litemaas.ledger.push-secret", token.get());
        secrets.put("litemaas.ledger.alert-token", token.get());
        return secrets;
    }

    /** The key pair of access tokens: its private half is identity's alone, all rooms have the public one. */
    private static Map<String, String> signingKey() {
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
