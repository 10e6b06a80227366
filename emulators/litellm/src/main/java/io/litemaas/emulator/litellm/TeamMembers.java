package io.litemaas.emulator.litellm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who belongs to a team; somebody unknown becomes a user by being added. */
final class TeamMembers {
    private final Store store;
    private final UserChange users;
    private final Ids ids;
    private final Clock clock;

    TeamMembers(Store store, UserChange users, Ids ids, Clock clock) {
        this.store = store;
        this.users = users;
        this.ids = ids;
        this.clock = clock;
    }

    void addTo(Face face) {
        face.post("/team/member_add", Access.ADMIN, this::add);
        face.post("/team/member_delete", Access.ADMIN, this::delete);
    }

    /** Adds a member as requested and gives the user's row. */
    ObjectNode add(ObjectNode team, JsonNode member) {
        String email = member.path("user_email").asText("");
        Optional<ObjectNode> known =
                member.hasNonNull("user_id") ? store.user(member.path("user_id").asText()) : store.userByEmail(email);
        ObjectNode user = known.orElseGet(() -> {
            ObjectNode row = users.insert(member.path("user_id").asText(ids.uuid()));
            if (!email.isEmpty()) {
                row.put("user_email", email);
            }
            return row.put("user_role", "internal_user");
        });
        ((ArrayNode) user.path("teams")).add(team.path("team_id").asText());
        user.put("updated_at", Times.stamp(clock.instant()));
        ((ArrayNode) team.path(TeamShapes.MEMBERS))
                .add(TeamShapes.member(
                        user.path("user_id").asText(),
                        user.path("user_email").asText(""),
                        member.path("role").asText("user")));
        team.put("updated_at", Times.stamp(clock.instant()));
        return user;
    }

    static Optional<JsonNode> find(ObjectNode team, String userId) {
        return team.path(TeamShapes.MEMBERS)
                .valueStream()
                .filter(member -> member.path("user_id").asText().equals(userId))
                .findFirst();
    }

    private Reply add(Call call) {
        ObjectNode body = call.body();
        ObjectNode team = known(body);
        JsonNode wanted = body.path("member");
        List<JsonNode> all = new ArrayList<>();
        if (wanted.isArray()) {
            wanted.forEach(all::add);
        } else {
            all.add(wanted);
        }
        all.forEach(member -> check(team, member));
        ArrayNode changed = Json.MAPPER.createArrayNode();
        ArrayNode memberships = Json.MAPPER.createArrayNode();
        for (JsonNode member : all) {
            boolean known = store.user(member.path("user_id").asText("")).isPresent();
            ObjectNode user = add(team, member);
            limit(team, user.path("user_id").asText(), body.path("max_budget_in_team"));
            ObjectNode shownUser = Shapes.render("user.joined", user);
            if (known) {
                withoutLast(shownUser.withArray("teams"));
            }
            changed.add(shownUser);
            memberships.add(TeamShapes.membership(team, user.path("user_id").asText()));
        }
        ObjectNode shown = Shapes.render("team.joined", team);
        shown.set("updated_users", changed);
        shown.set("updated_team_memberships", memberships);
        return Reply.ok(shown);
    }

    /** A user that existed is shown as before joining. */
    private static void withoutLast(ArrayNode teams) {
        teams.remove(teams.size() - 1);
    }

    private static void check(ObjectNode team, JsonNode member) {
        if (member.path("role").asText().equals("admin")) {
            throw Enterprise.teamAdmin();
        }
        String id = member.path("user_id").asText("");
        if (find(team, id).isPresent()) {
            String message = "User already in team. Member: user_id=" + id + ", user_email="
                    + member.path("user_email").asText("None") + ". Existing members="
                    + team.path(TeamShapes.MEMBERS)
                            .valueStream()
                            .map(TeamMembers::repr)
                            .toList();
            throw Refusal.error(400, "team_member_already_in_team", "member", message);
        }
    }

    private static String repr(JsonNode member) {
        String email = member.path("user_email").isNull()
                ? "None"
                : "'" + member.path("user_email").asText() + "'";
        return "Member(user_id='" + member.path("user_id").asText() + "', user_email=" + email + ", role='"
                + member.path("role").asText() + "')";
    }

    private void limit(ObjectNode team, String userId, JsonNode amount) {
        if (amount.isNumber()) {
            team.withObject("/" + TeamShapes.BUDGETS)
                    .putObject(userId)
                    .put("budget_id", ids.uuid())
                    .put("max_budget", amount.asDouble())
                    .put("created_at", Times.stamp(clock.instant()));
        }
    }

    private Reply delete(Call call) {
        ObjectNode body = call.body();
        ObjectNode team = known(body);
        String id = body.hasNonNull("user_id")
                ? body.path("user_id").asText()
                : store.userByEmail(body.path("user_email").asText(""))
                        .map(user -> user.path("user_id").asText())
                        .orElse("");
        if (find(team, id).isEmpty()) {
            throw Refusal.detailError(400, "User not found in team");
        }
        removeFrom((ArrayNode) team.path(TeamShapes.MEMBERS), "user_id", id);
        forget(team, id);
        team.put("updated_at", Times.stamp(clock.instant()));
        return Reply.ok(Shapes.render("team.new", team));
    }

    void removeAll(ObjectNode team) {
        team.path(TeamShapes.MEMBERS)
                .forEach(member -> forget(team, member.path("user_id").asText()));
    }

    private void forget(ObjectNode team, String userId) {
        store.user(userId)
                .ifPresent(user -> removeFrom(
                        (ArrayNode) user.path("teams"), "", team.path("team_id").asText()));
    }

    private static void removeFrom(ArrayNode list, String field, String value) {
        for (int i = list.size() - 1; i >= 0; i--) {
            JsonNode each = field.isEmpty() ? list.get(i) : list.get(i).path(field);
            if (each.asText().equals(value)) {
                list.remove(i);
            }
        }
    }

    private ObjectNode known(ObjectNode body) {
        String id = body.path("team_id").asText("");
        return store.team(id).orElseThrow(() -> Refusal.detailError(404, "Team not found, passed team_id=" + id));
    }
}
