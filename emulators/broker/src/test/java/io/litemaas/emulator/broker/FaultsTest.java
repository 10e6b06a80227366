package io.litemaas.emulator.broker;

import static io.litemaas.emulator.broker.Poster.SIGNED_IN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultsTest {
    private static final String HANDLER = "/access/converge-user";

    @TempDir
    private Path folder;

    private Rooms rooms;
    private BrokerEmulator broker;
    private Poster poster;

    @BeforeEach
    void start() throws Exception {
        Folder.in(folder).asynchronous().withTrigger(Folder.SUBSCRIBER + Folder.DELIVERY);
        rooms = new Rooms();
        broker = BrokerEmulator.start(BrokerOptions.of(folder).withService("rooms", rooms.url()));
        poster = new Poster(broker.url());
    }

    @AfterEach
    void stop() {
        broker.close();
        rooms.close();
    }

    @Test
    void delivers_twice() throws Exception {
        broker.faults().set(new FaultPlan(true, false, 0, 0));

        poster.post("e1", SIGNED_IN);

        await().untilAsserted(() -> assertThat(ids()).containsExactly("e1", "e1"));
    }

    @Test
    void lets_an_event_overtake_the_one_before() throws Exception {
        broker.faults().set(new FaultPlan(false, true, 0, 0));

        poster.post("e1", SIGNED_IN);
        poster.post("e2", SIGNED_IN);

        await().untilAsserted(() -> assertThat(ids()).containsExactly("e2", "e1"));
    }

    @Test
    void lets_events_wait() throws Exception {
        broker.faults().set(new FaultPlan(false, false, 300, 0));
        long posted = System.nanoTime();

        poster.post("e1", SIGNED_IN);

        await().untilAsserted(() -> assertThat(ids()).containsExactly("e1"));
        assertThat(rooms.all().get(0).nanos() - posted).isGreaterThanOrEqualTo(300_000_000L);
    }

    @Test
    void loses_each_third_attempt_and_repeats_it() throws Exception {
        broker.faults().set(new FaultPlan(false, false, 0, 3));

        for (String id : List.of("e1", "e2", "e3", "e4")) {
            poster.post(id, SIGNED_IN);
            await().untilAsserted(() -> assertThat(ids()).contains(id));
        }

        assertThat(ids()).containsExactly("e1", "e2", "e3", "e4");
    }

    @Test
    void takes_its_switches_over_http() throws Exception {
        assertThat(put("{\"failEvery\": 1, \"reorder\": true}").body())
                .isEqualTo("{\"duplicate\":false,\"reorder\":true,\"delayMillis\":0,\"failEvery\":1}");
        assertThat(broker.faults().current()).isEqualTo(new FaultPlan(false, true, 0, 1));

        HttpRequest clear = HttpRequest.newBuilder(faults()).DELETE().build();
        assertThat(Poster.send(clear).statusCode()).isEqualTo(200);
        assertThat(broker.faults().current()).isEqualTo(FaultPlan.NONE);
    }

    @Test
    void refuses_switches_that_it_does_not_have() throws Exception {
        assertThat(put("{\"explode\": true}").statusCode()).isEqualTo(400);
        assertThat(put("{\"failEvery\": -1}").statusCode()).isEqualTo(400);
        assertThat(put("no JSON").statusCode()).isEqualTo(400);
        assertThat(broker.faults().current()).isEqualTo(FaultPlan.NONE);
    }

    private HttpResponse<String> put(String body) throws Exception {
        return Poster.send(HttpRequest.newBuilder(faults())
                .PUT(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private URI faults() {
        return URI.create(broker.url() + "/emulator/faults");
    }

    private List<String> ids() {
        return rooms.at(HANDLER).stream().map(event -> event.header("ce-id")).toList();
    }
}
