package io.litemaas.spend.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * A batch when it is known what becomes of each row.
 *
 * @param rejected calls that are only counted, by day
 */
record SortedBatch(
        Source source,
        int received,
        List<Entry> entries,
        List<UnbookableRow> unbookable,
        SortedMap<LocalDate, Long> rejected) {

    /** A request to book and whom to. */
    record Entry(LoggedRequest request, Attribution attribution) {}

    void book(LoggedRequest request, Attribution attribution) {
        entries.add(new Entry(request, attribution));
    }

    List<Attribution> attributions() {
        return entries.stream().map(Entry::attribution).distinct().toList();
    }

    Set<LocalDate> months() {
        Set<LocalDate> months = new TreeSet<>();
        entries.forEach(entry -> months.add(entry.request().identity().day().withDayOfMonth(1)));
        return months;
    }

    int rejectedCalls() {
        return received - entries.size() - unbookable.size();
    }
}
