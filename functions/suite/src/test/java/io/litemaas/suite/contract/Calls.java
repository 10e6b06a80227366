package io.litemaas.suite.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.litemaas.testing.Contract;
import io.litemaas.testing.ContractOperation;
import io.litemaas.testing.Person;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** One right call of each operation: the one thing of an operation that no contract can tell. */
final class Calls {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Contract contract = Contract.load();
    private final Stage stage = new Stage();
    private final Webhooks webhooks = new Webhooks();
    private final Map<String, Function<Person, Object>> inputs = new HashMap<>();

    Calls() {
        people();
        subscriptionsAndKeys();
        money();
        oversight();
    }

    /** The operations that have one. */
    Set<String> known() {
        return inputs.keySet();
    }

    /** A right call by somebody new who may make it. */
    Call of(ContractOperation operation) {
        Person caller = somebodyFor(operation);
        JsonNode input = JSON.valueToTree(inputs.get(operation.path()).apply(caller));
        Call call = new Call(operation, operation.session() ? caller.token() : "", input, Map.of());
        return headed(
                operation.idempotencyKey()
                        ? call.idempotencyKey(UUID.randomUUID().toString())
                        : call);
    }

    /** Somebody new with the role that it needs. */
    Person somebodyFor(ContractOperation operation) {
        return switch (operation.role()) {
            case "admin" -> Person.admin("anna");
            case "admin-readonly" -> Person.with("rosa", "user", "admin-readonly");
            default -> Person.user("ulla");
        };
    }

    private Call headed(Call call) {
        return switch (call.operation().path()) {
            case "auth/callback" -> call.header("Cookie", stage.signInCookies());
            case "auth/refresh" -> call.header("Cookie", stage.sessionCookies()).header("X-LiteMaaS-CSRF", "1");
            case "ledger/litellm-logs" -> call.header("X-LiteMaaS-Push", stage.pushSecret());
            default -> call;
        };
    }

    private void people() {
        nothing("auth/login", "auth/provider", "auth/refresh", "auth/logout", "auth/logout-everywhere", "auth/me");
        nothing("users/list", "tokens/list");
        inputs.put("auth/callback", caller -> stage.signInAnswer());
        inputs.put(
                "users/disable", caller -> Map.of("userId", Person.user("otto").id()));
        inputs.put(
                "users/enable", caller -> Map.of("userId", Person.user("otto").id()));
        inputs.put("tokens/create", caller -> Map.of("name", "ci", "scope", "read", "expiresInDays", 30));
        inputs.put("tokens/revoke", caller -> Map.of("tokenId", stage.tokenOf(caller)));
    }

    private void subscriptionsAndKeys() {
        nothing("models/list", "models/sync", "subscriptions/list", "keys/list", "keys/reconcile", "keys/conflicts");
        inputs.put("models/get", caller -> Map.of("name", Stage.MODEL));
        inputs.put(
                "models/restrict",
                caller -> Map.of("name", Stage.MODEL, "restricted", false, "version", stage.modelVersion()));
        inputs.put("subscriptions/request", caller -> Map.of("name", "work", "models", List.of(Stage.MODEL)));
        inputs.put("subscriptions/cancel", caller -> Map.of("id", stage.subscriptionOf(caller), "version", 1));
        inputs.put(
                "subscriptions/decide",
                caller -> Map.of("id", stage.pendingSubscription(), "version", 1, "approve", true));
        inputs.put("keys/issue", caller -> Map.of("subscriptionId", stage.subscriptionOf(caller), "name", "laptop"));
        inputs.put("keys/block", caller -> Map.of("id", stage.keyOf(caller).id()));
        inputs.put("keys/unblock", caller -> Map.of("id", stage.blockedKeyOf(caller)));
        inputs.put("keys/revoke", caller -> Map.of("id", stage.keyOf(caller).id()));
        inputs.put("keys/verify", caller -> Map.of("value", stage.keyOf(caller).value()));
        inputs.put("keys/resolve-conflict", caller -> Map.of("id", stage.conflict(), "action", "dismiss"));
    }

    private void money() {
        nothing("ledger/pull", "ledger/days", "ledger/quarantine", "ledger/discrepancies", "usage", "budgets/list");
        inputs.put("ledger/litellm-logs", caller -> List.of());
        nothing("ledger/litellm-alerts/{token}");
        inputs.put("budgets/set", caller -> stage.budgetFor(Person.user("otto")));
        inputs.put("budgets/remove", caller -> Map.of("id", stage.budget(caller), "version", 1));
    }

    private void oversight() {
        nothing("health/integration", "inbox/list", "dead-letters/list");
        webhooks();
        inputs.put("inbox/read", caller -> Map.of("id", stage.messageTo(caller)));
        inputs.put("dead-letters/resend", caller -> Map.of("id", stage.deadLetter()));
    }

    private void webhooks() {
        nothing("alerts/webhooks/list", "alerts/deliveries/list");
        inputs.put("alerts/webhooks/create", caller -> Webhooks.NEW);
        inputs.put("alerts/webhooks/change", caller -> webhooks.changeOf(webhooks.make()));
        inputs.put("alerts/webhooks/remove", caller -> Map.of("id", webhooks.make(), "version", 1));
        inputs.put("alerts/webhooks/test", caller -> Map.of("id", webhooks.make()));
        inputs.put("alerts/deliveries/resend", caller -> Map.of("id", webhooks.givenUp()));
    }

    private void nothing(String... paths) {
        for (String path : paths) {
            inputs.put(path, caller -> Map.of());
        }
    }

    Contract contract() {
        return contract;
    }

    Stage stage() {
        return stage;
    }
}
