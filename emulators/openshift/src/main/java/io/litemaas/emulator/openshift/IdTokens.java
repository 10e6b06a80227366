package io.litemaas.emulator.openshift;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** Signs ID tokens with ES256 and a key that is made at start. */
final class IdTokens {
    private static final Duration LIFETIME = Duration.ofMinutes(5);

    private final Clock clock;
    private final EllipticCurveJsonWebKey key;

    IdTokens(Clock clock) {
        this.clock = clock;
        try {
            this.key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        } catch (JoseException e) {
            throw new IllegalStateException("every JDK makes P-256 keys", e);
        }
        key.setKeyId(UUID.randomUUID().toString());
        key.setAlgorithm(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        key.setUse("sig");
    }

    /** The JWK set without the private part. */
    String publicKeys() {
        return new JsonWebKeySet(key).toJson();
    }

    String sign(String issuer, Grant grant, List<String> groups) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims(issuer, grant, groups).toJson());
        signature.setAlgorithmHeaderValue(key.getAlgorithm());
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setKey(key.getPrivateKey());
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("signing with an own key can't fail", e);
        }
    }

    private JwtClaims claims(String issuer, Grant grant, List<String> groups) {
        Person person = grant.person();
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(issuer);
        claims.setSubject(person.uid());
        claims.setAudience(grant.request().clientId());
        claims.setIssuedAt(NumericDate.fromSeconds(clock.instant().getEpochSecond()));
        claims.setExpirationTime(
                NumericDate.fromSeconds(clock.instant().plus(LIFETIME).getEpochSecond()));
        claims.setClaim("preferred_username", person.name());
        claims.setClaim("name", person.fullName());
        claims.setStringListClaim("groups", groups);
        if (!grant.request().nonce().isEmpty()) {
            claims.setClaim("nonce", grant.request().nonce());
        }
        return claims;
    }
}
