package io.litemaas.operations.deadletters;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An event that a handler did not take, however often it was tried.
 *
 * @param handler the function that did not take it, or the address of a subscriber that is not ours
 * @param code the status of its last answer
 * @param reason the text of its last answer, or why there was none
 * @param times how often the broker gave up on it
 * @param resentAt when it was sent again since; empty while it waits
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record DeadLetter(
        UUID id,
        UUID eventId,
        String type,
        String subject,
        Optional<String> job,
        String handler,
        Optional<Integer> code,
        Optional<String> reason,
        Instant firstAt,
        Instant lastAt,
        int times,
        Optional<Instant> resentAt) {}
