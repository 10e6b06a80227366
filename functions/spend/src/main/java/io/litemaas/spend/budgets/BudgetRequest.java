package io.litemaas.spend.budgets;

import io.litemaas.platform.money.Money;
import io.litemaas.platform.problem.FieldError;
import io.litemaas.platform.problem.HttpProblem;
import io.litemaas.platform.problem.Problem;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A budget as an admin wants it.
 *
 * @param id of the budget to change; empty makes a new one
 * @param version that the change is based on, with the id
 * @param zone whose calendar it follows, UTC unless given
 * @param thresholds in percent, 80 and 100 unless given
 */
public record BudgetRequest(
        Optional<UUID> id,
        Optional<Integer> version,
        Scope scope,
        UUID scopeId,
        Money amount,
        Recurrence period,
        Optional<String> zone,
        Optional<List<Integer>> thresholds,
        Mode mode) {
    private static final List<Integer> USUAL = List.of(80, 100);
    private static final int MOST_THRESHOLDS = 10;
    private static final int HIGHEST = 1000;

    /** Refuses, with all faults at once, what is no budget. */
    void validate() {
        List<FieldError> faults = new ArrayList<>();
        require(scope, "scope", faults);
        require(scopeId, "scopeId", faults);
        require(amount, "amount", faults);
        require(period, "period", faults);
        require(mode, "mode", faults);
        if (id.isPresent() != version.isPresent()) {
            faults.add(new FieldError("version", "goes with the id of the budget to change"));
        }
        if (amount != null
                && (amount.amount().signum() < 0 || !amount.currency().equals(Money.USD))) {
            faults.add(new FieldError("amount", "must be US dollars, not less than nothing"));
        }
        if (!ZoneId.getAvailableZoneIds().contains(zoneName())) {
            faults.add(new FieldError("zone", "must be a time zone of IANA's, such as Asia/Kathmandu"));
        }
        if (!areSane(thresholds())) {
            faults.add(new FieldError("thresholds", "must be 1 to 10 percentages from 1 to 1000"));
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(HttpProblem.INVALID_REQUEST, faults);
        }
    }

    /** The budget that was asked for. */
    Budget budget(UUID budgetId, UUID ownerId) {
        return new Budget(
                budgetId,
                scope,
                scopeId,
                ownerId,
                amount.amount(),
                period,
                ZoneId.of(zoneName()),
                thresholds.orElse(USUAL).stream().distinct().sorted().toList(),
                mode);
    }

    private String zoneName() {
        return zone.orElse("UTC");
    }

    private static void require(Object value, String field, List<FieldError> faults) {
        if (value == null) {
            faults.add(new FieldError(field, "is missing"));
        }
    }

    private static boolean areSane(Optional<List<Integer>> given) {
        return given.map(list -> !list.isEmpty()
                        && list.size() <= MOST_THRESHOLDS
                        && list.stream().allMatch(percent -> percent != null && percent >= 1 && percent <= HIGHEST))
                .orElse(true);
    }
}
