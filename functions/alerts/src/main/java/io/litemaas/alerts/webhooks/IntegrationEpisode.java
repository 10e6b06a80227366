package io.litemaas.alerts.webhooks;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A time in which LiteLLM could not be used, as receivers are told.
 *
 * @param type of the message: whether it begins or ends
 * @param cause why it begins; absent at its end
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record IntegrationEpisode(@JsonIgnore String type, UUID episodeId, Optional<String> cause) {

    /** Its beginning. */
    public static IntegrationEpisode opened(UUID id, String cause) {
        return new IntegrationEpisode("integration.opened", id, Optional.of(cause));
    }

    /** Its end. */
    public static IntegrationEpisode closed(UUID id) {
        return new IntegrationEpisode("integration.closed", id, Optional.empty());
    }

    /** The system that it is about. */
    @JsonProperty
    String integration() {
        return "litellm";
    }

    /** The event's id is the message's: an episode begins once and ends once. */
    @JsonIgnore
    Message message(UUID eventId, Instant at) {
        return new Message(eventId, type, at, this);
    }
}
