package io.litemaas.spend.ledger;

import io.litemaas.litellm.DailyActivity;
import io.litemaas.litellm.Deadline;
import io.litemaas.litellm.LiteLlmException;
import io.litemaas.litellm.LiteLlmSpend;
import io.litemaas.litellm.LiteLlmThrottled;
import io.litemaas.litellm.LiteLlmUnavailable;
import io.litemaas.platform.room.Room;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Compares days with LiteLLM's own totals, read before and after a pull. */
@Singleton
class Completeness {
    private static final Logger LOG = Logger.getLogger(Completeness.class);

    private final LiteLlmSpend litellm;
    private final Room room;
    private final Clock clock;

    Completeness(LiteLlmSpend litellm, @DataSource("spend") Room room, Clock clock) {
        this.litellm = litellm;
        this.room = room;
        this.clock = clock;
    }

    /** LiteLLM's totals by day; empty where it does not tell them now. */
    Optional<Map<LocalDate, DailyActivity>> totals(LocalDate first, LocalDate last, Deadline deadline) {
        try {
            return Optional.of(litellm.dailyActivity(first, last, deadline).stream()
                    .collect(Collectors.toMap(DailyActivity::date, Function.identity(), (one, other) -> other)));
        } catch (LiteLlmUnavailable e) {
            LOG.debugf("The ledger is not compared: %s", e.getMessage());
        } catch (LiteLlmThrottled e) {
            throw e;
        } catch (LiteLlmException e) {
            LOG.warnf("The ledger can't be compared with LiteLLM's totals: %s", e.getMessage());
        }
        return Optional.empty();
    }

    /** Compares each day and keeps what came of it. */
    List<DayCheck> check(
            LocalDate first,
            LocalDate last,
            Map<LocalDate, DailyActivity> before,
            Map<LocalDate, DailyActivity> after) {
        return room.inTransaction(handle -> {
            DayCheckDao dao = new DayCheckDao(handle);
            List<DayCheck> checks = first.datesUntil(last.plusDays(1))
                    .map(day -> new DayCheck(
                            day,
                            dao.pulledCost(day),
                            spend(before, day),
                            spend(after, day),
                            Optional.ofNullable(after.get(day))
                                    .map(DailyActivity::apiRequests)
                                    .orElse(0L)))
                    .toList();
            checks.forEach(check -> dao.keep(check, clock.instant()));
            return checks;
        });
    }

    private static BigDecimal spend(Map<LocalDate, DailyActivity> totals, LocalDate day) {
        return Optional.ofNullable(totals.get(day)).map(DailyActivity::spend).orElse(BigDecimal.ZERO);
    }
}
