package io.litemaas.platform.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.litemaas.platform.job.JobRunner;
import io.litemaas.platform.room.Room;
import io.litemaas.testing.MovableClock;
import io.litemaas.testing.Sql;
import io.litemaas.testing.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RelayTest {
    private static final String CROSSED = "io.litemaas.budget.crossed.v1";
    private static final String CHANGED = "io.litemaas.allowance.changed.v1";

    private final Sql sql = TestDatabase.shared().sql();
    private final Room room = Room.over("spend", TestDatabase.shared().as("spend"));
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final MovableClock clock = new MovableClock();
    private final SlowFor sink = new SlowFor();
    private final Relay relay = relay();

    @BeforeEach
    void nothingWaits() {
        sql.run("delete from spend.outbox");
    }

    @AfterEach
    void stop() throws InterruptedException {
        sink.letGo.countDown();
        executor.shutdown();
        assertThat(executor.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void an_event_that_nobody_takes_holds_no_other_up() {
        announce(CROSSED, 1);
        announce(CHANGED, 10);
        sink.slow = CROSSED;

        relay.wake();

        await().untilAsserted(() -> assertThat(sink.took(CHANGED)).hasSize(10));
        await().untilAsserted(() -> assertThat(waiting()).containsExactly(CROSSED));
    }

    @Test
    void of_a_type_that_nobody_takes_only_a_few_are_posted_at_once_however_many_wait() {
        announce(CROSSED, 50);
        announce(CHANGED, 10);
        sink.slow = CROSSED;

        relay.wake();

        await().untilAsserted(() -> assertThat(sink.took(CHANGED)).hasSize(10));
        assertThat(sink.most()).isLessThanOrEqualTo(RelaySlots.ALL);
        assertThat(sink.offered(CROSSED)).hasSize(RelaySlots.OF_ONE_LANE);
    }

    @Test
    void counts_what_is_on_its_way_so_that_of_a_type_that_nobody_takes_no_more_are_posted() {
        announce(CROSSED, RelaySlots.OF_ONE_LANE - 1);
        sink.slow = CROSSED;
        relay.wake();
        await().untilAsserted(() -> assertThat(sink.offered(CROSSED)).hasSize(RelaySlots.OF_ONE_LANE - 1));

        announce(CROSSED, 50);
        announce(CHANGED, 10);
        relay.wake();

        await().untilAsserted(() -> assertThat(sink.took(CHANGED)).hasSize(10));
        assertThat(sink.offered(CROSSED)).hasSize(RelaySlots.OF_ONE_LANE);
    }

    @Test
    void a_room_that_takes_none_of_its_jobs_holds_up_no_other_rooms() {
        for (int i = 0; i < 50; i++) {
            jobDue("alerts.job-" + (char) ('a' + i % 8));
        }
        jobDue("access.end-keys");
        jobDue("spend.sweep-budgets");
        sink.slow = "alerts.";

        relay.wake();

        await().untilAsserted(() -> assertThat(sink.took(JobRunner.JOB_DUE)).hasSize(2));
        assertThat(sink.offered(JobRunner.JOB_DUE)).hasSize(2 + RelaySlots.OF_ONE_LANE);
    }

    @Test
    void goes_on_with_what_there_was_no_room_for() {
        announce(CROSSED, 50);

        relay.wake();

        await().untilAsserted(() -> assertThat(sink.took(CROSSED)).hasSize(50));
        assertThat(Set.copyOf(sink.took(CROSSED))).hasSize(50);
        await().untilAsserted(() -> assertThat(waiting()).isEmpty());
    }

    @Test
    void another_relay_leaves_an_event_alone_while_its_post_may_still_be_answered() {
        announce(CROSSED, 1);
        sink.slow = CROSSED;
        relay.wake();
        await().untilAsserted(() -> assertThat(sink.offered(CROSSED)).hasSize(1));

        clock.goOn(BinaryCloudEvent.TIMEOUT);
        assertThat(relay().relayBatch()).isFalse();

        clock.goOn(Duration.ofSeconds(6));
        sink.slow = "";
        assertThat(relay().relayBatch()).isTrue();
        assertThat(sink.took(CROSSED)).hasSize(1);
    }

    @Test
    void what_was_not_taken_is_tried_again_soon_and_then_later_and_later() {
        announce(CROSSED, 1);
        sink.refuses = true;

        for (int wait : new int[] {2, 4, 8, 16, 32, 64, 64, 64}) {
            Instant before = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            relay.relayBatch();
            Instant after = clock.instant();

            assertThat(sql.value(
                            "select next_attempt_at between cast(? as timestamptz) and cast(? as timestamptz) from spend.outbox",
                            before.plusSeconds(wait).toString(),
                            after.plusSeconds(wait).toString()))
                    .as("waits for %d seconds", wait)
                    .isEqualTo("t");
            clock.goOn(Duration.ofSeconds(wait));
        }
        assertThat(sink.offered(CROSSED)).hasSize(8);
    }

    @Test
    void reads_no_more_than_it_takes_of_a_type_of_which_many_wait() {
        sql.run("""
                insert into spend.outbox (id, type, subject, data, created_at, next_attempt_at)
                select gen_random_uuid(), ?, 's', '{"madeBy": "test"}', now(), now() from generate_series(1, 20000)""", CROSSED);
        sql.run("""
                insert into spend.outbox (id, type, subject, job, data, created_at, next_attempt_at)
                select gen_random_uuid(), ?, 's', 'alerts.job', '{"madeBy": "test"}', now(), now()
                from generate_series(1, 20000)""", JobRunner.JOB_DUE);
        announce(CHANGED, 1);
        sql.run("analyze spend.outbox");

        String plan = String.join(
                "\n",
                sql.column("explain (analyze, costs off, timing off, summary off) "
                        + OutboxDao.CLAIM
                                .replace("outbox", "spend.outbox")
                                .replace(":now", "now()")
                                .replace(":lease", "'30 s'")
                                .replace(":most", "16")
                                .replace(":ofOneLane", "4")
                                .replace(":types", "array['" + CROSSED + "']")
                                .replace(":rooms", "array['']")
                                .replace(":counts", "array[3]")));

        assertThat(plan).doesNotContain("Seq Scan").contains("outbox_waiting_by_lane");
        assertThat(plan.lines().filter(line -> line.contains("rows=2000"))).isEmpty();
    }

    private Relay relay() {
        return new Relay(room, sink, clock, executor, new OutboxLag(new SimpleMeterRegistry(), "spend"));
    }

    private void announce(String type, int times) {
        for (int i = 0; i < times; i++) {
            sql.run("""
                    insert into spend.outbox (id, type, subject, data, created_at, next_attempt_at)
                    values (gen_random_uuid(), ?, 's', '{"madeBy": "test"}', now(), now() - interval '1 s')""", type);
        }
    }

    private void jobDue(String job) {
        sql.run("""
                insert into spend.outbox (id, type, subject, job, data, created_at, next_attempt_at)
                values (gen_random_uuid(), ?, ?, ?, '{"madeBy": "test"}', now(), now() - interval '1 s')""", JobRunner.JOB_DUE, job, job);
    }

    private List<String> waiting() {
        return sql.column("select type from spend.outbox where posted_at is null order by type");
    }

    /** Answers at once, but for one type, or for one room's jobs, not before it is let go. */
    private static final class SlowFor implements Sink {
        private final CountDownLatch letGo = new CountDownLatch(1);
        private final List<Event> offered = new CopyOnWriteArrayList<>();
        private final List<Event> taken = new CopyOnWriteArrayList<>();
        private final Set<UUID> now = ConcurrentHashMap.newKeySet();
        private volatile String slow = "";
        private volatile boolean refuses;
        private final AtomicInteger most = new AtomicInteger();

        @Override
        public boolean deliver(Room from, Event event) {
            offered.add(event);
            now.add(event.id());
            most.accumulateAndGet(now.size(), Math::max);
            if (isSlow(event)) {
                waitUntilLetGo();
            }
            now.remove(event.id());
            if (!refuses) {
                taken.add(event);
            }
            return !refuses;
        }

        private boolean isSlow(Event event) {
            return event.type().equals(slow)
                    || event.job()
                            .filter(job -> !slow.isEmpty() && job.startsWith(slow))
                            .isPresent();
        }

        private void waitUntilLetGo() {
            try {
                letGo.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        List<UUID> took(String type) {
            return ids(taken, type);
        }

        List<UUID> offered(String type) {
            return ids(offered, type);
        }

        int most() {
            return most.get();
        }

        private static List<UUID> ids(List<Event> events, String type) {
            return events.stream()
                    .filter(event -> event.type().equals(type))
                    .map(Event::id)
                    .toList();
        }
    }
}
