package io.litemaas.alerts.webhooks;

import io.litemaas.platform.problem.FieldError;
import io.litemaas.platform.problem.HttpProblem;
import io.litemaas.platform.problem.Problem;
import java.util.Base64;
import java.util.List;

/** What a webhook's receiver verifies with, in Standard Webhooks' form: {@code whsec_} and 24 to 64 bytes in base64. */
final class WebhookSecret {
    private static final String PREFIX = "whsec_";
    private static final int SHORTEST = 24;
    private static final int LONGEST = 64;

    private WebhookSecret() {}

    static void check(String secret) {
        if (!isWellFormed(secret)) {
            throw Problem.invalid(
                    HttpProblem.INVALID_REQUEST,
                    List.of(new FieldError(
                            "secret",
                            "must be whsec_ and " + SHORTEST + " to " + LONGEST + " random bytes in base64")));
        }
    }

    private static boolean isWellFormed(String secret) {
        if (!secret.startsWith(PREFIX)) {
            return false;
        }
        try {
            int bytes = Base64.getDecoder().decode(secret.substring(PREFIX.length())).length;
            return bytes >= SHORTEST && bytes <= LONGEST;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
