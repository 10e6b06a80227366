package io.litemaas.emulator.litellm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.MultiMap;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whose key it is, and whether that key may call the route. */
final class Gate {
    private static final Duration REMEMBERED = Duration.ofSeconds(60);
    private static final Set<String> MODEL_ROUTES = Set.of(
            "/v1/chat/completions",
            "/chat/completions",
            "/v1/embeddings",
            "/embeddings",
            "/v1/models",
            "/models",
            "/model/info",
            "/v1/model/info",
            "/model_group/info",
            "/v1/completions",
            "/completions");
    private static final Map<String, Caller.Role> ROLES =
            Map.of("proxy_admin", Caller.Role.PROXY_ADMIN, "proxy_admin_viewer", Caller.Role.PROXY_ADMIN_VIEWER);

    private final String masterKey;
    private final Store store;
    private final Faults faults;
    private final TeamCache teams;
    private final Clock clock;
    private final Map<String, Instant> lastUse = new HashMap<>();

    Gate(String masterKey, Store store, Faults faults, TeamCache teams, Clock clock) {
        this.masterKey = masterKey;
        this.store = store;
        this.faults = faults;
        this.teams = teams;
        this.clock = clock;
    }

    Caller admit(Access access, Call call) {
        String path = call.path();
        if (access == Access.PUBLIC) {
            return Caller.NOBODY;
        }
        String value = valueIn(call.headers());
        if (value.equals(masterKey)) {
            if (faults.isDatabaseDown() && access != Access.MODELS) {
                throw Outage.ofMaster(path, call.param("team_id"));
            }
            return Caller.master();
        }
        ObjectNode key = live(value, access);
        Caller caller = callerOf(key);
        checkRoute(key, path);
        checkRole(caller, access, call.method(), path);
        return caller;
    }

    /** The key in the headers, or the refusal of one that can't be a key. */
    static String valueIn(MultiMap headers) {
        String authorization = headers.get("Authorization");
        String value = authorization;
        if (authorization == null) {
            value = headers.contains("x-api-key") ? headers.get("x-api-key") : headers.get("api-key");
        } else if (authorization.startsWith("Bearer ")) {
            value = authorization.substring("Bearer ".length());
        } else {
            throw Refusal.authentication("Malformed API Key passed in. Ensure Key has `Bearer ` prefix.");
        }
        if (value == null || value.isEmpty()) {
            throw Refusal.authentication("No api key passed in.");
        }
        if (!value.startsWith("sk-")) {
            throw Refusal.auth(
                    401, "LiteLLM Virtual Key expected. Received=" + masked(value) + ", expected to start with 'sk-'.");
        }
        return value;
    }

    static String masked(String value) {
        return value.length() <= 8 ? "****" : value.substring(0, 4) + "****" + value.substring(value.length() - 4);
    }

    private ObjectNode live(String value, Access access) {
        String hash = Ids.sha256(value);
        Instant now = clock.instant();
        if (faults.isDatabaseDown()
                && (access != Access.MODELS
                        || now.isAfter(lastUse.getOrDefault(hash, Instant.MIN).plus(REMEMBERED)))) {
            throw Outage.ofAuthentication();
        }
        ObjectNode key = store.key(hash)
                .orElseThrow(() -> Refusal.error(
                        401, "token_not_found_in_db", "key", "Authentication Error, Invalid API key provided."));
        if (key.path("blocked").asBoolean()) {
            throw Refusal.authentication("Key is blocked. Update via `/key/unblock` if you're an admin.");
        }
        checkExpiry(key, now);
        String team = key.path("team_id").asText("");
        if (!team.isEmpty() && teams.isBlocked(team)) {
            throw Refusal.authentication(
                    "Team=" + team + " is blocked. Update via `/team/unblock` if you're an admin.");
        }
        lastUse.put(hash, now);
        key.put("last_active", Times.stamp(now));
        return key;
    }

    private static void checkExpiry(ObjectNode key, Instant now) {
        if (!key.path("expires").isTextual()) {
            return;
        }
        Instant expires = Times.parse(key.path("expires").textValue());
        if (now.isAfter(expires)) {
            String token = key.path("token").asText();
            String message = "Authentication Error - Expired Key. Key Expiry time %s+00:00 and current time %s+00:00"
                    .formatted(
                            Times.micros(expires).replace('T', ' '),
                            Times.micros(now).replace('T', ' '));
            throw Refusal.error(401, "expired_key", "sk-..." + token.substring(token.length() - 4), message);
        }
    }

    private Caller callerOf(ObjectNode key) {
        String userId = key.path("user_id").asText("");
        String role = store.user(userId)
                .map(user -> user.path("user_role").asText(""))
                .orElse("");
        return new Caller(
                ROLES.getOrDefault(role, Caller.Role.INTERNAL_USER),
                key.path("token").asText(),
                userId);
    }

    private static void checkRoute(ObjectNode key, String path) {
        List<String> allowed = new ArrayList<>();
        for (JsonNode route : key.path("allowed_routes")) {
            allowed.add(route.asText());
        }
        boolean modelsToo = allowed.contains("llm_api_routes") && MODEL_ROUTES.contains(path);
        if (!allowed.isEmpty() && !allowed.contains(path) && !modelsToo) {
            throw Refusal.detail(
                    403,
                    "Virtual key is not allowed to call this route. Only allowed to call routes: ['"
                            + String.join("', '", allowed)
                            + "']. Tried to call route: "
                            + path);
        }
    }

    private static void checkRole(Caller caller, Access access, String method, String path) {
        if (caller.role() == Caller.Role.PROXY_ADMIN_VIEWER && access != Access.MODELS && !method.equals("GET")) {
            throw Refusal.auth(
                    403, "user not allowed to access this route, role= proxy_admin_viewer. Trying to access: " + path);
        }
        if (access == Access.ADMIN && !caller.seesEverything()) {
            throw Refusal.authentication(
                    "Only proxy admin can be used to generate, delete, update info for new keys/users/teams. Route="
                            + path + ". Your role=internal_user. Your user_id="
                            + "*".repeat(caller.userId().length()));
        }
    }
}
