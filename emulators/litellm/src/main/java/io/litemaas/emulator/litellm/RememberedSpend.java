package io.litemaas.emulator.litellm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The spend in {@code x-litellm-key-spend} is that of the key as LiteLLM read it last: up to a minute old. */
final class RememberedSpend {
    private static final Duration REMEMBERED = Duration.ofSeconds(60);

    private final Clock clock;
    private final Map<String, Seen> seen = new HashMap<>();

    RememberedSpend(Clock clock) {
        this.clock = clock;
    }

    private record Seen(double spend, String changed, Instant until) {}

    double spendOf(ObjectNode key) {
        String hash = key.path("token").asText();
        String changed = key.path("settings_updated_at").asText();
        Seen known = seen.get(hash);
        if (known == null || !known.changed().equals(changed) || clock.instant().isAfter(known.until())) {
            known = new Seen(
                    key.path("spend").asDouble(), changed, clock.instant().plus(REMEMBERED));
            seen.put(hash, known);
        }
        return known.spend();
    }
}
