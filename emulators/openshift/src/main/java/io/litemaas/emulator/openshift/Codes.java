package io.litemaas.emulator.openshift;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Authorization codes: each works once, for 60 seconds. */
final class Codes {
    private static final Duration LIFETIME = Duration.ofSeconds(60);

    private final Clock clock;
    private final RandomText random;
    private final Map<String, Pending> pending = new ConcurrentHashMap<>();

    private record Pending(Grant grant, Instant expires) {}

    Codes(Clock clock, RandomText random) {
        this.clock = clock;
        this.random = random;
    }

    String issue(Grant grant) {
        pending.values().removeIf(this::isExpired);
        String code = random.next();
        pending.put(code, new Pending(grant, clock.instant().plus(LIFETIME)));
        return code;
    }

    /** Burns the code, whatever the caller makes of the grant: a second try with it is an attack (RFC 6749 §4.1.2). */
    Optional<Grant> redeem(String code) {
        return Optional.ofNullable(pending.remove(code))
                .filter(entry -> !isExpired(entry))
                .map(Pending::grant);
    }

    private boolean isExpired(Pending entry) {
        return !clock.instant().isBefore(entry.expires());
    }
}
