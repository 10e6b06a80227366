package io.litemaas.emulator.litellm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Users: made, changed, ended; {@link UserQueries} reads them. */
final class UserRoutes {
    private final Store store;
    private final UserChange change;
    private final KeyGeneration generation;
    private final Ids ids;

    UserRoutes(Store store, UserChange change, KeyGeneration generation, Ids ids) {
        this.store = store;
        this.change = change;
        this.generation = generation;
        this.ids = ids;
    }

    void addTo(Face face) {
        face.post("/user/new", Access.ADMIN, this::create);
        face.post("/user/update", Access.ADMIN, this::update);
        face.post("/user/delete", Access.ADMIN, this::delete);
    }

    private Reply create(Call call) {
        ObjectNode body = call.body();
        ObjectNode row = change.create(body);
        ObjectNode shown = Shapes.render("user.new", row);
        shown.putNull("teams").putNull("created_at").putNull("updated_at").put("key", "");
        if (body.path("auto_create_key").asBoolean(true)) {
            addKey(shown, row.path("user_id").asText());
        }
        return Reply.ok(shown);
    }

    /** Unless told not to, LiteLLM makes a key for every new user, and shows it once. */
    private void addKey(ObjectNode shown, String userId) {
        ObjectNode key = generation.forNewUser(userId);
        for (String column : new String[] {
            "key",
            "key_name",
            "created_at",
            "updated_at",
            "router_settings",
            "access_group_ids",
            "model_max_budget",
            "budget_fallbacks"
        }) {
            shown.set(column, key.get(column));
        }
    }

    private Reply update(Call call) {
        ObjectNode body = call.body();
        String id = body.path("user_id").asText("");
        String email = body.path("user_email").asText("");
        if (id.isEmpty() && email.isEmpty()) {
            throw Fields.valueError("Either user id or user email must be provided");
        }
        Optional<ObjectNode> known = id.isEmpty() ? store.userByEmail(email) : store.user(id);
        boolean byUnknownEmail = known.isEmpty() && id.isEmpty();
        ObjectNode row = known.orElseGet(() -> change.insert(id.isEmpty() ? ids.uuid() : id));
        change.apply(body, row);
        if (byUnknownEmail) {
            throw Refusal.auth(400, "Authentication Error, 'LiteLLM_UserTable' object has no attribute 'get'");
        }
        ObjectNode answer = Json.object();
        answer.set("user_id", row.get("user_id"));
        answer.set("data", Shapes.render("user.updated", row));
        return Reply.ok(answer);
    }

    private Reply delete(Call call) {
        List<String> doomed = new ArrayList<>();
        for (JsonNode id : call.body().path("user_ids")) {
            if (store.user(id.asText()).isEmpty()) {
                throw Refusal.detailError(404, "User not found, passed user_id=" + id.asText());
            }
            doomed.add(id.asText());
        }
        for (String id : doomed) {
            store.users().remove(id);
            store.keysWhere("user_id", id)
                    .forEach(key -> store.keys().remove(key.path("token").asText()));
        }
        return Reply.ok(IntNode.valueOf(doomed.size()));
    }
}
