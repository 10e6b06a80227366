package io.litemaas.emulator.litellm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** An error in one of LiteLLM's shapes; thrown where it is found, answered in one place. */
final class Refusal extends RuntimeException {
    private final transient Reply reply;

    private Refusal(String message, Reply reply) {
        super(message, null, false, false);
        this.reply = reply;
    }

    /** {@code {"error":{message,type,param,code}}}; the code is a string, the parameter may be null or "None". */
    static Refusal error(int status, String type, String param, String message) {
        ObjectNode error = Json.object();
        error.put("message", message).put("type", type);
        if (param.isEmpty()) {
            error.putNull("param");
        } else {
            error.put("param", param);
        }
        error.put("code", String.valueOf(status));
        return new Refusal(message, Reply.of(status, wrap("error", error)));
    }

    static Refusal internal(int status, String message) {
        return error(status, "internal_server_error", "", message);
    }

    /** LiteLLM puts the Python spelling of its own detail into the message. */
    static Refusal internalDetail(int status, String message) {
        String quote = message.contains("'") && !message.contains("\"") ? "\"" : "'";
        return internal(status, "{'error': " + quote + message.replace("\n", "\\n") + quote + "}");
    }

    static Refusal auth(int status, String message) {
        return error(status, "auth_error", "None", message);
    }

    static Refusal authentication(String message) {
        return auth(401, "Authentication Error, " + message);
    }

    static Refusal detail(int status, String text) {
        return new Refusal(text, Reply.of(status, Json.object().put("detail", text)));
    }

    static Refusal detailError(int status, String text) {
        return new Refusal(text, Reply.of(status, wrap("detail", Json.object().put("error", text))));
    }

    /** FastAPI's refusal of a body or a query that does not fit. */
    static Refusal invalid(JsonNode faults) {
        return new Refusal("invalid", Reply.of(422, wrap("detail", faults)));
    }

    static Refusal of(Reply reply, String message) {
        return new Refusal(message, reply);
    }

    Refusal with(Map<String, String> headers) {
        return new Refusal(getMessage(), reply.with(headers));
    }

    Reply reply() {
        return reply;
    }

    private static ObjectNode wrap(String name, JsonNode value) {
        ObjectNode body = Json.object();
        body.set(name, value);
        return body;
    }
}
