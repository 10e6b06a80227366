package io.litemaas.emulator.litellm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Teams; {@link TeamMembers} holds who belongs to them. */
final class TeamRoutes {
    private static final String[] COLUMNS = {
        "team_alias", "max_budget", "tpm_limit", "rpm_limit", "budget_duration", "models", "metadata", "blocked"
    };

    private final Store store;
    private final TeamMembers members;
    private final KeyRemoval removal;
    private final Ids ids;
    private final Clock clock;

    TeamRoutes(Store store, TeamMembers members, KeyRemoval removal, Ids ids, Clock clock) {
        this.store = store;
        this.members = members;
        this.removal = removal;
        this.ids = ids;
        this.clock = clock;
    }

    void addTo(Face face) {
        face.post("/team/new", Access.ADMIN, this::create);
        face.get("/team/info", Access.ADMIN, this::info);
        face.get("/team/list", Access.ADMIN, this::list);
        face.post("/team/update", Access.ADMIN, this::update);
        face.post("/team/delete", Access.ADMIN, this::delete);
        face.post("/team/block", Access.ADMIN, call -> block(call, true));
        face.post("/team/unblock", Access.ADMIN, call -> block(call, false));
    }

    private Reply create(Call call) {
        ObjectNode body = Fields.checked(call.body());
        Enterprise.checkTeam(body);
        String id = Fields.isGiven(body, "team_id") ? body.path("team_id").asText() : ids.uuid();
        if (store.team(id).isPresent()) {
            throw Refusal.internal(
                    400, "{'error': 'Team id = " + id + " already exists. Please use a different team id.'}");
        }
        ObjectNode row = Json.object().put("team_id", id).put("created_at", Times.stamp(clock.instant()));
        row.putArray(TeamShapes.MEMBERS);
        apply(body, row);
        store.teams().put(id, row);
        body.path(TeamShapes.MEMBERS).forEach(member -> members.add(row, member));
        if (call.caller().isMaster()) {
            members.add(row, TeamShapes.member(Caller.DEFAULT_USER, "", "admin"));
        }
        return Reply.ok(Shapes.render("team.new", row));
    }

    private void apply(ObjectNode body, ObjectNode row) {
        Instant now = clock.instant();
        for (String column : COLUMNS) {
            Fields.copy(body, column, row);
        }
        if (body.has("budget_duration")) {
            Durations.nextReset(now, body.path("budget_duration").asText(""))
                    .ifPresentOrElse(
                            reset -> row.put("budget_reset_at", Times.stamp(reset)),
                            () -> row.putNull("budget_reset_at"));
        }
        row.put("updated_at", Times.stamp(now));
    }

    private Reply info(Call call) {
        String id = call.param("team_id");
        ObjectNode row = store.team(id).orElseThrow(() -> notFound(id));
        ObjectNode body = Json.object().put("team_id", id);
        ObjectNode shown = Shapes.render("team.info", row);
        ArrayNode memberships = Json.MAPPER.createArrayNode();
        for (JsonNode member : shown.path(TeamShapes.MEMBERS)) {
            String userId = member.path("user_id").asText();
            JsonNode alias =
                    store.user(userId).map(user -> user.get("user_alias")).orElse(null);
            ((ObjectNode) member).set("user_alias", alias);
            ObjectNode membership = TeamShapes.membership(row, userId);
            memberships.add(
                    membership.put("budget_source", membership.path("budget_id").isTextual() ? "custom" : "none"));
        }
        body.set("team_info", shown);
        ArrayNode keys = body.putArray("keys");
        store.keysWhere("team_id", id).forEach(key -> keys.add(Shapes.render("key.unblocked", key)));
        body.set("team_memberships", memberships);
        return Reply.ok(body);
    }

    private Reply list(Call call) {
        String userId = call.param("user_id");
        ArrayNode teams = Json.MAPPER.createArrayNode();
        store.teams().values().stream()
                .filter(team ->
                        userId.isEmpty() || TeamMembers.find(team, userId).isPresent())
                .forEach(team -> teams.add(TeamShapes.listed(team, userId, store)));
        return Reply.ok(teams);
    }

    private Reply update(Call call) {
        ObjectNode body = Fields.checked(call.body());
        String id = body.path("team_id").asText("");
        ObjectNode row = store.team(id)
                .orElseThrow(() -> Refusal.internal(404, "{'error': 'Team not found, passed team_id=" + id + "'}"));
        apply(body, row);
        ObjectNode answer = Json.object().put("team_id", id);
        answer.set("data", Shapes.render("team.updated", row));
        return Reply.ok(answer);
    }

    private Reply block(Call call, boolean blocked) {
        ObjectNode row = known(call.body().path("team_id").asText(""));
        row.put("blocked", blocked).put("updated_at", Times.stamp(clock.instant()));
        return Reply.ok(Shapes.render("team.updated", row));
    }

    private Reply delete(Call call) {
        List<ObjectNode> doomed = new ArrayList<>();
        call.body().path("team_ids").forEach(id -> doomed.add(known(id.asText())));
        ArrayNode deleted = Json.MAPPER.createArrayNode();
        for (ObjectNode team : doomed) {
            String id = team.path("team_id").asText();
            store.keysWhere("team_id", id)
                    .forEach(key -> removal.archive(key.path("token").asText(), call.caller()));
            members.removeAll(team);
            store.teams().remove(id);
            deleted.add(id);
        }
        ObjectNode answer = Json.object();
        answer.set("deleted_teams", deleted);
        return Reply.ok(answer);
    }

    /** Also LiteLLM's answer while its database is away. */
    static Refusal notFound(String id) {
        return Refusal.auth(404, "{'message': 'Team not found, passed team id: " + id + ".'}");
    }

    private ObjectNode known(String id) {
        return store.team(id).orElseThrow(() -> Refusal.detailError(404, "Team not found, passed team_id=" + id));
    }
}
