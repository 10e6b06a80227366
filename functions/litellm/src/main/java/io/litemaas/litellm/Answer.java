package io.litemaas.litellm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * Status and body of an answer; the body is missing where it was no JSON. It prints as its status.
 *
 * @param retryAfter the header of that name
 */
record Answer(int status, JsonNode body, Optional<String> retryAfter) {
    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    boolean isRefusal() {
        return status >= 400 && status < 500;
    }

    boolean refusesTheCredential() {
        return status == 401 || status == 403;
    }

    boolean isThrottled() {
        return status == 429;
    }

    boolean isFromGateway() {
        return status == 408 || status == 502 || status == 503 || status == 504;
    }

    /**
     * Whether a 404 speaks of the thing that was asked for. A wrong address, a proxy without a route, and LiteLLM itself
     * for an unknown path ({@code {"detail": "Not Found"}}) answer 404 as well, and say nothing about users or keys.
     */
    boolean saysAbsent() {
        return status == 404
                && (body.path("error").isObject() || body.path("detail").isObject());
    }

    @Override
    public String toString() {
        return "Answer[" + status + "]";
    }
}
