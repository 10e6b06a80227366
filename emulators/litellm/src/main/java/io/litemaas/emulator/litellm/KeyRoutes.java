package io.litemaas.emulator.litellm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Virtual keys, one at a time; {@link KeyListing} lists them. */
final class KeyRoutes {
    private final Store store;
    private final KeyGeneration generation;
    private final KeyChange change;
    private final KeyRemoval removal;
    private final Clock clock;

    KeyRoutes(Store store, KeyGeneration generation, KeyChange change, KeyRemoval removal, Clock clock) {
        this.store = store;
        this.generation = generation;
        this.change = change;
        this.removal = removal;
        this.clock = clock;
    }

    void addTo(Face face) {
        face.post(
                "/key/generate",
                Access.SELF_SERVICE,
                call -> Reply.ok(generation.generate(call.body(), call.caller())));
        face.get("/key/info", Access.SELF_SERVICE, this::info);
        face.post("/key/update", Access.SELF_SERVICE, this::update);
        face.post("/key/delete", Access.SELF_SERVICE, this::delete);
        face.post("/key/block", Access.SELF_SERVICE, call -> block(call, true, "key.blocked"));
        face.post("/key/unblock", Access.SELF_SERVICE, call -> block(call, false, "key.unblocked"));
        face.post(
                "/key/health",
                Access.SELF_SERVICE,
                call -> Reply.ok(Json.object().put("key", "healthy").putNull("logging_callbacks")));
        face.post("/key/regenerate", Access.ADMIN, call -> {
            throw Enterprise.regenerate();
        });
        face.post("/key/:key/regenerate", Access.ADMIN, call -> {
            throw Enterprise.regenerate();
        });
    }

    private Reply info(Call call) {
        String asked = call.param("key");
        String hash = asked.isEmpty() ? call.caller().keyHash() : Ids.hashOf(asked);
        ObjectNode body = Json.object().put("key", asked.isEmpty() ? hash : asked);
        Optional<ObjectNode> live = store.key(hash);
        Optional<ObjectNode> deleted = store.deletedKeys().stream()
                .filter(row -> row.path("token").asText().equals(hash))
                .reduce((first, second) -> second);
        ObjectNode row = live.or(() -> deleted)
                .orElseThrow(() -> Refusal.error(404, "not_found_error", "key", "Key not found in database"));
        checkReader(row, call.caller());
        ObjectNode info = Shapes.render(live.isPresent() ? "key.info" : "key.deleted", row);
        body.set("info", info.put("status", live.isPresent() ? status(row) : "deleted"));
        return Reply.ok(body);
    }

    private String status(ObjectNode row) {
        if (row.path("blocked").asBoolean()) {
            return "revoked";
        }
        boolean expired = row.path("expires").isTextual()
                && clock.instant().isAfter(Times.parse(row.path("expires").textValue()));
        return expired ? "expired" : "active";
    }

    private Reply update(Call call) {
        ObjectNode body = call.body();
        String asked = body.path("key").asText("");
        ObjectNode row = known(asked);
        checkChanger(row, call.caller());
        change.apply(body, row, call.caller());
        return Reply.ok(Shapes.render("key.updated", row).put("key", asked));
    }

    private Reply block(Call call, boolean blocked, String shape) {
        checkBlocker(call);
        ObjectNode row = known(call.body().path("key").asText(""));
        row.put("blocked", blocked);
        KeyChange.touch(row, call.caller(), clock.instant());
        return Reply.ok(Shapes.render(shape, row));
    }

    private Reply delete(Call call) {
        ObjectNode body = call.body();
        JsonNode keys = body.path("keys");
        JsonNode aliases = body.path("key_aliases");
        if (keys.isEmpty() && aliases.isEmpty()) {
            throw Fields.valueError("At least one of 'keys' or 'key_aliases' must be provided.");
        }
        Set<String> hashes = new LinkedHashSet<>();
        keys.forEach(key -> hashes.add(Ids.hashOf(key.asText())));
        aliases.forEach(alias -> store.keysWhere("key_alias", alias.asText())
                .forEach(row -> hashes.add(row.path("token").asText())));
        hashes.retainAll(store.keys().keySet());
        if (hashes.isEmpty()) {
            throw Refusal.internalDetail(404, "No keys found");
        }
        hashes.forEach(hash -> checkRemover(store.keys().get(hash), call.caller()));
        hashes.forEach(hash -> removal.archive(hash, call.caller()));
        ObjectNode answer = Json.object();
        answer.set("deleted_keys", keys.isEmpty() ? aliases : keys);
        return Reply.ok(answer);
    }

    private ObjectNode known(String keyOrHash) {
        return store.key(Ids.hashOf(keyOrHash))
                .orElseThrow(() -> Refusal.error(404, "not_found_error", "key", "Key not found."));
    }

    private static boolean owns(Caller caller, ObjectNode row) {
        return caller.seesEverything() || row.path("user_id").asText("").equals(caller.userId());
    }

    private static void checkReader(ObjectNode row, Caller caller) {
        if (!owns(caller, row)) {
            throw Refusal.internal(403, "You are not allowed to access this key's info. Your role=internal_user");
        }
    }

    private static void checkChanger(ObjectNode row, Caller caller) {
        if (!owns(caller, row)) {
            throw Refusal.auth(
                    403,
                    "User can only create keys for themselves. Got user_id="
                            + row.path("user_id").asText("None") + ", Your ID=" + caller.userId());
        }
    }

    private static void checkRemover(ObjectNode row, Caller caller) {
        if (!owns(caller, row)) {
            throw Refusal.internalDetail(403, "You are not authorized to delete this key");
        }
    }

    private static void checkBlocker(Call call) {
        if (!call.caller().isAdmin()) {
            throw Refusal.detailError(
                    403,
                    "Only proxy admins, team admins, or org admins can call " + call.path()
                            + ". user_role=internal_user, user_id="
                            + call.caller().userId());
        }
    }

    static Refusal aliasTaken(String alias) {
        return Refusal.error(
                400,
                "bad_request_error",
                "key_alias",
                "Key with alias '" + alias + "' already exists. Unique key aliases across all keys are required.");
    }
}
