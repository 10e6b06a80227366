package io.litemaas.alerts.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.litemaas.alerts.RawServer;
import io.litemaas.alerts.Receiver;
import io.litemaas.alerts.outgoing.GateTest.FakeNames;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls over real sockets, to receivers of every kind. */
class OutgoingCallsTest {
    private static Vertx vertx;

    private final FakeNames names = new FakeNames();
    private final Receiver receiver = new Receiver();

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void posts_to_the_address_that_was_checked_under_the_name_that_was_given() {
        names.resolveTo("127.0.0.1");

        Outcome outcome = post("http://hooks.example.com:" + receiver.port() + "/hook?a=b");

        assertThat(outcome.isTaken()).isTrue();
        assertThat(names.asked()).containsExactly("hooks.example.com");
        Receiver.Received received = receiver.received().get(0);
        assertThat(received.path()).isEqualTo("/hook?a=b");
        assertThat(received.body()).isEqualTo("{\"ä\":1}");
        assertThat(received.headers().firstValue("host")).hasValue("hooks.example.com:" + receiver.port());
        assertThat(received.headers().firstValue("webhook-id")).hasValue("1");
        assertThat(received.headers().firstValue("content-type")).hasValue("application/json");
    }

    @Test
    void a_name_that_has_moved_into_the_house_since_is_not_called() {
        names.resolveTo("127.0.0.1");
        String url = "http://hooks.example.com:" + receiver.port() + "/";
        assertThat(post(url).isTaken()).isTrue();

        names.resolveTo("127.0.0.2");

        assertThat(post(url).fault()).hasValue("address_not_allowed");
        assertThat(receiver.received()).hasSize(1);
    }

    @Test
    void follows_no_redirect() {
        try (Receiver elsewhere = new Receiver()) {
            receiver.redirectTo(elsewhere.url());

            Outcome outcome = post(receiver.url());

            assertThat(outcome).isEqualTo(Outcome.answered(307));
            assertThat(outcome.isTaken()).isFalse();
            assertThat(outcome.fault()).hasValue("redirected");
            assertThat(elsewhere.received()).isEmpty();
        }
    }

    @Test
    void gives_up_on_one_that_hangs_and_hangs_up() {
        try (RawServer hanging = RawServer.thatHangs()) {
            assertThat(post(hanging.url()).fault()).hasValue("timed_out");
            assertThat(hanging.connections()).isEqualTo(1);
            await().until(() -> hanging.hungUp() == 1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SSH-2.0-OpenSSH_9.9\r\n\r\n",
                "HTTP/1.1 nonsense\r\n\r\n",
                "HTTP/1.1 999 Denied\r\n\r\n",
                "HTTP/1.1 0 No\r\n\r\n",
                "{\"no\":\"head\"}\r\n\r\n"
            })
    void takes_no_garbage_for_an_answer(String garbage) {
        try (RawServer server = RawServer.thatSays(garbage)) {
            assertThat(post(server.url()).fault()).hasValue("no_http_answer");
        }
    }

    @Test
    void does_not_read_an_answer_that_has_no_end() {
        try (RawServer server = RawServer.thatNeverEnds()) {
            assertThat(post(server.url())).isEqualTo(Outcome.answered(200));
            await().until(() -> server.hungUp() == 1);
        }
    }

    @Test
    void says_so_where_nobody_listens() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }

        assertThat(post("http://127.0.0.1:" + free + "/").fault()).hasValue("not_connected");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 410, 500, 503})
    void an_answer_that_is_no_2xx_is_no_receipt(int status) {
        receiver.answer(status);

        Outcome outcome = post(receiver.url());

        assertThat(outcome.isTaken()).isFalse();
        assertThat(outcome.isGone()).isEqualTo(status == 410);
        assertThat(outcome.fault()).hasValue("refused");
    }

    private Outcome post(String url) {
        FakeConfig config = new FakeConfig(List.of("127.0.0.1/32"), true);
        if (url.startsWith("http://127.")) {
            names.resolveTo("127.0.0.1");
        }
        return new OutgoingCalls(
                        new Gate(names, config),
                        new PinnedPost(vertx, new HttpClientOptions(), config),
                        ForkJoinPool.commonPool(),
                        config)
                .post(url, Map.of("webhook-id", "1"), "{\"ä\":1}")
                .join();
    }
}
