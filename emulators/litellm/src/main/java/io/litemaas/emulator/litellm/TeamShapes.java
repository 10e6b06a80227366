package io.litemaas.emulator.litellm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** How teams and the memberships in them are shown. */
final class TeamShapes {
    static final String MEMBERS = "members_with_roles";
    static final String BUDGETS = "budgets_of_members";

    private TeamShapes() {}

    /** A team in a list, with the memberships of one user, or of all for an empty id. */
    static ObjectNode listed(ObjectNode team, String userId, Store store) {
        ObjectNode shown = Shapes.render("team.listed", team);
        ArrayNode memberships = Json.MAPPER.createArrayNode();
        for (JsonNode member : team.path(MEMBERS)) {
            String id = member.path("user_id").asText();
            if (userId.isEmpty() || id.equals(userId)) {
                memberships.add(membership(team, id));
            }
        }
        shown.set("team_memberships", memberships);
        ArrayNode keys = shown.putArray("keys");
        store.keysWhere("team_id", team.path("team_id").asText())
                .forEach(key -> keys.add(Shapes.render("key.unblocked", key)));
        return shown;
    }

    static ObjectNode membership(ObjectNode team, String userId) {
        JsonNode budget = team.path(BUDGETS).path(userId);
        ObjectNode shown = Json.object().put("user_id", userId);
        shown.set("team_id", team.get("team_id"));
        shown.set("budget_id", budget.isMissingNode() ? null : budget.get("budget_id"));
        shown.put("spend", 0.0).put("total_spend", 0.0);
        shown.set(
                "litellm_budget_table",
                budget.isMissingNode() ? null : Shapes.render("budget.member", (ObjectNode) budget));
        return shown;
    }

    static ObjectNode member(String userId, String email, String role) {
        ObjectNode member = Json.object().put("user_id", userId);
        if (email.isEmpty()) {
            member.putNull("user_email");
        } else {
            member.put("user_email", email);
        }
        return member.put("role", role);
    }
}
