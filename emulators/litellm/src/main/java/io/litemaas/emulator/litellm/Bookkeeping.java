package io.litemaas.emulator.litellm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes each call of a model into the ledger, the refused ones too, and hands it to the push of request logs. */
final class Bookkeeping implements Face.Rejections {
    private static final Map<String, String> CLASSES = Map.of(
            "budget_exceeded", "BudgetExceededError",
            "key_model_access_denied", "ModelAccessDeniedProxyException",
            "throttling_error", "RateLimitError");
    private static final Map<String, String> NORMALIZED = Map.of(
            "budget_exceeded", "429_BUDGET_EXCEEDED",
            "key_model_access_denied", "403_MODEL_ACCESS_DENIED",
            "throttling_error", "429_RATE_LIMIT_EXCEEDED",
            "invalid_request_error", "400_INVALID_REQUEST");

    /** Refused before the request was looked at: LiteLLM then logs a call id of its own, not the client's. */
    private static final Set<String> AT_THE_GATE = Set.of(
            "",
            "user_model_access_denied",
            "team_model_access_denied",
            "auth_error",
            "token_not_found_in_db",
            "expired_key",
            "key_model_access_denied",
            "budget_exceeded");

    private final ModelCatalogue catalogue;
    private final Store store;
    private final Ledger ledger;
    private final LogPush push;
    private final Alerts alerts;
    private final Ids ids;
    private final Clock clock;
    private final String masterKey;

    Bookkeeping(
            ModelCatalogue catalogue,
            Store store,
            Ledger ledger,
            LogPush push,
            Alerts alerts,
            Ids ids,
            EmulatorOptions options) {
        this.catalogue = catalogue;
        this.store = store;
        this.ledger = ledger;
        this.push = push;
        this.alerts = alerts;
        this.ids = ids;
        this.clock = options.clock();
        this.masterKey = options.masterKey();
    }

    void success(
            Call call, String callId, ModelRequest request, Deployment deployment, ModelAnswer answer, Instant start) {
        Instant end = clock.instant();
        String suffix = answer.isHit() ? "_cache_hit" + Json.repr(Times.epochSeconds(end)) : "";
        ObjectNode key = store.key(call.caller().keyHash()).orElseGet(Json::object);
        SpendRow row = new SpendRow(
                (request.isEmbedding() ? callId : answer.id()) + suffix,
                callId,
                request.route(),
                call.caller().keyHash(),
                key.path("user_id").asText(call.caller().isMaster() ? Caller.DEFAULT_USER : ""),
                key.path("team_id").asText(""),
                request.endUser(),
                deployment.model(),
                deployment.id(),
                deployment.group(),
                deployment.provider(),
                micros(start),
                micros(end),
                answer.tokens(),
                answer.cost(),
                answer.cacheKey(),
                answer.isHit(),
                request.isStreamed(),
                SpendRow.FailureCause.NONE,
                ids.uuid(),
                ledger.visibleAt(end),
                false);
        ledger.add(row);
        push.add(row, request.body(), answer.body(request));
        if (!request.endUser().isEmpty()) {
            alerts.onEndUser(request.endUser(), key, answer.cost().total());
        }
    }

    @Override
    public void refused(Call call, Refusal refusal) {
        ObjectNode body = bodyOf(call);
        String asked = body.path("model").asText("");
        String type = refusal.reply().body().path("error").path("type").asText("");
        boolean unknown = catalogue.byGroup(asked).isEmpty();
        boolean reached = type.equals("invalid_request_error") && !body.isEmpty();
        String hash = keyHash(call);
        ObjectNode key = store.key(hash).orElseGet(Json::object);
        Optional<Deployment> deployment = catalogue.byGroup(asked);
        String callId = AT_THE_GATE.contains(type)
                ? ids.uuid()
                : Optional.ofNullable(call.headers().get("x-litellm-call-id")).orElseGet(ids::uuid);
        Instant now = clock.instant();
        SpendRow row = new SpendRow(
                callId,
                callId,
                routeOf(call),
                hash,
                key.path("user_id").asText(""),
                key.path("team_id").asText(""),
                body.path("user").asText(""),
                deployment.map(Deployment::model).orElse(unknown && reached ? "unknown-model" : asked),
                deployment.map(Deployment::id).orElse(""),
                deployment.map(Deployment::group).orElse(unknown && reached ? "" : asked),
                deployment.map(Deployment::provider).orElse(""),
                micros(now),
                micros(now),
                tokens(body, deployment, refusal),
                SpendRow.Cost.NONE,
                "",
                false,
                false,
                cause(refusal),
                ids.uuid(),
                ledger.visibleAt(now),
                false);
        ledger.add(row);
        push.add(row, body, Json.object());
    }

    /** What an upstream refused has had its prompt counted. */
    private static SpendRow.Tokens tokens(ObjectNode body, Optional<Deployment> deployment, Refusal refusal) {
        boolean atUpstream = refusal.getMessage().startsWith("litellm.")
                && deployment.map(Deployment::alwaysFails).orElse(false);
        return new SpendRow.Tokens(atUpstream ? new ModelRequest("", body).countedTokens() : 0, 0);
    }

    private static String logged(String message) {
        return message.startsWith("Rate limit exceeded") ? "litellm.RateLimitError: " + message : message;
    }

    private static SpendRow.FailureCause cause(Refusal refusal) {
        int status = refusal.reply().status();
        String type = refusal.reply().body().path("error").path("type").asText("");
        return new SpendRow.FailureCause(
                String.valueOf(status),
                CLASSES.getOrDefault(type, "ProxyException"),
                logged(refusal.getMessage()),
                NORMALIZED.getOrDefault(type, "401_AUTHENTICATION"));
    }

    private String keyHash(Call call) {
        try {
            String value = Gate.valueIn(call.headers());
            return value.equals(masterKey) ? Caller.MASTER : Ids.sha256(value);
        } catch (Refusal noKey) {
            return "";
        }
    }

    private static ObjectNode bodyOf(Call call) {
        try {
            return ModelRequest.of(call).body();
        } catch (Refusal noJson) {
            return Json.object();
        }
    }

    private static String routeOf(Call call) {
        return call.path().startsWith("/v1/") ? call.path().substring(3) : call.path();
    }

    private static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }
}
