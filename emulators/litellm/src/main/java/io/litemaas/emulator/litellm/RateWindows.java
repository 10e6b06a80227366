package io.litemaas.emulator.litellm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Limits by minute on keys, models of a key, users and teams; a window starts with its first request. */
final class RateWindows {
    private static final Duration WINDOW = Duration.ofSeconds(60);
    private static final DateTimeFormatter RESET =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

    private final Store store;
    private final Clock clock;
    private final Map<String, Window> windows = new HashMap<>();

    RateWindows(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    private static final class Window {
        private final Instant until;
        private long used;

        Window(Instant until) {
            this.until = until;
        }
    }

    private record Limit(String scope, String id, String type, long most) {
        String name() {
            return scope + ":" + id + ":" + type;
        }
    }

    /** Counts a request, or refuses it. */
    void admit(ObjectNode key, String model) {
        List<Limit> limits = limits(key, model);
        for (Limit limit : limits) {
            Window window = window(limit.name());
            if (window.used >= limit.most()) {
                throw refusal(limit, window);
            }
        }
        limits.stream().filter(limit -> limit.type().equals("requests")).forEach(limit -> window(limit.name()).used++);
    }

    /** Tokens count after the answer, so the last request may overshoot. */
    void use(ObjectNode key, String model, int tokens) {
        limits(key, model).stream()
                .filter(limit -> limit.type().equals("tokens"))
                .forEach(limit -> window(limit.name()).used += tokens);
    }

    private List<Limit> limits(ObjectNode key, String model) {
        List<Limit> limits = new ArrayList<>();
        String hash = key.path("token").asText();
        add(limits, "api_key", hash, key.path("rpm_limit"), key.path("tpm_limit"));
        JsonNode metadata = key.path("metadata");
        add(
                limits,
                "model_per_key",
                hash + ":" + model,
                metadata.path("model_rpm_limit").path(model),
                metadata.path("model_tpm_limit").path(model));
        store.user(key.path("user_id").asText(""))
                .ifPresent(user -> add(
                        limits, "user", user.path("user_id").asText(), user.path("rpm_limit"), user.path("tpm_limit")));
        store.team(key.path("team_id").asText(""))
                .ifPresent(team -> add(
                        limits, "team", team.path("team_id").asText(), team.path("rpm_limit"), team.path("tpm_limit")));
        return limits;
    }

    private static void add(List<Limit> limits, String scope, String id, JsonNode requests, JsonNode tokens) {
        if (requests.isNumber()) {
            limits.add(new Limit(scope, id, "requests", requests.asLong()));
        }
        if (tokens.isNumber()) {
            limits.add(new Limit(scope, id, "tokens", tokens.asLong()));
        }
    }

    private Window window(String name) {
        Instant now = clock.instant();
        Window window = windows.get(name);
        if (window == null || !now.isBefore(window.until)) {
            window = new Window(now.plus(WINDOW));
            windows.put(name, window);
        }
        return window;
    }

    private static Refusal refusal(Limit limit, Window window) {
        String message = "Rate limit exceeded for " + limit.scope() + ": " + limit.id() + ". Limit type: "
                + limit.type() + ". Current limit: " + limit.most() + ", Remaining: 0. Limit resets at: "
                + RESET.format(window.until);
        return Refusal.error(429, "throttling_error", "", message).with(Map.of("retry-after", "60"));
    }
}
