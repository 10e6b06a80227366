package io.litemaas.emulator.broker;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;

/**
 * What became of one attempt.
 *
 * @param status the answer's; 500 where none came, as Knative has it
 * @param known false where the time for an answer was over: Knative's channel then knows neither who did not answer nor
 *     why, and its dead letter says nothing
 */
record Outcome(int status, String body, boolean known) {
    private static final Set<Integer> PASSING = Set.of(404, 408, 409, 429);
    private static final int LONGEST = 1024;

    static Outcome answered(int status, String body) {
        return new Outcome(status, body, true);
    }

    static Outcome refused(String why) {
        return new Outcome(500, "dispatch error: " + why, true);
    }

    static Outcome noAnswer() {
        return new Outcome(500, "", false);
    }

    boolean taken() {
        return status / 100 == 2;
    }

    /** Knative repeats what may pass; other refusals go to the dead letter sink at once. */
    boolean mayPass() {
        return status >= 500 || PASSING.contains(status);
    }

    /** What Knative adds to a dead letter. */
    Map<String, String> extensions(String destination) {
        if (!known) {
            return Map.of();
        }
        String encoded = Base64.getEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8));
        return Map.of(
                "knativeerrordest", destination,
                "knativeerrorcode", Integer.toString(status),
                "knativeerrordata", encoded.substring(0, Math.min(LONGEST, encoded.length())));
    }
}
