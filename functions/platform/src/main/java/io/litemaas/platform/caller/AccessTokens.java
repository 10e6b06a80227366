package io.litemaas.platform.caller;

import io.litemaas.platform.caller.VerifiedTokens.Verified;
import io.litemaas.platform.config.PlatformConfig;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;

/** Verifies the access tokens that identity mints. */
@Singleton
public class AccessTokens {
    /** The claim that holds the epoch: raised by sign-out everywhere, a role change, a disabled user. */
    public static final String EPOCH = "epoch";

    /** The claim that names the session, so that signing out can end this one. */
    public static final String SESSION = "sid";

    /** A few megabytes; more people than one process serves at once. */
    private static final int MOST_REMEMBERED = 10_000;

    private final PlatformConfig.Token config;
    private final JwksVerificationKeyResolver keys;
    private final Clock clock;
    private final VerifiedTokens verified;

    AccessTokens(PlatformConfig config, Clock clock) {
        this.config = config.token();
        this.clock = clock;
        this.verified = new VerifiedTokens(MOST_REMEMBERED, clock);
        try {
            this.keys = new JwksVerificationKeyResolver(
                    new JsonWebKeySet(config.token().verificationKeys()).getJsonWebKeys());
        } catch (JoseException e) {
            throw new IllegalStateException("litemaas.token.verification-keys is no JSON Web Key Set", e);
        }
    }

    /** What a token says, if it is ours, in time and unaltered; empty otherwise. */
    Optional<Claims> verify(String token) {
        return verified.claims(token, this::verifyAnew);
    }

    private Optional<Verified> verifyAnew(String token) {
        try {
            JwtClaims claims = consumer().processToClaims(token);
            Optional<Long> epoch = Optional.ofNullable(claims.getClaimValue(EPOCH, Long.class));
            return Optional.of(new Verified(
                    new Claims(
                            UUID.fromString(claims.getSubject()),
                            epoch.orElseThrow(IllegalArgumentException::new).intValue(),
                            Optional.ofNullable(claims.getStringClaimValue(SESSION))
                                    .map(UUID::fromString)),
                    Instant.ofEpochMilli(claims.getExpirationTime().getValueInMillis())));
        } catch (InvalidJwtException | MalformedClaimException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private JwtConsumer consumer() {
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(keys)
                .setJwsAlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, TokenAlgorithm.identifiers())
                .setExpectedIssuer(config.issuer())
                .setExpectedAudience(config.audience())
                .setRequireSubject()
                .setRequireExpirationTime()
                .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
                .build();
    }

    /** The facts of a token that count; roles are read anew at each call. */
    record Claims(UUID userId, int epoch, Optional<UUID> sessionId) {}
}
