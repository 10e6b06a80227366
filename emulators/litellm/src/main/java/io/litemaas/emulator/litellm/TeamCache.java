package io.litemaas.emulator.litellm;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** LiteLLM remembers a team for a minute, so that blocking one takes up to a minute to act. */
final class TeamCache {
    private static final Duration REMEMBERED = Duration.ofSeconds(60);

    private final Store store;
    private final Clock clock;
    private final Map<String, Seen> seen = new HashMap<>();

    TeamCache(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    private record Seen(boolean blocked, Instant until) {}

    void remember(String team) {
        if (!team.isEmpty()) {
            isBlocked(team);
        }
    }

    boolean isBlocked(String team) {
        Instant now = clock.instant();
        Seen known = seen.get(team);
        if (known == null || now.isAfter(known.until())) {
            boolean blocked =
                    store.team(team).map(row -> row.path("blocked").asBoolean()).orElse(false);
            known = new Seen(blocked, now.plus(REMEMBERED));
            seen.put(team, known);
        }
        return known.blocked();
    }
}
