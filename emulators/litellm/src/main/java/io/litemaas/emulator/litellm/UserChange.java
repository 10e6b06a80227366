package io.litemaas.emulator.litellm;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Makes and changes user rows; changing a user that does not exist makes one. */
final class UserChange {
    private static final String[] COLUMNS = {
        "user_email",
        "user_alias",
        "user_role",
        "max_budget",
        "tpm_limit",
        "rpm_limit",
        "max_parallel_requests",
        "budget_duration",
        "spend"
    };
    private static final Set<String> ROLES =
            Set.of("proxy_admin", "proxy_admin_viewer", "internal_user", "internal_user_viewer");

    private final Store store;
    private final Ids ids;
    private final Clock clock;

    UserChange(Store store, Ids ids, Clock clock) {
        this.store = store;
        this.ids = ids;
        this.clock = clock;
    }

    ObjectNode create(ObjectNode body) {
        checkRole(body);
        String id = Fields.isGiven(body, "user_id") ? body.path("user_id").asText() : ids.uuid();
        if (store.user(id).isPresent()) {
            throw conflict("User with id " + id + " already exists");
        }
        String email = body.path("user_email").asText("").toLowerCase(Locale.ROOT);
        if (!email.isEmpty() && store.userByEmail(email).isPresent()) {
            throw conflict("User with email " + email + " already exists");
        }
        ObjectNode row = insert(id);
        apply(body, row);
        return row;
    }

    private static Refusal conflict(String message) {
        return Refusal.internal(409, "{'error': '" + message + "'}");
    }

    /** A row with nothing but an id; LiteLLM makes such ones for members of teams. */
    ObjectNode insert(String id) {
        ObjectNode row = Json.object().put("user_id", id);
        row.putArray("teams");
        row.put("created_at", Times.stamp(clock.instant()));
        row.put("updated_at", Times.stamp(clock.instant()));
        store.users().put(id, row);
        return row;
    }

    void apply(ObjectNode request, ObjectNode row) {
        ObjectNode body = Fields.checked(request);
        checkRole(body);
        Instant now = clock.instant();
        String duration = body.path("budget_duration").asText("");
        if (!duration.isEmpty() && !body.path("budget_duration").isNull() && !Durations.isValid(duration)) {
            throw Refusal.auth(
                    400,
                    "{'error': \"Invalid budget_duration '" + duration
                            + "'. Use a format like '1h', '24h', '7d', or '30d'.\"}");
        }
        for (String column : COLUMNS) {
            Fields.copy(body, column, row);
        }
        if (!body.path("models").isEmpty()) {
            row.set("models", body.get("models").deepCopy());
        }
        if (body.path("metadata").isObject()) {
            row.set("metadata", body.get("metadata").deepCopy());
        }
        if (body.has("budget_duration")) {
            Optional<Instant> reset = Durations.nextReset(now, duration);
            reset.ifPresentOrElse(
                    at -> row.put("budget_reset_at", Times.stamp(at)), () -> row.putNull("budget_reset_at"));
        }
        row.put("updated_at", Times.stamp(now));
    }

    private static void checkRole(ObjectNode body) {
        if (Fields.isGiven(body, "user_role")
                && !ROLES.contains(body.path("user_role").asText())) {
            String message = "Input should be <LitellmUserRoles.PROXY_ADMIN: 'proxy_admin'>,"
                    + " <LitellmUserRoles.PROXY_ADMIN_VIEW_ONLY: 'proxy_admin_viewer'>,"
                    + " <LitellmUserRoles.INTERNAL_USER: 'internal_user'> or"
                    + " <LitellmUserRoles.INTERNAL_USER_VIEW_ONLY: 'internal_user_viewer'>";
            ArrayNode faults = Json.MAPPER.createArrayNode();
            faults.add(Fields.fault("literal_error", "user_role", message));
            throw Refusal.invalid(faults);
        }
    }
}
