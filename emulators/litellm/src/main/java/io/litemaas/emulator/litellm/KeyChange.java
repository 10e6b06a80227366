package io.litemaas.emulator.litellm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;

/** Changes a key: null unsets, metadata is replaced, a duration of "-1" removes the expiry. */
final class KeyChange {
    private static final String[] COLUMNS = {
        "key_alias",
        "user_id",
        "team_id",
        "max_budget",
        "tpm_limit",
        "rpm_limit",
        "max_parallel_requests",
        "allowed_routes",
        "blocked",
        "aliases",
        "permissions",
        "budget_duration",
        "spend"
    };

    private final Store store;
    private final Clock clock;

    KeyChange(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    void apply(ObjectNode request, ObjectNode row, Caller caller) {
        ObjectNode body = Fields.checked(request);
        String alias = body.path("key_alias").asText("");
        if (store.isAliasTaken(alias, row.path("token").asText())) {
            throw KeyRoutes.aliasTaken(alias);
        }
        Enterprise.checkChangedKey(body);
        Instant now = clock.instant();
        for (String column : COLUMNS) {
            Fields.copy(body, column, row);
        }
        if (Fields.isGiven(body, "models")) {
            row.set("models", body.get("models").deepCopy());
        }
        if (body.path("metadata").isObject()) {
            row.set("metadata", body.get("metadata").deepCopy());
        }
        if (body.has("budget_duration")) {
            Durations.nextReset(now, body.path("budget_duration").asText(""))
                    .ifPresentOrElse(
                            reset -> row.put("budget_reset_at", Times.stamp(reset)),
                            () -> row.putNull("budget_reset_at"));
        }
        if (Fields.isGiven(body, "duration")) {
            expiry(body.path("duration").asText(), row, now);
        }
        touch(row, caller, now);
    }

    private static void expiry(String duration, ObjectNode row, Instant now) {
        if (duration.equals("-1")) {
            row.putNull("expires");
        } else {
            row.put("expires", Times.stamp(Durations.after(now, duration)));
        }
    }

    static void touch(ObjectNode row, Caller caller, Instant now) {
        row.put("updated_at", Times.stamp(now)).put("settings_updated_at", Times.stamp(now));
        row.put("updated_by", caller.userId());
    }
}
