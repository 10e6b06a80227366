package io.litemaas.emulator.litellm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/** Makes a key: with a given value it is an upsert with an empty update, so a second one stores nothing. */
final class KeyGeneration {
    private static final Map<String, String> ROUTES_OF_TYPE =
            Map.of("llm_api", "llm_api_routes", "management", "management_routes", "read_only", "info_routes");
    private static final String[] COLUMNS = {
        "key_alias",
        "user_id",
        "team_id",
        "models",
        "max_budget",
        "tpm_limit",
        "rpm_limit",
        "max_parallel_requests",
        "budget_duration",
        "allowed_routes",
        "blocked",
        "aliases",
        "permissions",
        "auto_rotate",
        "rotation_interval",
        "spend"
    };

    private final Store store;
    private final TeamCache teams;
    private final Ids ids;
    private final Clock clock;

    KeyGeneration(Store store, TeamCache teams, Ids ids, Clock clock) {
        this.store = store;
        this.teams = teams;
        this.ids = ids;
        this.clock = clock;
    }

    ObjectNode generate(ObjectNode request, Caller caller) {
        ObjectNode body = Fields.checked(request);
        check(body);
        Instant now = clock.instant();
        String value = Fields.isGiven(body, "key") ? body.path("key").asText() : ids.keyValue();
        ObjectNode row = row(body, value, caller, now);
        teams.remember(row.path("team_id").asText(""));
        ObjectNode answer = row.deepCopy();
        ObjectNode stored = store.key(Ids.sha256(value)).orElse(row);
        store.keys().putIfAbsent(Ids.sha256(value), stored);
        answer.set("created_at", stored.get("created_at"));
        answer.set("updated_at", stored.get("updated_at"));
        answer.put("key", value).put("token_id", row.path("token").asText());
        ObjectNode shown = Shapes.render("key.generated", answer);
        if (Fields.isGiven(body, "duration")) {
            Instant expires = Durations.after(now, body.path("duration").asText());
            shown.put("expires", Times.micros(expires) + "Z");
        }
        return shown;
    }

    private void check(ObjectNode body) {
        String alias = body.path("key_alias").asText("");
        if (store.isAliasTaken(alias, "")) {
            throw KeyRoutes.aliasTaken(alias);
        }
        Enterprise.checkNewKey(body);
        String value = body.path("key").asText("");
        if (!value.isEmpty() && !value.startsWith("sk-")) {
            throw Refusal.internalDetail(
                    400,
                    "Invalid key format. LiteLLM Virtual Key must start with 'sk-'. Received: " + Gate.masked(value));
        }
        if (!value.isEmpty() && value.length() < 16) {
            throw Refusal.internalDetail(
                    400, "Invalid key format. LiteLLM Virtual Key must be at least 16 characters long.");
        }
        double budget = body.path("max_budget").asDouble(0);
        if (budget < 0) {
            throw Refusal.internalDetail(
                    400, "max_budget must be a non-negative finite number. Received: " + Json.repr(budget));
        }
    }

    private ObjectNode row(ObjectNode body, String value, Caller caller, Instant now) {
        ObjectNode row = Json.object();
        row.put("token", Ids.sha256(value)).put("key_name", "sk-..." + value.substring(value.length() - 4));
        for (String column : COLUMNS) {
            if (Fields.isGiven(body, column)) {
                row.set(column, body.get(column).deepCopy());
            }
        }
        if (caller.role() == Caller.Role.INTERNAL_USER) {
            row.put("user_id", caller.userId());
        }
        String type = body.path("key_type").asText("default");
        row.put("key_type", type);
        if (ROUTES_OF_TYPE.containsKey(type)) {
            row.putArray("allowed_routes").add(ROUTES_OF_TYPE.get(type));
        }
        row.set("metadata", metadata(body));
        if (Fields.isGiven(body, "duration")) {
            row.put(
                    "expires",
                    Times.stamp(Durations.after(now, body.path("duration").asText())));
        }
        Durations.nextReset(now, body.path("budget_duration").asText(""))
                .ifPresent(reset -> row.put("budget_reset_at", Times.stamp(reset)));
        row.put("created_at", Times.stamp(now)).put("updated_at", Times.stamp(now));
        row.put("created_by", caller.userId()).put("updated_by", caller.userId());
        softBudget(body, row, caller);
        return row;
    }

    /** Limits by model are kept in the metadata, so that whoever replaces those removes the limits. */
    private static ObjectNode metadata(ObjectNode body) {
        ObjectNode metadata =
                body.path("metadata").isObject() ? ((ObjectNode) body.path("metadata")).deepCopy() : Json.object();
        for (String limit : new String[] {"model_rpm_limit", "model_tpm_limit"}) {
            if (Fields.isGiven(body, limit)) {
                metadata.set(limit, body.get(limit).deepCopy());
            }
        }
        return metadata;
    }

    private void softBudget(ObjectNode body, ObjectNode row, Caller caller) {
        if (!Fields.isGiven(body, "soft_budget")) {
            return;
        }
        ObjectNode budget = Json.object();
        budget.put("budget_id", ids.uuid());
        budget.set("soft_budget", body.get("soft_budget"));
        budget.put("created_by", caller.userId()).put("updated_by", caller.userId());
        budget.set("created_at", row.get("created_at"));
        budget.set("updated_at", row.get("updated_at"));
        row.set("budget_id", budget.get("budget_id"));
        row.set("litellm_budget_table", Shapes.render("budget.key", budget));
        row.set("soft_budget", body.get("soft_budget"));
    }

    /** The answer of {@code /user/new} holds the fields of the key that it made. */
    ObjectNode forNewUser(String userId) {
        ObjectNode shown = generate(Json.object().put("user_id", userId), new Caller(Caller.Role.PROXY_ADMIN, "", ""));
        store.key(Ids.sha256(shown.path("key").asText())).ifPresent(row -> {
            row.putNull("key_type").putNull("created_by").putNull("updated_by");
        });
        return shown;
    }
}
