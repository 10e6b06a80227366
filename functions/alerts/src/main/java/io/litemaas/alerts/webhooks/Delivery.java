package io.litemaas.alerts.webhooks;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A message on its way to a webhook, and the receipt when it was taken.
 *
 * @param messageId the header {@code webhook-id}, the same at each attempt
 * @param state as the contract names it; what {@code failed} was given up
 * @param attempts that were begun
 * @param nextAt when it is offered again; absent when that is over
 * @param lastStatus what the receiver answered last; absent where nothing
 * @param lastError what went wrong last, in a word
 * @param deliveredAt when the receiver said that it has it
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Delivery(
        UUID id,
        UUID webhookId,
        UUID messageId,
        String type,
        String state,
        int attempts,
        Instant createdAt,
        Optional<Instant> nextAt,
        Optional<Integer> lastStatus,
        Optional<String> lastError,
        Optional<Instant> deliveredAt) {}
