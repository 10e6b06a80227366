package io.litemaas.spend.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The time that the ledger keeps: thirteen months back, and a day ahead for clocks that differ. */
record KeptTime(Instant from, Instant to) {
    private static final int MONTHS = 13;
    private static final Duration AHEAD = Duration.ofDays(1);

    static KeptTime at(Instant now) {
        LocalDate oldest = LocalDate.ofInstant(now, ZoneOffset.UTC).minusMonths(MONTHS);
        return new KeptTime(oldest.atStartOfDay(ZoneOffset.UTC).toInstant(), now.plus(AHEAD));
    }

    /** Months that ended by this day are over for every process, also for one whose clock is slow. */
    LocalDate over() {
        return LocalDate.ofInstant(from, ZoneOffset.UTC).minusDays(1);
    }

    boolean holds(Instant time) {
        return !time.isBefore(from) && !time.isAfter(to);
    }
}
