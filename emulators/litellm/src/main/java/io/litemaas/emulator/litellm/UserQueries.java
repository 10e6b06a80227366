package io.litemaas.emulator.litellm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Reads users; without a user id, {@code /user/info} shows an admin every key of everybody. */
final class UserQueries {
    private final Store store;

    UserQueries(Store store) {
        this.store = store;
    }

    void addTo(Face face) {
        face.get("/user/info", Access.SELF_SERVICE, this::info);
        face.get("/v2/user/info", Access.SELF_SERVICE, this::infoV2);
        face.get("/user/list", Access.SELF_SERVICE, this::list);
    }

    private Reply info(Call call) {
        String id = call.param("user_id");
        Caller caller = call.caller();
        if (!caller.seesEverything() && !id.isEmpty() && !id.equals(caller.userId())) {
            throw Refusal.auth(
                    403,
                    "key not allowed to access this user's info. user_id=" + id + ", key's user_id=" + caller.userId());
        }
        if (id.isEmpty() && caller.isMaster()) {
            return Reply.ok(everything());
        }
        String wanted = id.isEmpty() ? caller.userId() : id;
        ObjectNode user = store.user(wanted).orElseThrow(() -> Refusal.internal(404, "User " + wanted + " not found"));
        ObjectNode body = Json.object().put("user_id", wanted);
        body.set("user_info", Shapes.render("user.info", user));
        ArrayNode keys = body.putArray("keys");
        store.keysWhere("user_id", wanted).forEach(key -> keys.add(withTeam("user.key", key)));
        body.set("teams", teams(user, wanted));
        return Reply.ok(body);
    }

    private ObjectNode everything() {
        ObjectNode body = Json.object().put("user_id", Caller.DEFAULT_USER);
        body.putNull("user_info");
        store.user(Caller.DEFAULT_USER).ifPresent(user -> {
            ObjectNode shown = Shapes.render("user.updated", user);
            shown.putArray("organization_memberships");
            body.set("user_info", shown);
        });
        ArrayNode keys = body.putArray("keys");
        store.keys().values().forEach(key -> keys.add(withTeam("user.anykey", key)));
        ArrayNode teams = body.putArray("teams");
        store.teams().values().forEach(team -> teams.add(TeamShapes.listed(team, "", store)));
        return body;
    }

    private ObjectNode withTeam(String shape, ObjectNode key) {
        String team = key.path("team_id").asText("");
        String alias = store.team(team)
                .filter(row ->
                        TeamMembers.find(row, key.path("user_id").asText("")).isPresent())
                .map(row -> row.path("team_alias").asText())
                .orElse(team.isEmpty() ? "None" : null);
        return Shapes.render(shape, key).put("team_alias", alias);
    }

    private ArrayNode teams(ObjectNode user, String userId) {
        ArrayNode teams = Json.MAPPER.createArrayNode();
        for (JsonNode id : user.path("teams")) {
            store.team(id.asText()).ifPresent(team -> teams.add(TeamShapes.listed(team, userId, store)));
        }
        return teams;
    }

    private Reply infoV2(Call call) {
        String id = call.param("user_id");
        ObjectNode user = store.user(id).orElseThrow(() -> Refusal.internal(404, "User not found: " + id));
        return Reply.ok(Shapes.render("user.v2", user));
    }

    private Reply list(Call call) {
        if (!call.caller().seesEverything()) {
            throw Refusal.detailError(403, "Only proxy admins and organization admins can list users.");
        }
        int page = Math.max(1, call.number("page", 1));
        int size = call.number("page_size", 25);
        if (size > 100) {
            throw Fields.tooLarge("page_size", 100);
        }
        List<ObjectNode> rows = matching(call);
        ObjectNode body = Json.object();
        ArrayNode users = body.putArray("users");
        rows.stream().skip((long) (page - 1) * size).limit(size).forEach(row -> users.add(listed(row)));
        body.put("total", rows.size()).put("page", page).put("page_size", size);
        return Reply.ok(body.put("total_pages", (rows.size() + size - 1) / size));
    }

    private List<ObjectNode> matching(Call call) {
        List<ObjectNode> rows = new ArrayList<>(store.users().values());
        Collections.reverse(rows);
        List<String> ids = List.of(call.param("user_ids").split(",", -1));
        String email = call.param("user_email").toLowerCase(Locale.ROOT);
        String role = call.param("role");
        return rows.stream()
                .filter(row -> call.param("user_ids").isEmpty()
                        || ids.contains(row.path("user_id").asText()))
                .filter(row -> row.path("user_email")
                        .asText("")
                        .toLowerCase(Locale.ROOT)
                        .contains(email))
                .filter(row ->
                        role.isEmpty() || row.path("user_role").asText("").equals(role))
                .toList();
    }

    private ObjectNode listed(ObjectNode row) {
        int keys = store.keysWhere("user_id", row.path("user_id").asText()).size();
        return Shapes.render("user.listed", row).put("key_count", keys);
    }
}
