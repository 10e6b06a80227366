package io.litemaas.spend.budgets;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.litemaas.platform.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A budget and how it stands, as the last sweep found it.
 *
 * @param name of the user, the subscription or the key; absent where that is gone
 * @param periodEnd absent where it never ends
 * @param spent in that period
 * @param blocking whether it stops its keys
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record BudgetState(
        UUID id,
        Scope scope,
        UUID scopeId,
        Optional<String> name,
        UUID ownerId,
        Money amount,
        Recurrence period,
        String zone,
        List<Integer> thresholds,
        Mode mode,
        int version,
        Instant periodStart,
        Optional<Instant> periodEnd,
        Money spent,
        boolean blocking,
        Instant sweptAt) {}
