package io.litemaas.emulator.litellm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Calls of models: who may, for how much, the mock's answer, and its cost. */
final class ChatRoutes {
    private final ModelCatalogue catalogue;
    private final Store store;
    private final Budgets budgets;
    private final RateWindows rates;
    private final Bookkeeping books;
    private final Ids ids;
    private final Clock clock;
    private final boolean cacheOn;
    private final RememberedSpend remembered;
    private final Map<String, ModelAnswer> cache = new HashMap<>();

    ChatRoutes(
            ModelCatalogue catalogue,
            Store store,
            Budgets budgets,
            RateWindows rates,
            Bookkeeping books,
            Ids ids,
            Clock clock,
            boolean cacheOn) {
        this.catalogue = catalogue;
        this.store = store;
        this.budgets = budgets;
        this.rates = rates;
        this.books = books;
        this.ids = ids;
        this.clock = clock;
        this.cacheOn = cacheOn;
        this.remembered = new RememberedSpend(clock);
    }

    void addTo(Face face) {
        for (String prefix : new String[] {"/v1", ""}) {
            face.post(prefix + "/chat/completions", Access.MODELS, this::answer);
            face.post(prefix + "/embeddings", Access.MODELS, this::answer);
        }
    }

    private Reply answer(Call call) {
        Instant start = clock.instant();
        ModelRequest request = ModelRequest.of(call);
        String callId =
                Optional.ofNullable(call.headers().get("x-litellm-call-id")).orElseGet(ids::uuid);
        ObjectNode key = store.key(call.caller().keyHash()).orElseGet(Json::object);
        checkModel(request, key);
        budgets.check(key);
        Deployment deployment;
        try {
            deployment = choose(request, key);
        } catch (Refusal refusal) {
            throw refusal.with(headersOfFailure(callId, key));
        }
        ModelAnswer cached = cacheOn ? cache.get(request.cacheKey()) : null;
        ModelAnswer answer = cached == null ? fresh(request, deployment, key, start) : cached.asHit();
        if (cacheOn && cached == null) {
            cache.put(request.cacheKey(), answer);
        }
        rates.use(key, request.model(), answer.tokens().total());
        books.success(call, callId, request, deployment, answer, start);
        Map<String, String> headers = headers(callId, request, answer, key);
        return request.isStreamed()
                ? Reply.stream(answer.events(request)).with(headers)
                : Reply.ok(answer.body(request)).with(headers);
    }

    private void checkModel(ModelRequest request, ObjectNode key) {
        String team = key.path("team_id").asText("");
        String user = key.path("user_id").asText("");
        checkModel(request, key, "key_model_access_denied");
        if (team.isEmpty()) {
            store.user(user).ifPresent(row -> checkModel(request, row, "user_model_access_denied"));
        } else {
            store.team(team).ifPresent(row -> checkModel(request, row, "team_model_access_denied"));
        }
    }

    private void checkModel(ModelRequest request, ObjectNode owner, String type) {
        if (!catalogue.allows(owner.path("models"), request.model())) {
            throw Refusal.error(
                    403,
                    type,
                    "model",
                    "The requested model '" + request.model()
                            + "' is not available for this API key, or the model name is invalid."
                            + " Check the models available to you and try again.");
        }
    }

    private Deployment choose(ModelRequest request, ObjectNode key) {
        rates.admit(key, request.model());
        Deployment deployment = catalogue.byGroup(request.model()).orElseThrow(() -> unknownModel(request));
        if (!request.isEmbedding() && !request.body().has("messages")) {
            throw Refusal.error(
                    400,
                    "invalid_request_error",
                    "messages",
                    request.route() + ": Missing required parameter: 'messages'.");
        }
        if (deployment.alwaysFails()) {
            String message = "litellm.RateLimitError: this is a mock rate limit error\n\nLiteLLM: model group '"
                    + deployment.group() + "' failed with the error above. No fallback was attempted.";
            throw Refusal.error(429, "throttling_error", "", message);
        }
        return deployment;
    }

    private static Refusal unknownModel(ModelRequest request) {
        String name = request.model().isEmpty() ? "None" : request.model();
        String message = request.route() + ": Invalid model name passed in model=" + name
                + ". Call `/v1/models` to view available models for your key.";
        ObjectNode error = Json.object();
        error.put("message", message).put("type", "invalid_request_error").putNull("param");
        error.put("code", "400").putObject("provider_specific_fields").put("error", message);
        ObjectNode body = Json.object();
        body.set("error", error);
        return Refusal.of(Reply.of(400, body), message);
    }

    private ModelAnswer fresh(ModelRequest request, Deployment deployment, ObjectNode key, Instant now) {
        SpendRow.Tokens tokens;
        if (request.isEmbedding()) {
            tokens = new SpendRow.Tokens(10, 0);
        } else if (request.isStreamed()) {
            int words = deployment.mockAnswer().split(" ", -1).length;
            tokens = new SpendRow.Tokens(request.countedTokens(), words);
        } else {
            tokens = new SpendRow.Tokens(budgets.concern(key) ? request.countedTokens() : 10, 20);
        }
        return new ModelAnswer(
                "chatcmpl-" + ids.uuid(),
                now.getEpochSecond(),
                deployment,
                tokens,
                deployment.costOf(tokens),
                cacheOn ? request.cacheKey() : "",
                false);
    }

    private Map<String, String> headersOfFailure(String callId, ObjectNode key) {
        Map<String, String> headers = limits(key);
        headers.put("x-litellm-call-id", callId);
        headers.put("x-litellm-response-cost", "0");
        headers.put("x-litellm-key-spend", Json.repr(remembered.spendOf(key)));
        return headers;
    }

    private static Map<String, String> limits(ObjectNode key) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String limit : new String[] {"rpm", "tpm"}) {
            if (key.path(limit + "_limit").isNumber()) {
                headers.put(
                        "x-litellm-key-" + limit + "-limit",
                        key.path(limit + "_limit").asText());
            }
        }
        return headers;
    }

    /** A stream's headers are sent before its cost is known. */
    private Map<String, String> headers(String callId, ModelRequest request, ModelAnswer answer, ObjectNode key) {
        SpendRow.Cost cost = request.isStreamed() ? SpendRow.Cost.NONE : answer.cost();
        Deployment deployment = answer.deployment();
        Map<String, String> headers = limits(key);
        headers.put("x-litellm-call-id", callId);
        headers.put("x-litellm-model-id", deployment.id());
        headers.put("x-litellm-version", "1.108.7");
        headers.put("x-litellm-key-spend", Json.repr(remembered.spendOf(key) + cost.total()));
        if (answer.isHit()) {
            headers.put("x-litellm-cache-key", answer.cacheKey());
            return headers;
        }
        headers.put("x-litellm-model-group", deployment.group());
        headers.put("x-litellm-model-name", deployment.model());
        headers.put("x-litellm-model-api-base", deployment.apiBase());
        if (!request.isStreamed()) {
            headers.put("x-litellm-response-cost", Json.repr(cost.total()));
        }
        headers.put("x-litellm-response-cost-original", Json.repr(cost.total()));
        headers.put("x-litellm-response-cost-input", Json.repr(cost.input()));
        headers.put("x-litellm-response-cost-output", Json.repr(cost.output()));
        headers.put("x-litellm-attempted-retries", "0");
        headers.put("x-litellm-attempted-fallbacks", "0");
        return headers;
    }
}
