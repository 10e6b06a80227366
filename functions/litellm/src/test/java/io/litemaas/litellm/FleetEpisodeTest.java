package io.litemaas.litellm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.litemaas.litellm.FleetEpisode.Admission;
import io.litemaas.litellm.FleetEpisode.Standing;
import io.litemaas.platform.id.Ids;
import io.litemaas.platform.room.Room;
import io.litemaas.testing.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FleetEpisodeTest {
    private static final TestDatabase DATABASE = TestDatabase.shared();
    private static final Room ACCESS = Room.over("access", DATABASE.as("access"));
    private static final Room SPEND = Room.over("spend", DATABASE.as("spend"));
    private static final Instant START = Instant.parse("2026-11-24T12:00:00Z");

    @BeforeEach
    void forget() {
        DATABASE.sql().run("delete from platform.integration_health");
    }

    private static FleetEpisode at(Duration later) {
        return new FleetEpisode(Clock.fixed(START.plus(later), ZoneOffset.UTC), new Ids(new Random(later.toMillis())));
    }

    private static FleetEpisode now() {
        return at(Duration.ZERO);
    }

    private static Optional<UUID> open(Room room) {
        return room.inTransaction(handle -> now().opened(handle, Trouble.UNAVAILABLE));
    }

    private static int fail(Room room) {
        return room.inTransaction(handle -> now().failed(handle));
    }

    private static Standing standing(Duration later) {
        return ACCESS.inTransaction(handle -> at(later).standing(handle));
    }

    private static Optional<UUID> end() {
        return ACCESS.inTransaction(handle -> now().ended(handle));
    }

    private static Admission admission(Room room, Duration later) {
        return room.inTransaction(handle -> at(later).standing(handle)).admission();
    }

    private static <T> List<T> eightAtOnce(Supplier<T> work) {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            return Stream.generate(() -> CompletableFuture.supplyAsync(work, threads)).limit(8).toList().stream()
                    .map(CompletableFuture::join)
                    .toList();
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void lets_everybody_call_before_anything_happened() {
        assertThat(admission(ACCESS, Duration.ZERO)).isEqualTo(Admission.CALL);
    }

    @Test
    void tells_one_of_eight_that_it_opened_the_episode() {
        List<Optional<UUID>> opened = eightAtOnce(() -> open(ACCESS));

        assertThat(opened).filteredOn(Optional::isPresent).hasSize(1);
    }

    @Test
    void keeps_every_room_waiting_while_it_lasts() {
        open(ACCESS);

        assertThat(admission(SPEND, Duration.ZERO)).isEqualTo(Admission.WAIT);
        assertThat(admission(ACCESS, Duration.ofSeconds(29))).isEqualTo(Admission.WAIT);
        assertThat(open(SPEND)).isEmpty();
    }

    @Test
    void lets_one_of_eight_probe_after_the_pause() {
        open(ACCESS);

        List<Admission> admissions = eightAtOnce(() -> admission(ACCESS, Duration.ofSeconds(30)));

        assertThat(admissions)
                .containsOnlyOnce(Admission.PROBE)
                .contains(Admission.WAIT)
                .doesNotContain(Admission.CALL);
    }

    @Test
    void goes_on_in_the_same_episode_when_the_probe_fails() {
        UUID episode = open(ACCESS).orElseThrow();
        Duration probe = Duration.ofSeconds(30);
        admission(ACCESS, probe);

        ACCESS.useTransaction(handle -> at(probe).goesOn(handle));

        assertThat(admission(ACCESS, probe.plusSeconds(29))).isEqualTo(Admission.WAIT);
        assertThat(admission(SPEND, probe.plusSeconds(30))).isEqualTo(Admission.PROBE);
        Optional<UUID> ended = SPEND.inTransaction(handle -> now().ended(handle));
        assertThat(ended).contains(episode);
    }

    @Test
    void gives_the_probe_to_another_when_the_first_one_died() {
        open(ACCESS);
        admission(ACCESS, Duration.ofSeconds(30));

        assertThat(admission(SPEND, Duration.ofSeconds(44))).isEqualTo(Admission.WAIT);
        assertThat(admission(SPEND, Duration.ofSeconds(45))).isEqualTo(Admission.PROBE);
    }

    @Test
    void ends_once_and_lets_everybody_call() {
        open(ACCESS);

        List<Optional<UUID>> ended = eightAtOnce(() -> ACCESS.inTransaction(handle -> now().ended(handle)));

        assertThat(ended).filteredOn(Optional::isPresent).hasSize(1);
        assertThat(admission(SPEND, Duration.ZERO)).isEqualTo(Admission.CALL);
        assertThat(open(SPEND)).isPresent();
    }

    @Test
    void does_not_reopen_what_has_ended_when_a_late_probe_fails() {
        open(ACCESS);
        ACCESS.inTransaction(handle -> now().ended(handle));

        ACCESS.useTransaction(handle -> now().goesOn(handle));

        assertThat(admission(ACCESS, Duration.ZERO)).isEqualTo(Admission.CALL);
    }

    @Test
    void forgets_a_process_that_has_said_nothing_for_a_day() {
        ACCESS.useTransaction(handle -> now().observed(handle, "pod-1", false));

        SPEND.useTransaction(handle -> at(Duration.ofHours(25)).observed(handle, "pod-2", false));

        assertThat(rows("instance")).hasSize(1).allMatch(row -> row.contains("pod-2"));
    }

    @Test
    void writes_what_a_process_sees_beside_the_fleet() {
        ACCESS.useTransaction(handle -> now().observed(handle, "pod-1", true));
        ACCESS.useTransaction(handle -> at(Duration.ofSeconds(5)).observed(handle, "pod-1", true));
        ACCESS.useTransaction(handle -> at(Duration.ofSeconds(9)).observed(handle, "pod-2", false));

        assertThat(rows("changed_at, seen_at, room, state"))
                .isEqualTo(List.of(
                        "2026-11-24 12:00:00+00 2026-11-24 12:00:05+00 access open",
                        "2026-11-24 12:00:09+00 2026-11-24 12:00:09+00 access closed"));
        assertThat(admission(ACCESS, Duration.ZERO)).isEqualTo(Admission.CALL);
        assertThatThrownBy(() -> ACCESS.useTransaction(handle -> now().observed(handle, "", true)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void counts_failures_in_a_row_of_all_rooms_and_processes() {
        assertThat(fail(ACCESS)).isEqualTo(1);
        assertThat(fail(SPEND)).isEqualTo(2);
        assertThat(standing(Duration.ZERO).failures()).isEqualTo(2);

        ACCESS.useTransaction(handle -> now().answered(handle));

        assertThat(fail(SPEND)).isEqualTo(1);
        assertThat(admission(ACCESS, Duration.ZERO)).isEqualTo(Admission.CALL);
    }

    @Test
    void says_why_it_leaves_litellm_alone_and_for_how_long() {
        ACCESS.inTransaction(handle -> now().opened(handle, Trouble.CREDENTIAL));

        LiteLlmException alone = ACCESS.inTransaction(
                        handle -> at(Duration.ofSeconds(10)).standing(handle))
                .leftAlone();

        assertThat(alone).isInstanceOf(LiteLlmCredentialRefused.class);
        assertThat(alone.pause()).contains(Duration.ofSeconds(20));
    }

    @Test
    void who_lost_the_probe_waits_a_moment_although_the_pause_is_long_over() {
        ACCESS.inTransaction(handle -> now().opened(handle, Trouble.UNAVAILABLE));
        Duration longAfter = Duration.ofHours(2);

        CompletableFuture<FleetEpisode.Standing> loser = ACCESS.inTransaction(handle -> {
            assertThat(at(longAfter).standing(handle).admission()).isEqualTo(Admission.PROBE);
            CompletableFuture<FleetEpisode.Standing> other = CompletableFuture.supplyAsync(
                    () -> ACCESS.inTransaction(its -> at(longAfter).standing(its)));
            await().until(() -> DATABASE.sql()
                    .value("select count(*) from pg_stat_activity where wait_event_type = 'Lock'")
                    .equals("1"));
            return other;
        });

        assertThat(loser.join().admission()).isEqualTo(Admission.WAIT);
        assertThat(loser.join().left()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void waits_while_it_is_throttled_then_lets_one_try_and_announces_nothing() {
        ACCESS.useTransaction(handle -> now().throttled(handle, Duration.ofSeconds(60)));

        assertThat(standing(Duration.ZERO).leftAlone()).isInstanceOf(LiteLlmThrottled.class);
        assertThat(admission(SPEND, Duration.ofSeconds(59))).isEqualTo(Admission.WAIT);
        assertThat(admission(SPEND, Duration.ofSeconds(60))).isEqualTo(Admission.PROBE);
        assertThat(end()).isEmpty();
        assertThat(admission(SPEND, Duration.ZERO)).isEqualTo(Admission.CALL);
    }

    @Test
    void opens_an_outage_although_it_is_throttled_and_is_not_throttled_during_one() {
        ACCESS.useTransaction(handle -> now().throttled(handle, Duration.ofSeconds(60)));

        Optional<UUID> opened = open(ACCESS);
        ACCESS.useTransaction(handle -> now().throttled(handle, Duration.ofSeconds(60)));
        Optional<UUID> ended = ACCESS.inTransaction(handle -> now().ended(handle));

        assertThat(opened).isPresent();
        assertThat(ended).isEqualTo(opened);
    }

    @Test
    void does_not_take_a_litellm_that_can_be_reached_for_one_that_accepts_our_credential() {
        Optional<UUID> opened = ACCESS.inTransaction(handle -> now().opened(handle, Trouble.CREDENTIAL));

        Optional<UUID> ended = ACCESS.inTransaction(handle -> now().reachable(handle));

        assertThat(ended).isEmpty();
        assertThat(end()).isEqualTo(opened);
    }

    @Test
    void keeps_a_room_that_has_a_credential_of_its_own_apart() {
        FleetEpisode ofSpend = new FleetEpisode(Clock.fixed(START, ZoneOffset.UTC), new Ids(new Random(1)), "spend");

        SPEND.inTransaction(handle -> ofSpend.opened(handle, Trouble.CREDENTIAL));

        assertThat(SPEND.inTransaction(ofSpend::standing).admission()).isEqualTo(Admission.WAIT);
        assertThat(admission(ACCESS, Duration.ZERO)).isEqualTo(Admission.CALL);
    }

    private static List<String> rows(String columns) {
        Function<org.jdbi.v3.core.Handle, List<String>> read = handle -> {
            handle.execute("set time zone 'UTC'");
            return handle.createQuery("select concat_ws(' ', " + columns
                            + ") from platform.integration_health where instance <> '' order by instance")
                    .mapTo(String.class)
                    .list();
        };
        return ACCESS.read(read);
    }
}
