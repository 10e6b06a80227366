package io.litemaas.emulator.litellm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Budgets of key, team and user, checked before a call: the call that crosses one still goes through. */
final class Budgets {
    private final Store store;
    private final Ledger ledger;
    private final Alerts alerts;

    Budgets(Store store, Ledger ledger, Alerts alerts) {
        this.store = store;
        this.ledger = ledger;
        this.alerts = alerts;
    }

    /** Whether a budget concerns the key; LiteLLM then counts the prompt's tokens before it calls. */
    boolean concern(ObjectNode key) {
        return key.path("max_budget").isNumber()
                || (!key.hasNonNull("team_id") && user(key).path("max_budget").isNumber())
                || team(key).path("max_budget").isNumber();
    }

    void check(ObjectNode key) {
        checkKey(key);
        checkTeam(key);
        checkUser(key);
    }

    private void checkKey(ObjectNode key) {
        JsonNode budget = key.path("max_budget");
        double spent = ledger.spentByKey(key);
        alerts.onKey(key, user(key), spent);
        if (budget.isNumber() && spent >= budget.asDouble()) {
            throw exceeded(
                    "Budget has been exceeded! Key=" + key.path("key_alias").asText("None") + " ("
                            + key.path("key_name").asText() + ")" + numbers(spent, budget));
        }
    }

    private void checkTeam(ObjectNode key) {
        JsonNode team = team(key);
        JsonNode budget = team.path("max_budget");
        if (!budget.isNumber()) {
            return;
        }
        double spent = ledger.spentByTeam((ObjectNode) team);
        if (spent >= budget.asDouble()) {
            alerts.onTeam((ObjectNode) team, key, spent);
            throw exceeded(
                    "Budget has been exceeded! Team=" + team.path("team_id").asText() + numbers(spent, budget));
        }
    }

    /** A user's own budget is not asked about the keys of a team. */
    private void checkUser(ObjectNode key) {
        JsonNode user = user(key);
        JsonNode budget = user.path("max_budget");
        if (!budget.isNumber() || key.hasNonNull("team_id")) {
            return;
        }
        double spent = ledger.spentByUser((ObjectNode) user);
        if (spent >= budget.asDouble()) {
            alerts.onUser((ObjectNode) user, spent);
            throw exceeded("ExceededBudget: User=" + user.path("user_id").asText() + " over budget. Spend="
                    + Json.repr(spent) + ", Budget=" + Json.repr(budget.asDouble()));
        }
    }

    private static String numbers(double spent, JsonNode budget) {
        return " Current cost: " + Json.repr(spent) + ", Max budget: " + Json.repr(budget.asDouble());
    }

    private static Refusal exceeded(String message) {
        return Refusal.error(422, "budget_exceeded", "", message);
    }

    private JsonNode user(ObjectNode key) {
        return store.user(key.path("user_id").asText("")).orElseGet(Json::object);
    }

    private JsonNode team(ObjectNode key) {
        return store.team(key.path("team_id").asText("")).orElseGet(Json::object);
    }
}
