package io.litemaas.emulator.broker;

import static io.litemaas.emulator.broker.Poster.SIGNED_IN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.litemaas.emulator.broker.Rooms.Delivered;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliveryTest {
    private static final String HANDLER = "/access/converge-user";
    private static final String DEAD_LETTERS = "/dead-letters/keep";
    private static final String FILTER = """
              filter:
                attributes: { type: io.litemaas.user.signed-in.v1, room: access }
            """;

    /** Time enough for a slow machine to do something while a handler is silent. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final String PATIENT = Folder.DELIVERY.replace("timeout: PT0.5S", "timeout: " + PATIENCE);

    @TempDir
    private Path folder;

    private Rooms rooms;
    private BrokerEmulator broker;
    private Poster poster;

    @BeforeEach
    void start() throws Exception {
        Folder.in(folder).withTrigger(FILTER + Folder.SUBSCRIBER + Folder.DELIVERY);
        rooms = new Rooms();
        startBroker();
    }

    private void startBroker() throws Exception {
        broker = BrokerEmulator.start(
                BrokerOptions.of(folder).withService("rooms", rooms.url()).withHeader("X-LiteMaaS-Relay", "secret"));
        poster = new Poster(broker.url());
    }

    private void restart() throws Exception {
        broker.close();
        startBroker();
    }

    @AfterEach
    void stop() {
        broker.close();
        rooms.close();
    }

    @Test
    void delivers_an_event_as_it_came_and_with_the_configured_header() throws Exception {
        assertThat(signIn("e1")).isEqualTo(202);

        await().untilAsserted(() -> assertThat(rooms.at(HANDLER)).hasSize(1));
        Delivered event = rooms.at(HANDLER).get(0);
        assertThat(event.header("ce-id")).isEqualTo("e1");
        assertThat(event.header("ce-type")).isEqualTo(SIGNED_IN);
        assertThat(event.header("ce-source")).isEqualTo("/litemaas/identity");
        assertThat(event.header("ce-room")).isEqualTo("access");
        assertThat(event.header("Content-Type")).isEqualTo("application/json");
        assertThat(event.header("X-LiteMaaS-Relay")).isEqualTo("secret");
        assertThat(event.body()).isEqualTo("{\"user\":\"u\"}");
    }

    @Test
    void leaves_out_who_wants_another_value_or_an_attribute_that_is_missing() throws Exception {
        poster.post("other-type", "io.litemaas.user.changed.v1", "ce-room", "access");
        poster.post("other-room", SIGNED_IN, "ce-room", "spend");
        poster.post("no-room", SIGNED_IN);
        signIn("last");

        await().untilAsserted(() -> assertThat(rooms.all()).isNotEmpty());
        assertThat(ids(rooms.all())).containsExactly("last");
    }

    @Test
    void tries_again_after_longer_and_longer_waits_and_then_gives_up_with_a_dead_letter() throws Exception {
        rooms.answer(HANDLER, 503);

        signIn("e1");

        await().untilAsserted(() -> assertThat(rooms.at(DEAD_LETTERS)).hasSize(1));
        List<Delivered> attempts = rooms.at(HANDLER);
        assertThat(ids(attempts)).containsExactly("e1", "e1", "e1");
        assertThat(between(attempts, 0)).isGreaterThanOrEqualTo(Duration.ofMillis(50));
        assertThat(between(attempts, 1)).isGreaterThanOrEqualTo(Duration.ofMillis(100));
        Delivered dead = rooms.at(DEAD_LETTERS).get(0);
        assertThat(dead.header("ce-id")).isEqualTo("e1");
        assertThat(dead.header("ce-type")).isEqualTo(SIGNED_IN);
        assertThat(dead.header("ce-knativeerrordest")).isEqualTo(rooms.url() + HANDLER);
        assertThat(dead.header("ce-knativeerrorcode")).isEqualTo("503");
        assertThat(new String(Base64.getDecoder().decode(dead.header("ce-knativeerrordata")), StandardCharsets.UTF_8))
                .isEqualTo("because");
        assertThat(dead.header("X-LiteMaaS-Relay")).isEqualTo("secret");
    }

    @Test
    void gives_up_at_once_on_a_refusal_that_will_not_pass() throws Exception {
        rooms.answer(HANDLER, 400);

        signIn("e1");

        await().untilAsserted(() -> assertThat(rooms.at(DEAD_LETTERS)).hasSize(1));
        assertThat(rooms.at(HANDLER)).hasSize(1);
        assertThat(rooms.at(DEAD_LETTERS).get(0).header("ce-knativeerrorcode")).isEqualTo("400");
    }

    @Test
    void does_not_wait_for_ever_for_who_does_not_answer_and_then_knows_neither_who_nor_why() throws Exception {
        rooms.answer(HANDLER, Rooms.SILENCE);

        signIn("e1");

        await().untilAsserted(() -> assertThat(rooms.at(DEAD_LETTERS)).hasSize(1));
        assertThat(rooms.at(HANDLER)).hasSize(3);
        Delivered dead = rooms.at(DEAD_LETTERS).get(0);
        assertThat(dead.header("ce-id")).isEqualTo("e1");
        assertThat(dead.header("ce-knativeerrordest")).isEmpty();
        assertThat(dead.header("ce-knativeerrorcode")).isEmpty();
        assertThat(dead.header("ce-knativeerrordata")).isEmpty();
    }

    @Test
    void answers_when_each_trigger_is_done_repetitions_and_dead_letter_included() throws Exception {
        rooms.answer(HANDLER, 503);

        assertThat(signIn("e1")).isEqualTo(202);

        assertThat(rooms.at(HANDLER)).hasSize(3);
        assertThat(rooms.at(DEAD_LETTERS)).hasSize(1);
    }

    @Test
    void answers_that_it_failed_where_not_even_the_dead_letter_was_taken() throws Exception {
        rooms.answer(HANDLER, 400);
        rooms.answer(DEAD_LETTERS, 400);

        assertThat(signIn("e1")).isEqualTo(500);
    }

    @Test
    void a_poster_who_hangs_up_ends_the_repetitions() throws Exception {
        Folder.in(folder).withTrigger(FILTER + Folder.SUBSCRIBER + PATIENT);
        restart();
        rooms.answer(HANDLER, Rooms.SILENCE);

        Future<?> post = poster.beginPost("e1", SIGNED_IN, "ce-room", "access");
        await().untilAsserted(() -> assertThat(rooms.at(HANDLER)).hasSize(1));
        post.cancel(true);

        await().pollDelay(PATIENCE.plusSeconds(1))
                .untilAsserted(() -> assertThat(rooms.at(HANDLER)).hasSize(1));
        assertThat(rooms.at(DEAD_LETTERS)).isEmpty();
    }

    @Test
    void an_asynchronous_broker_answers_at_once_and_goes_on_by_itself() throws Exception {
        Folder.in(folder).asynchronous().withTrigger(FILTER + Folder.SUBSCRIBER + PATIENT);
        restart();
        rooms.answerOnce(HANDLER, Rooms.SILENCE);

        assertThat(signIn("e1")).isEqualTo(202);

        assertThat(rooms.at(HANDLER)).hasSizeLessThan(2);
        await().untilAsserted(() -> assertThat(rooms.at(HANDLER)).hasSize(2));
    }

    @Test
    void is_done_when_a_later_attempt_is_taken() throws Exception {
        rooms.answerOnce(HANDLER, 503);

        signIn("e1");

        await().untilAsserted(() -> assertThat(rooms.at(HANDLER)).hasSize(2));
        await().pollDelay(Duration.ofMillis(300))
                .untilAsserted(() -> assertThat(ids(rooms.all())).containsExactly("e1", "e1"));
        assertThat(rooms.at(DEAD_LETTERS)).isEmpty();
    }

    @Test
    void tries_as_hard_to_deliver_a_dead_letter() throws Exception {
        rooms.answer(HANDLER, 400);
        rooms.answer(DEAD_LETTERS, 503);

        signIn("e1");

        await().untilAsserted(() -> assertThat(rooms.at(DEAD_LETTERS)).hasSize(3));
    }

    @Test
    void refuses_what_is_no_event_in_binary_mode() throws Exception {
        HttpRequest structured = HttpRequest.newBuilder(broker.url())
                .header("Content-Type", "application/cloudevents+json")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();

        assertThat(Poster.send(structured).statusCode()).isEqualTo(400);
        assertThat(Poster.send(HttpRequest.newBuilder(URI.create(broker.url() + "/other"))
                                .build())
                        .statusCode())
                .isEqualTo(404);
    }

    private int signIn(String id) throws Exception {
        return poster.post(id, SIGNED_IN, "ce-room", "access");
    }

    private static List<String> ids(List<Delivered> events) {
        return events.stream().map(event -> event.header("ce-id")).toList();
    }

    private static Duration between(List<Delivered> attempts, int first) {
        return Duration.ofNanos(
                attempts.get(first + 1).nanos() - attempts.get(first).nanos());
    }
}
