package io.litemaas.platform.face;

import io.quarkus.funqy.knative.events.CloudEventMapping;
import io.quarkus.funqy.knative.events.EventAttribute;
import java.util.Arrays;

/**
 * A function that events call.
 *
 * @param path where its Trigger posts, which is the function's name
 * @param type the one type of event that it takes; {@link #UNDELIVERED} for any of ours
 * @param room the room that it belongs to
 */
public record EventHandler(String path, String type, String room) {
    /** What a handler of dead letters declares: the face gives it events of all types as this one. */
    public static final String UNDELIVERED = "io.litemaas.undelivered.v1";

    /** The attribute in which an undelivered event keeps its own type. */
    public static final String ORIGINAL_TYPE = "originaltype";

    /** The attribute that the face sets from the path, so that two handlers of one type can live in one process. */
    public static final String ATTRIBUTE = "handler";

    boolean takesUndelivered() {
        return type.equals(UNDELIVERED);
    }

    boolean takes(String eventType) {
        return takesUndelivered() ? eventType.startsWith("io.litemaas.") : eventType.equals(type);
    }

    void mustFilterOnItself(CloudEventMapping mapping) {
        boolean filters = Arrays.stream(mapping.attributes())
                .anyMatch(attribute ->
                        attribute.name().equals(ATTRIBUTE) && attribute.value().equals(path));
        if (!filters || type.isEmpty()) {
            throw new IllegalStateException(
                    path + " needs a trigger, and the attribute " + ATTRIBUTE + " = " + path + ": "
                            + Arrays.stream(mapping.attributes())
                                    .map(EventAttribute::name)
                                    .toList());
        }
    }
}
