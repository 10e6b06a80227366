package io.litemaas.testing;

import com.fasterxml.jackson.databind.JsonNode;

/** What the contract says of one operation. */
public record ContractOperation(
        String path, String method, String room, String role, String scope, boolean idempotencyKey) {

    static ContractOperation of(String path, String method, JsonNode operation) {
        boolean key = false;
        for (JsonNode parameter : operation.path("parameters")) {
            key |= parameter.path("$ref").asText().contains("IdempotencyKey");
        }
        return new ContractOperation(
                path.substring(1),
                method.toUpperCase(java.util.Locale.ROOT),
                operation.path("x-room").asText(),
                operation.path("x-role").asText(),
                operation.path("x-scope").asText(),
                key);
    }
}
