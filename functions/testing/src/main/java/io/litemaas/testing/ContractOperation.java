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
 * @param problems the codes of all problems that it may answer with: its own, and the face's by the contract's rules
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
        Set<String> problems) {
    /** The rate of an operation whose calls nobody counts. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    /**
     * Reads one.
     *
     * @param rules the contract's {@code x-face-problems}
     */
    static ContractOperation of(String path, String method, JsonNode operation, JsonNode rules) {
        ContractOperation own = ofItself(path, method, operation);
        Set<String> problems = new HashSet<>(own.problems());
        rules.valueStream()
                .filter(rule -> own.isAll(rule.path("where")))
                .forEach(rule -> problems.addAll(codes(rule.path("codes"))));
        return own.with(problems);
    }

    private ContractOperation with(Set<String> all) {
        return new ContractOperation(
                path, method, room, role, scope, session, idempotencyKey, page, bulk, rate, Set.copyOf(all));
    }

    private static ContractOperation ofItself(String path, String method, JsonNode operation) {
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
                Set.copyOf(codes(operation.path("x-problems"))));
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

    private boolean isAll(JsonNode traits) {
        return traits.valueStream().map(JsonNode::asText).allMatch(this::is);
    }

    /** The words in which the contract's rules speak of an operation. */
    private boolean is(String trait) {
        return switch (trait) {
            case "fields" -> !bulk;
            case "json" -> !page;
            case "post" -> changes();
            case "session" -> session;
            case "somebody" -> forSomebody();
            case "admin" -> role.startsWith("admin");
            case "beyond-read" -> !scope.equals("read");
            case "idempotency-key" -> idempotencyKey;
            case "rate" -> rate != UNLIMITED;
            default -> throw new IllegalArgumentException("the contract's rules know no " + trait);
        };
    }

    private static List<String> codes(JsonNode list) {
        return list.valueStream().map(JsonNode::asText).toList();
    }
}
