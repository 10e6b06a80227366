package io.litemaas.platform.caller;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.litemaas.platform.caller.AccessTokens.Claims;
import io.litemaas.platform.id.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;

/**
 * Remembers what tokens said that were found valid, by their SHA-256, until they end: a browser sends the same one for ten
 * minutes. What was refused is verified each time, so nobody can fill this with what they made up.
 */
final class VerifiedTokens {
    private final Cache<String, Verified> verified;
    private final Clock clock;

    VerifiedTokens(int most, Clock clock) {
        this.clock = clock;
        // what is cleared away is little, and a thread of its own would be one more to start
        this.verified =
                Caffeine.newBuilder().maximumSize(most).executor(Runnable::run).build();
    }

    /**
     * What a token says.
     *
     * @param verification asked where it is not remembered
     */
    Optional<Claims> claims(String token, Function<String, Optional<Verified>> verification) {
        String hash = HexFormat.of().formatHex(Sha256.of(token.getBytes(StandardCharsets.UTF_8)));
        Verified remembered = verified.getIfPresent(hash);
        if (remembered != null && clock.instant().isBefore(remembered.end())) {
            return Optional.of(remembered.claims());
        }
        Optional<Verified> now = verification.apply(token);
        now.ifPresent(found -> verified.put(hash, found));
        return now.map(Verified::claims);
    }

    /**
     * A valid token.
     *
     * @param end when it is so no more
     */
    record Verified(Claims claims, Instant end) {}
}
