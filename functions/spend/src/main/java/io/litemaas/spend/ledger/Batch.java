package io.litemaas.spend.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Rows as they came in one form.
 *
 * @param countFrom rejected calls that began before were counted with an earlier batch
 */
record Batch(Source source, List<LoggedRequest> requests, List<UnbookableRow> unbookable, Instant countFrom) {

    Set<String> hashes() {
        return requests.stream()
                .flatMap(request -> request.identity().keyHash().stream())
                .collect(Collectors.toSet());
    }

    /** Decides what becomes of each row. */
    SortedBatch sort(Map<String, Attribution> known, KeptTime kept) {
        SortedBatch sorted = new SortedBatch(
                source,
                requests.size() + unbookable.size(),
                new ArrayList<>(),
                new ArrayList<>(unbookable),
                new TreeMap<>());
        for (LoggedRequest request : requests) {
            sort(request, known, kept, sorted);
        }
        return sorted;
    }

    private void sort(LoggedRequest request, Map<String, Attribution> known, KeptTime kept, SortedBatch sorted) {
        Optional<String> hash = request.identity().keyHash();
        Optional<Attribution> ours = hash.map(known::get);
        Optional<String> fault = request.fault()
                .or(() -> kept.holds(request.identity().startedAt())
                        ? Optional.empty()
                        : Optional.of("start lies outside the time that is kept"));
        if (fault.isPresent()) {
            sorted.unbookable().add(UnbookableRow.of(request, fault.get()));
        } else if (ours.isEmpty() && isRejection(request)) {
            long seen = request.identity().startedAt().isBefore(countFrom) ? 0 : 1;
            sorted.rejected().merge(request.identity().day(), seen, Long::sum);
        } else {
            sorted.book(request, ours.orElseGet(() -> Attribution.unknown(hash)));
        }
    }

    /** A failed call that cost something is money, whoever made it. */
    private static boolean isRejection(LoggedRequest request) {
        return !request.successful() && request.cost().signum() == 0;
    }
}
