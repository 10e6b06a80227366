package io.litemaas.spend.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.litemaas.spend.PushedLog;
import io.litemaas.spend.Spender;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Booked once, whatever comes in whichever form, order and number, from many at once. */
class BookingPropertyTest {
    private static final int CLIENTS = 8;
    private static final int BATCHES = 4;
    private static final int BATCH = 40;

    private final Bookings bookings = new Bookings();

    @Property
    void a_request_has_one_identity_in_both_forms(
            @ForAll @LongRange(min = 1_500_000_000_000_000L, max = 2_000_000_000_000_000L) long startMicros,
            @ForAll boolean cacheHit,
            @ForAll String callId,
            @ForAll String upstreamId) {
        PushedLog log =
                new PushedLog(callId, upstreamId, "a".repeat(64), startMicros, "0.1", "gpt-4o-mini", cacheHit, true);

        RequestIdentity pushed = new RequestIdentity(
                log.callId(),
                log.json().get("id").asText(),
                java.util.Optional.of(log.keyHash()),
                RequestIdentity.moment(log.json().get("startTime").decimalValue()));

        assertThat(pushed.id()).isEqualTo(PulledRow.of(log.pulled()).identity().id());
        assertThat(pushed.day()).isEqualTo(PulledRow.of(log.pulled()).identity().day());
    }

    @Property(tries = 12, shrinking = ShrinkingMode.OFF)
    void each_request_is_one_row_and_the_sum_is_the_exact_decimal_sum(
            @ForAll Random random, @ForAll @IntRange(min = 1, max = 60) int size) throws Exception {
        Spender spender = Spender.named("ulla");
        List<PushedLog> log = log(spender, size, random);

        inParallel(clients(log, random));

        assertThat(bookings.rows(spender, "true")).isEqualTo(size);
        assertThat(bookings.requests(spender)).isEqualTo(size);
        assertThat(bookings.spent(spender))
                .isEqualByComparingTo(
                        log.stream().map(each -> new BigDecimal(each.cost())).reduce(BigDecimal.ZERO, BigDecimal::add));
        assertThat(bookings.rows(spender, "pushed and pulled")).isEqualTo(size);
    }

    /** Nobody has another's requests, but all add to the same sums, each in an order of its own. */
    @Example
    void many_who_add_to_the_same_sums_do_not_wait_for_each_other_in_a_ring() throws Exception {
        Spender spender = Spender.named("ulla");
        List<Callable<Void>> clients = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            List<PushedLog> own = overManyHours(spender);
            clients.add(() -> {
                for (int batch = 0; batch < own.size(); batch += BATCH) {
                    book(true, own.subList(batch, batch + BATCH));
                }
                return null;
            });
        }

        inParallel(clients);

        assertThat(bookings.requests(spender)).isEqualTo(CLIENTS * BATCHES * BATCH);
    }

    /** In each batch one request in each of the same hours. */
    private static List<PushedLog> overManyHours(Spender spender) {
        Instant first = Instant.now().minus(3, ChronoUnit.DAYS).truncatedTo(ChronoUnit.DAYS);
        List<PushedLog> log = new ArrayList<>();
        for (int request = 0; request < BATCHES * BATCH; request++) {
            log.add(PushedLog.at(spender, first.plus(request % BATCH, ChronoUnit.HOURS), "0.01"));
        }
        return log;
    }

    /** Around the end of a month, with ids that repeat and starts that do not. */
    private static List<PushedLog> log(Spender spender, int size, Random random) {
        Instant monthsEnd = Instant.now()
                .atZone(ZoneOffset.UTC)
                .withDayOfMonth(1)
                .truncatedTo(ChronoUnit.DAYS)
                .toInstant();
        List<PushedLog> log = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            // one millisecond apart at least, and some microseconds off it
            long microseconds = random.nextBoolean() ? random.nextInt(499) : 0;
            long micros = monthsEnd.toEpochMilli() * 1000 + (i - size / 2) * 1_000L + microseconds;
            boolean hit = random.nextInt(4) == 0;
            String cost = hit ? "0.0" : "0.000" + (1 + random.nextInt(999_999_999)) + "9999999999";
            String callId = random.nextBoolean() ? "chosen-by-client" : "call-" + random.nextLong();
            String upstreamId = random.nextBoolean() ? "cmpl-repeated" : "chatcmpl-" + random.nextLong();
            String model = "model-" + random.nextInt(3);
            log.add(new PushedLog(callId, upstreamId, spender.hash(), micros, cost, model, hit, true));
        }
        return log;
    }

    /** Each gets all of it in an order of its own, pushed or pulled, in several batches, some twice. */
    private List<Callable<Void>> clients(List<PushedLog> log, Random random) {
        List<Callable<Void>> clients = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            List<PushedLog> shuffled = new ArrayList<>(log);
            Collections.shuffle(shuffled, random);
            boolean push = client % 2 == 0;
            int half = random.nextInt(log.size() + 1);
            clients.add(() -> {
                book(push, shuffled.subList(0, half));
                book(push, shuffled.subList(half, shuffled.size()));
                book(push, shuffled);
                return null;
            });
        }
        return clients;
    }

    private void book(boolean push, List<PushedLog> batch) {
        Receipt receipt = push ? bookings.push(batch) : bookings.pull(batch);
        assertThat(receipt.quarantined()).isZero();
    }

    private static void inParallel(List<Callable<Void>> tasks) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        try {
            for (Future<Void> done : threads.invokeAll(tasks)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
