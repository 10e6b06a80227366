package io.litemaas.spend.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Keeps what is not booked: rows in quarantine, and the count of rejected calls. */
final class AsideDao {
    private final Handle handle;
    private final Source source;

    AsideDao(Handle handle, Source source) {
        this.handle = handle;
        this.source = source;
    }

    void quarantine(List<UnbookableRow> rows, Instant now) {
        PreparedBatch batch = handle.prepareBatch("""
                insert into spend.quarantine
                  (digest, source, reason, call_id, request_id, key_hash, started_at, cost, received_at)
                values (:digest, :source, :reason, :callId, :requestId, :keyHash, :startedAt, :cost, :now)
                on conflict do nothing
                """);
        Comparator<byte[]> bytes = Arrays::compareUnsigned;
        rows.stream()
                .sorted(Comparator.comparing(row -> row.digest(source), bytes))
                .forEach(row -> batch.bind("digest", row.digest(source))
                        .bind("source", source.word())
                        .bind("reason", row.reason())
                        .bind("callId", row.callId())
                        .bind("requestId", row.requestId())
                        .bind("keyHash", row.keyHash().orElse(null))
                        .bindByType("startedAt", row.startedAt().orElse(null), Instant.class)
                        .bind("cost", row.cost().orElse(null))
                        .bind("now", now)
                        .add());
        if (!rows.isEmpty()) {
            batch.execute();
        }
    }

    /** The last locks of a booking, since all who were rejected today share a row. */
    void count(SortedMap<LocalDate, Long> rejected) {
        rejected.forEach((day, calls) -> handle.createUpdate("""
                insert into spend.rejected_call as r (day, source, calls) values (:day, :source, :calls)
                on conflict (day, source) do update set calls = r.calls + excluded.calls
                """)
                .bind("day", day)
                .bind("source", source.word())
                .bind("calls", calls)
                .execute());
    }
}
