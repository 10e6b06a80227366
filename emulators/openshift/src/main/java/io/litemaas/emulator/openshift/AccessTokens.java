package io.litemaas.emulator.openshift;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Access tokens as OpenShift makes them: {@code sha256~} and 43 characters, named by the hash of the latter. */
final class AccessTokens {
    static final Duration LIFETIME = Duration.ofDays(1);
    private static final String PREFIX = "sha256~";

    private final Clock clock;
    private final RandomText random;
    private final Map<String, Active> byName = new ConcurrentHashMap<>();

    private record Active(Grant grant, Instant expires) {}

    AccessTokens(Clock clock, RandomText random) {
        this.clock = clock;
        this.random = random;
    }

    String issue(Grant grant) {
        String token = PREFIX + random.next();
        byName.put(nameOf(token), new Active(grant, clock.instant().plus(LIFETIME)));
        return token;
    }

    Optional<Grant> find(String token) {
        return Optional.ofNullable(byName.get(nameOf(token)))
                .filter(active -> clock.instant().isBefore(active.expires()))
                .map(Active::grant);
    }

    /** Deletes a token of this person; somebody else's does not exist for them. */
    boolean delete(String name, Person owner) {
        Active active = byName.get(name);
        return active != null && active.grant().person().equals(owner) && byName.remove(name, active);
    }

    /** The name of the API object behind a token; the token itself is no name, since names are not secret. */
    static String nameOf(String token) {
        String random = token.startsWith(PREFIX) ? token.substring(PREFIX.length()) : token;
        return PREFIX + Sha256.base64Url(random);
    }
}
