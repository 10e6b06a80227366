package io.litemaas.emulator.litellm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Budget alerts as LiteLLM's webhook sends them: fired by a request, so a crossing shows at the next one; once a day
 * for each event and owner, if the receiver said 200; no id, no time, no signature.
 */
final class Alerts {
    private static final Duration ONCE_IN = Duration.ofHours(24);
    private static final double NEARLY = 0.15;
    private static final double ALMOST = 0.05;

    private final EmulatorOptions options;
    private final Faults faults;
    private final Push push;
    private final Clock clock;
    private final Map<String, Instant> quietUntil = new HashMap<>();

    Alerts(EmulatorOptions options, Faults faults, Push push) {
        this.options = options;
        this.faults = faults;
        this.push = push;
        this.clock = options.clock();
    }

    void onKey(ObjectNode key, JsonNode user, double spent) {
        JsonNode budget = key.path("max_budget");
        if (budget.isNumber() && spent >= budget.asDouble()) {
            send("budget_crossed", ofKey(key, user, spent), "Key Budget: " + crossed(budget.asDouble()));
        } else if (budget.isNumber()) {
            double left = (budget.asDouble() - spent) / budget.asDouble();
            String share = left <= ALMOST ? "5%" : "15%";
            if (left <= NEARLY) {
                send(
                        "threshold_crossed",
                        ofKey(key, user, spent),
                        "Key Budget: " + share + " or less of budget remaining");
            }
        }
        onSoftBudget(key, user);
    }

    /** Looks at the flushed spend. Where there is no other budget, LiteLLM also claims that the soft one is hard. */
    private void onSoftBudget(ObjectNode key, JsonNode user) {
        JsonNode soft = key.path("soft_budget");
        double flushed = key.path("spend").asDouble();
        if (!soft.isNumber() || flushed < soft.asDouble()) {
            return;
        }
        String amount = Json.repr(soft.asDouble());
        ObjectNode event = ofKey(key, user, flushed);
        event.set("soft_budget", soft);
        send("soft_budget_crossed", event, "Soft Budget Crossed: Total Soft Budget:`" + amount + "`");
        if (!key.path("max_budget").isNumber()) {
            ObjectNode wrong = ofKey(key, user, flushed);
            wrong.set("max_budget", soft);
            wrong.putNull("user_email");
            String message = "Key Budget: Projected Limit Exceeded" + crossed(soft.asDouble());
            send("budget_crossed", wrong, message);
        }
    }

    void onTeam(ObjectNode team, ObjectNode key, double spent) {
        ObjectNode event = event(spent, team.path("max_budget"), "team");
        event.set("token", key.get("token"));
        event.set("user_id", key.get("user_id"));
        event.set("team_id", team.get("team_id"));
        event.set("team_alias", team.get("team_alias"));
        send(
                "budget_crossed",
                event,
                "Team Budget: " + crossed(team.path("max_budget").asDouble()));
    }

    void onUser(ObjectNode user, double spent) {
        ObjectNode event = event(spent, user.path("max_budget"), "user");
        event.set("user_id", user.get("user_id"));
        event.set("user_email", user.get("user_email"));
        send(
                "budget_crossed",
                event,
                "User Budget: " + crossed(user.path("max_budget").asDouble()));
    }

    void onEndUser(String endUser, ObjectNode key, double cost) {
        ObjectNode event = event(cost, Json.object().nullNode(), "end_user");
        event.put("customer_id", endUser);
        event.set("token", key.get("token"));
        event.set("key_alias", key.get("key_alias"));
        String message = "Customer spend tracked. Customer=" + endUser + ", spend=" + Json.repr(cost);
        post(event.put("event", "spend_tracked").put("event_message", message), "");
    }

    /** What {@code /health/services} sends: it looks like a real crossing, and is none. */
    void sendMock() {
        ObjectNode event = event(1, Json.object().numberNode(0.0), "key");
        event.put("token", Caller.MASTER).put("user_id", Caller.DEFAULT_USER);
        event.put("event", "budget_crossed").put("event_message", "User Budget: " + crossed(0));
        post(event, "");
    }

    private static String crossed(double budget) {
        return "Budget Crossed\n Total Budget:`" + Json.repr(budget) + "`";
    }

    private static ObjectNode ofKey(ObjectNode key, JsonNode user, double spent) {
        ObjectNode event = event(spent, key.path("max_budget"), "key");
        event.set("token", key.get("token"));
        event.set("user_id", key.get("user_id"));
        event.set("team_id", key.get("team_id"));
        event.set("key_alias", key.get("key_alias"));
        event.set("user_email", user.get("user_email"));
        return event;
    }

    private static ObjectNode event(double spent, JsonNode budget, String group) {
        ObjectNode event = Json.object().put("spend", spent);
        event.set("max_budget", budget.isMissingNode() ? null : budget);
        for (String column : new String[] {
            "soft_budget",
            "token",
            "customer_id",
            "user_id",
            "team_id",
            "team_alias",
            "organization_id",
            "user_email",
            "key_alias",
            "projected_exceeded_date",
            "projected_spend"
        }) {
            event.putNull(column);
        }
        event.put("event_group", group);
        return event.putNull("alert_emails").putNull("max_budget_alert_emails");
    }

    private void send(String name, ObjectNode event, String message) {
        String owner = event.path("event_group").asText()
                + event.path("token").asText("")
                + event.path("user_id").asText("")
                + event.path("team_id").asText("");
        String once = name + ":" + owner;
        if (!clock.instant().isBefore(quietUntil.getOrDefault(once, Instant.MIN))) {
            post(event.put("event", name).put("event_message", message), once);
        }
    }

    private void post(ObjectNode event, String once) {
        if (options.alertWebhook().isEmpty() || faults.dropsPush()) {
            return;
        }
        push.post(options.alertWebhook().get(), Map.of(), Json.write(event), status -> {
            if (status == 200 && !once.isEmpty()) {
                quietUntil.put(once, clock.instant().plus(ONCE_IN));
            }
        });
    }
}
