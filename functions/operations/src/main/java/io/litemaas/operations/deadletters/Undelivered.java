package io.litemaas.operations.deadletters;

import com.fasterxml.jackson.databind.JsonNode;
import io.litemaas.platform.face.EventHandler;
import io.quarkus.funqy.knative.events.CloudEvent;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What a dead letter says of itself, none of which is believed yet.
 *
 * @param type of the event that was not delivered
 * @param job its extension, on events that a job is due
 * @param destination where it was not taken; unknown, like code and reason, where no answer came in time
 * @param code the answer's status there
 * @param reason what was answered there
 */
record Undelivered(
        UUID eventId,
        String type,
        Optional<String> job,
        Optional<Destination> destination,
        Optional<Integer> code,
        Optional<String> reason,
        String data) {
    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern CODE = Pattern.compile("[1-5]\\d\\d");

    /** Empty where its id is in no form of ours. */
    static Optional<Undelivered> of(CloudEvent<JsonNode> event) {
        Map<String, String> extensions = event.extensions();
        if (event.id() == null || !UUID_FORM.matcher(event.id()).matches()) {
            return Optional.empty();
        }
        return Optional.of(new Undelivered(
                UUID.fromString(event.id()),
                extensions.getOrDefault(EventHandler.ORIGINAL_TYPE, ""),
                Optional.ofNullable(extensions.get("job")),
                Optional.ofNullable(extensions.get("knativeerrordest")).flatMap(Destination::of),
                Optional.ofNullable(extensions.get("knativeerrorcode"))
                        .filter(code -> CODE.matcher(code).matches())
                        .map(Integer::valueOf),
                Optional.ofNullable(extensions.get("knativeerrordata")).flatMap(Undelivered::decoded),
                event.data().toString()));
    }

    /** A job that is due is for its own room alone, whose name its name begins with. */
    boolean mayBeFor(String path) {
        return job.map(name -> path.startsWith(name.split("\\.", 2)[0] + "/")).orElse(true);
    }

    /** PostgreSQL stores no NUL, and nobody reads one. */
    private static Optional<String> decoded(String base64) {
        try {
            return Optional.of(
                    new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8).replace("\0", ""));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
