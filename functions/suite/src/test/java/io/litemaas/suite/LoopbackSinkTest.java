package io.litemaas.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.litemaas.platform.config.PlatformConfig;
import io.litemaas.platform.event.Event;
import io.litemaas.platform.face.EventHandler;
import io.litemaas.platform.face.Functions;
import io.litemaas.platform.room.Room;
import io.litemaas.testing.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

/** An event's handlers in this process get it side by side, and it is taken when all of them took it. */
class LoopbackSinkTest {
    private static final String TYPE = "io.litemaas.thing.made.v1";

    private final CountDownLatch bothAreThere = new CountDownLatch(2);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private LoopbackSink sink;

    @BeforeEach
    void twoHandlers() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
        Functions functions = Mockito.mock(Functions.class);
        Mockito.when(functions.handlers())
                .thenReturn(List.of(
                        new EventHandler("one", TYPE, "access"),
                        new EventHandler("two", TYPE, "alerts"),
                        new EventHandler("other", "io.litemaas.thing.lost.v1", "alerts")));
        io.quarkus.vertx.http.HttpServer quarkus = Mockito.mock(io.quarkus.vertx.http.HttpServer.class);
        Mockito.when(quarkus.getPort()).thenReturn(server.getAddress().getPort());
        PlatformConfig config = Mockito.mock(PlatformConfig.class);
        Mockito.when(config.relaySecret()).thenReturn(Optional.of("secret"));
        sink = new LoopbackSink(functions, quarkus, config);
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdown();
    }

    @Test
    void a_handler_does_not_wait_until_another_is_done() {
        answer("/one", true, 204);
        answer("/two", true, 204);
        answer("/other", false, 500);

        assertThat(deliver()).isTrue();
    }

    @Test
    void an_event_that_one_did_not_take_is_not_taken() {
        answer("/one", false, 503);
        answer("/two", false, 204);

        assertThat(deliver()).isFalse();
    }

    private boolean deliver() {
        return sink.deliver(
                Room.over("spend", TestDatabase.shared().as("spend")),
                new Event(UUID.randomUUID(), TYPE, "s", Optional.empty(), "{}", Instant.EPOCH));
    }

    private void answer(String path, boolean whenBothAreThere, int status) {
        server.createContext(path, exchange -> {
            bothAreThere.countDown();
            boolean there = !whenBothAreThere || isThere();
            exchange.sendResponseHeaders(there ? status : 500, -1);
            exchange.close();
        });
    }

    private boolean isThere() {
        try {
            return bothAreThere.await(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
