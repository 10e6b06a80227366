package io.litemaas.platform.face;

import io.litemaas.platform.caller.Principal;
import io.litemaas.platform.config.PlatformConfig;
import io.litemaas.platform.id.Sha256;
import io.litemaas.platform.problem.HttpProblem;
import io.litemaas.platform.problem.Problem;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Counts calls in windows of a minute, in a statement of its own, so that a rolled-back call counts as well. */
@Singleton
class RateLimits {
    private final PlatformConfig config;
    private final Clock clock;

    RateLimits(PlatformConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    void count(HttpServerRequest request, Operation operation, Optional<Principal> principal) {
        if (operation.rate() == Rate.NONE) {
            return;
        }
        String who = principal
                .map(known -> known.userId().toString())
                .orElseGet(() -> ClientAddress.of(request, config.clientHeader()));
        Instant now = clock.instant();
        Instant window = now.truncatedTo(ChronoUnit.MINUTES);
        int used = operation
                .room()
                .read(handle -> handle.createQuery("""
                insert into platform.rate_limit as l (bucket, window_start, used) values (:bucket, :window, 1)
                on conflict (bucket) do update
                  set used = case when l.window_start = excluded.window_start then l.used + 1 else 1 end,
                      window_start = excluded.window_start
                returning used
                """)
                        .bind("bucket", bucket(operation.rate() + " " + who))
                        .bind("window", window)
                        .mapTo(Integer.class)
                        .one());
        if (used > operation.rate().perMinute()) {
            throw Problem.retryLater(
                    HttpProblem.RATE_LIMITED,
                    "At most " + operation.rate().perMinute() + " calls a minute.",
                    Duration.between(now, window.plusSeconds(60)));
        }
    }

    /** Two callers in one bucket share its limit; with 2^18 buckets that is rare, and it bounds the table. */
    private static int bucket(String who) {
        return ByteBuffer.wrap(Sha256.of(who.getBytes(StandardCharsets.UTF_8))).getInt() >>> 14;
    }
}
