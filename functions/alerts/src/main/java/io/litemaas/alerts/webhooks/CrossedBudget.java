package io.litemaas.alerts.webhooks;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.litemaas.platform.money.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A budget that has reached a threshold, as receivers are told: people by their ids only, since this leaves the house.
 *
 * @param scope {@code user}, {@code subscription} or {@code key}
 * @param name of the subscription or the key
 * @param threshold in percent
 * @param mode whether its keys stop when it is used up: {@code observe} or {@code block}
 * @param periodEnd absent where the period never ends
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record CrossedBudget(
        UUID crossingId,
        UUID budgetId,
        String scope,
        UUID scopeId,
        Optional<String> name,
        UUID ownerId,
        int threshold,
        Money amount,
        Money spent,
        String mode,
        String period,
        String zone,
        Instant periodStart,
        Optional<Instant> periodEnd,
        Instant crossedAt) {
    static final String TYPE = "budget.crossed";

    /** The crossing's id is the message's: what crosses once is told under one id. */
    @JsonIgnore
    Message message() {
        return new Message(crossingId, TYPE, crossedAt, this);
    }
}
