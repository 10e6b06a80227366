package io.litemaas.alerts.webhooks;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A time in which LiteLLM could not be used, as receivers are told.
 *
 * @param turn whether it begins or ends
 * @param cause absent where it was over when it was told
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record IntegrationEpisode(@JsonIgnore Turn turn, UUID episodeId, Optional<String> cause) {

    /** Which end of it is told. */
    public enum Turn {
        OPENED,
        CLOSED
    }

    /** The system that it is about. */
    @JsonProperty
    String integration() {
        return "litellm";
    }

    /** The event's id is the message's: an episode begins once and ends once. */
    @JsonIgnore
    Message message(UUID eventId, Instant now) {
        return new Message(eventId, "integration." + turn.name().toLowerCase(Locale.ROOT), now, this);
    }
}
