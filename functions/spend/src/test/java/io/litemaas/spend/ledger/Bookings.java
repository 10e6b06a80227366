package io.litemaas.spend.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.litemaas.platform.event.Outbox;
import io.litemaas.platform.event.OutboxLag;
import io.litemaas.platform.event.Relay;
import io.litemaas.platform.id.Ids;
import io.litemaas.platform.room.Room;
import io.litemaas.spend.PushedLog;
import io.litemaas.spend.Spender;
import io.litemaas.testing.Sql;
import io.litemaas.testing.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** A booking on the real database without a container around it, so that many can go on at once. */
final class Bookings {
    private final Sql sql = TestDatabase.shared().sql();
    private final ObjectMapper json = new ObjectMapper();
    private final Booking booking;

    Bookings() {
        Room room = Room.over("spend", TestDatabase.shared().as("spend"));
        Clock clock = Clock.systemUTC();
        Ids ids = new Ids(new Random(1));
        Relay silent = new Relay(
                room, (from, event) -> false, clock, task -> {}, new OutboxLag(new SimpleMeterRegistry(), "spend"));
        this.booking = new Booking(room, new Outbox(room, clock, ids, json, silent), clock, ids);
    }

    Receipt push(List<PushedLog> logs) {
        String body = logs.stream().map(log -> log.json().toString()).collect(Collectors.joining(",", "[", "]"));
        try {
            return booking.book(json.readValue(body, PushedLogs.class).batch());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    Receipt pull(List<PushedLog> logs) {
        List<LoggedRequest> requests =
                logs.stream().map(PushedLog::pulled).map(PulledRow::of).toList();
        return booking.book(new Batch(Source.PULL, requests, List.of(), Instant.MIN));
    }

    int rows(Spender spender, String which) {
        return Integer.parseInt(sql.value(
                "select count(*) from spend.fact where " + which
                        + " and attribution_id in (select id from spend.attribution where owner_id = ?)",
                spender.person().id()));
    }

    BigDecimal spent(Spender spender) {
        return new BigDecimal(sql.value(
                "select coalesce(sum(cost), 0) from spend.ledger_entry e join spend.attribution a"
                        + " on a.id = e.attribution_id where a.owner_id = ?",
                spender.person().id()));
    }

    int requests(Spender spender) {
        return Integer.parseInt(sql.value(
                "select coalesce(sum(requests), 0) from spend.rollup e join spend.attribution a"
                        + " on a.id = e.attribution_id where a.owner_id = ?",
                spender.person().id()));
    }
}
