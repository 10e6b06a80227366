package io.litemaas.emulator.litellm;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Map;

/** What LiteLLM says when it refuses a call whole, in the words and shapes that were recorded (015, 018, 076, 249, 477). */
final class RefusedByFault {
    private RefusedByFault() {}

    static Reply reply(Fault fault, String path) {
        return switch (fault.kind()) {
            case UNAUTHORIZED ->
                Refusal.error(401, "token_not_found_in_db", "key", "Authentication Error, Invalid API key provided.")
                        .reply();
            case FORBIDDEN ->
                Refusal.detail(
                                403,
                                "Virtual key is not allowed to call this route. Only allowed to call routes: []."
                                        + " Tried to call route: " + path)
                        .reply();
            case THROTTLED -> throttled(fault);
            case REFUSED400 ->
                Refusal.internalDetail(400, "max_budget must be a non-negative finite number. Received: -5.0")
                        .reply();
            case REFUSED422 -> Refusal.invalid(unreadable()).reply();
            default -> throw new IllegalArgumentException(fault.kind() + " is no refusal");
        };
    }

    private static Reply throttled(Fault fault) {
        Reply reply = Refusal.error(
                        429,
                        "throttling_error",
                        "",
                        "Rate limit exceeded for api_key: " + "0".repeat(64)
                                + ". Limit type: requests. Current limit: 2, Remaining: 0.")
                .reply();
        return fault.retryAfter().isEmpty() ? reply : reply.with(Map.of("retry-after", fault.retryAfter()));
    }

    private static ArrayNode unreadable() {
        ArrayNode faults = Json.MAPPER.createArrayNode();
        faults.addObject()
                .put("type", "json_invalid")
                .put("msg", "JSON decode error")
                .putArray("loc")
                .add("body")
                .add(14);
        return faults;
    }
}
