package io.litemaas.identity.session;

import io.litemaas.platform.caller.AccessTokens;
import io.litemaas.platform.caller.TokenAlgorithm;
import io.litemaas.platform.config.PlatformConfig;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** Mints the access tokens that all rooms verify by themselves. */
@Singleton
class AccessTokenMint {
    static final Duration LIFETIME = Duration.ofMinutes(10);

    private final PublicJsonWebKey key;
    private final TokenAlgorithm algorithm;
    private final PlatformConfig.Token token;
    private final Clock clock;

    AccessTokenMint(TokenKeyConfig config, PlatformConfig platform, Clock clock) {
        this.key = privateKey(config.signingKey());
        this.algorithm = TokenAlgorithm.of(key).orElseThrow(AccessTokenMint::noKey);
        this.token = platform.token();
        this.clock = clock;
    }

    /** Refuses to start where no room would take what is minted here. */
    void check(@Observes StartupEvent start) {
        if (!isKnown(token.verificationKeys())) {
            throw new IllegalStateException("litemaas.token.verification-keys lacks the public half of"
                    + " litemaas.token.signing-key, kid " + key.getKeyId() + ".");
        }
    }

    private boolean isKnown(String verificationKeys) {
        try {
            return new JsonWebKeySet(verificationKeys)
                    .getJsonWebKeys().stream()
                            .filter(known -> key.getKeyId().equals(known.getKeyId()))
                            .anyMatch(known -> known.getKey().equals(key.getPublicKey()));
        } catch (JoseException e) {
            throw new IllegalStateException("litemaas.token.verification-keys is no JSON Web Key Set", e);
        }
    }

    String mint(UUID personId, int epoch, UUID sessionId) {
        Instant now = clock.instant();
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(token.issuer());
        claims.setAudience(token.audience());
        claims.setSubject(personId.toString());
        claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(now.plus(LIFETIME).getEpochSecond()));
        claims.setClaim(AccessTokens.EPOCH, epoch);
        claims.setClaim(AccessTokens.SESSION, sessionId.toString());
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setAlgorithmHeaderValue(algorithm.identifier());
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setKey(key.getPrivateKey());
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("litemaas.token.signing-key can't sign", e);
        }
    }

    private static PublicJsonWebKey privateKey(String jwk) {
        try {
            if (JsonWebKey.Factory.newJwk(jwk) instanceof PublicJsonWebKey key
                    && key.getPrivateKey() != null
                    && key.getKeyId() != null) {
                return key;
            }
        } catch (JoseException e) {
            // the library's text may quote the key, so it goes no further
        }
        throw noKey();
    }

    private static IllegalStateException noKey() {
        return new IllegalStateException(
                "litemaas.token.signing-key must be an RSA key of 2048 bits or more, or a P-256 key,"
                        + " as a JSON Web Key with its private part and a kid.");
    }
}
