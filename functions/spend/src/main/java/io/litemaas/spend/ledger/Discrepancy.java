package io.litemaas.spend.ledger;

import io.litemaas.platform.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A request that came again with another cost or other tokens than were booked.
 *
 * @param day the UTC day that it is booked to
 * @param identity the request's identity in the ledger
 * @param source {@code pull}, which corrects what is booked, or {@code push}, which is only noted
 */
public record Discrepancy(
        long number,
        LocalDate day,
        UUID identity,
        String source,
        Money cost,
        long promptTokens,
        long completionTokens,
        Money bookedCost,
        long bookedPromptTokens,
        long bookedCompletionTokens,
        Instant foundAt) {}
