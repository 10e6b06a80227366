package io.litemaas.access.kill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * What a client got.
 *
 * @param status 0 where the connection ended without an answer
 */
record Answer(int status, JsonNode body) {
    static final Answer NONE = new Answer(0, MissingNode.getInstance());

    /** As the table shows it. */
    String shown() {
        String code = body.path("code").asText("");
        return status == 0 ? "nothing" : (status + " " + code.substring(code.indexOf('.') + 1)).strip();
    }
}
