package io.litemaas.spend.ledger;

import io.litemaas.platform.event.Outbox;
import io.litemaas.platform.id.Ids;
import io.litemaas.platform.room.Room;
import io.litemaas.spend.budgets.DirtyBudgets;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The one place that books, for pushes and pulls alike. */
@Singleton
class Booking {
    /** Says that sums changed; the subject is an id of the booking. */
    static final String BOOKED = "io.litemaas.spend.booked.v1";

    private final Room room;
    private final Outbox outbox;
    private final Clock clock;
    private final Ids ids;

    Booking(@DataSource("spend") Room room, @DataSource("spend") Outbox outbox, Clock clock, Ids ids) {
        this.room = room;
        this.outbox = outbox;
        this.clock = clock;
        this.ids = ids;
    }

    /** Books a batch; when it returns, all of it is committed. */
    Receipt book(Batch batch) {
        Instant now = clock.instant();
        Map<String, Attribution> known = room.read(handle -> new AttributionDao(handle).ofHashes(batch.hashes()));
        SortedBatch sorted = batch.sort(known, KeptTime.at(now));
        // All are harmless without the booking, and would hold locks through it.
        room.useTransaction(handle -> new AttributionDao(handle).keep(sorted.attributions()));
        room.useTransaction(handle -> sorted.months().forEach(month -> FactDao.makeMonth(handle, month)));
        if (batch.source() == Source.PUSH && !sorted.entries().isEmpty()) {
            room.useTransaction(handle -> new ProgressDao(handle).pushed(now));
        }
        return room.inTransaction(handle -> book(handle, sorted, now));
    }

    private Receipt book(Handle handle, SortedBatch batch, Instant now) {
        int booked = batch.entries().isEmpty() ? 0 : bookEntries(handle, batch, now);
        AsideDao aside = new AsideDao(handle, batch.source());
        aside.quarantine(batch.unbookable(), now);
        aside.count(batch.rejected());
        return new Receipt(
                batch.received(),
                booked,
                batch.entries().size() - booked,
                batch.rejectedCalls(),
                batch.unbookable().size());
    }

    private int bookEntries(Handle handle, SortedBatch batch, Instant now) {
        FactDao facts = new FactDao(handle, batch.source(), batch.entries());
        FactDao.Booked booked = facts.insert();
        Set<UUID> touched = new HashSet<>(booked.touched());
        if (booked.facts() < batch.entries().size()) {
            facts.mark();
            touched.addAll(new DiscrepancyDao(handle, batch.source()).settle(batch.entries(), now));
        }
        if (!touched.isEmpty()) {
            DirtyBudgets.mark(handle, touched);
            outbox.announce(
                    handle,
                    BOOKED,
                    ids.next().toString(),
                    Map.of("source", batch.source().word(), "requests", booked.facts()));
        }
        return booked.facts();
    }
}
