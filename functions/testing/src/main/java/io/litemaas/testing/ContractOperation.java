package io.litemaas.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What the contract says of one operation.
 *
 * @param session whether the face looks at the caller
 * @param idempotencyKey whether it needs one, since it creates something
 * @param page whether a browser is sent there, and may be answered with a page
 * @param bulk whether its body is a list, which is read as a stream
 * @param rate calls a minute for one caller, or {@link #UNLIMITED}
 * @param own the codes of the problems that are particular to it
 */
public record ContractOperation(
        String path,
        String method,
        String room,
        String role,
        String scope,
        boolean session,
        boolean idempotencyKey,
        boolean page,
        boolean bulk,
        int rate,
        List<String> own) {
    /** The rate of an operation whose calls nobody counts. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    static ContractOperation of(String path, String method, JsonNode operation) {
        boolean key = false;
        for (JsonNode parameter : operation.path("parameters")) {
            key |= parameter.path("$ref").asText().contains("IdempotencyKey");
        }
        JsonNode security = operation.path("security");
        return new ContractOperation(
                path.substring(1),
                method.toUpperCase(Locale.ROOT),
                operation.path("x-room").asText(),
                operation.path("x-role").asText(),
                operation.path("x-scope").asText(),
                security.isMissingNode() || !security.findValues("session").isEmpty(),
                key,
                operation.at("/responses/default/$ref").asText().endsWith("ProblemPage"),
                operation
                        .at("/requestBody/content/application~1json/schema/type")
                        .asText()
                        .equals("array"),
                operation.path("x-rate").asInt(UNLIMITED),
                operation.path("x-problems").valueStream().map(JsonNode::asText).toList());
    }

    /** Whether a request's path is this one's; what stands in braces may be any segment. */
    boolean isAt(String requested) {
        return requested.matches("/" + path.replaceAll("\\{[^}]+}", "[^/]+"));
    }

    /** Whether it changes something. */
    public boolean changes() {
        return method.equals("POST");
    }

    /** Whether only somebody who is signed in may call it. */
    public boolean forSomebody() {
        return !role.equals("anyone");
    }

    /** The codes of all problems that it may answer with, as the contract's introduction says. */
    public Set<String> problems() {
        Set<String> codes = new HashSet<>(own);
        codes.addAll(List.of("http.method_not_allowed", "http.event_not_expected", "http.database_unavailable"));
        addIf(codes, !bulk, "http.invalid_request");
        addIf(codes, !page, "http.not_acceptable");
        addIf(codes, changes(), "http.malformed_body", "http.too_large", "http.unsupported_media_type");
        addIf(codes, session, "auth.session_ended");
        addIf(codes, changes() && session, "auth.csrf_header_missing");
        addIf(codes, forSomebody(), "auth.sign_in_required");
        addIf(codes, forSomebody() && !scope.equals("read"), "auth.scope_missing");
        addIf(codes, role.startsWith("admin"), "auth.forbidden");
        addIf(
                codes,
                idempotencyKey,
                "http.idempotency_key_required",
                "http.idempotency_key_reused",
                "http.in_progress");
        addIf(codes, rate != UNLIMITED, "http.rate_limited");
        return codes;
    }

    private static void addIf(Set<String> codes, boolean condition, String... more) {
        if (condition) {
            codes.addAll(List.of(more));
        }
    }
}
