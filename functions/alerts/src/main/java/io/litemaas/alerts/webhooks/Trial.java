package io.litemaas.alerts.webhooks;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import java.util.UUID;

/**
 * How it went to try a webhook out.
 *
 * @param messageId the header {@code webhook-id} of the message that was sent
 * @param taken whether the receiver answered with 2xx
 * @param status what it answered; absent where it did not
 * @param error what went wrong, in a word
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Trial(UUID messageId, boolean taken, Optional<Integer> status, Optional<String> error) {}
