package io.litemaas.platform.face;

import io.litemaas.platform.problem.HttpProblem;
import io.litemaas.platform.problem.Problem;
import io.vertx.core.http.HttpServerRequest;

/** The header that tells a repetition from a second request; its value is a secret. */
public final class IdempotencyKey {
    /** Its name. */
    public static final String HEADER = "Idempotency-Key";

    private static final int LONGEST = 200;

    private IdempotencyKey() {}

    static void check(HttpServerRequest request, Operation operation) {
        if (operation.creates() == Changes.Creation.NOTHING) {
            return;
        }
        String key = request.getHeader(HEADER);
        int shortest = operation.creates().shortestKey();
        if (key == null || key.length() < shortest || key.length() > LONGEST || !key.matches("[\\x21-\\x7e]+")) {
            throw Problem.of(
                    HttpProblem.IDEMPOTENCY_KEY_REQUIRED,
                    "Send an " + HEADER + " of " + shortest + " to " + LONGEST
                            + " random visible characters, and the same one when you repeat the request.");
        }
    }
}
