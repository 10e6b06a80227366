package io.litemaas.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is counted is counted right; how fast it is, is not asked. */
class LoadTest {
    private static final Duration LENGTH = Duration.ofMillis(500);

    private final AtomicInteger seen = new AtomicInteger();
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private HttpServer server;
    private volatile long wait;
    private volatile int everyThird = 200;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            int call = seen.incrementAndGet();
            try {
                Thread.sleep(wait);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.sendResponseHeaders(call % 3 == 0 ? everyThird : 200, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void counts_each_answer_and_tells_errors_apart() throws InterruptedException {
        everyThird = 503;

        Load.Measured measured = saturate(2);

        assertThat(measured.calls()).isEqualTo(seen.get());
        assertThat(measured.errors()).isEqualTo(seen.get() / 3);
    }

    @Test
    void a_call_counts_from_when_it_was_due_not_from_when_it_could_be_made() throws InterruptedException {
        wait = 50;

        try (Load load = new Load(address(), 1)) {
            // 20 a second are answered and 100 are due, so the last ones wait for most of the time
            Load.Measured measured = load.pace(n -> call(), 100, LENGTH);

            assertThat(measured.calls()).isEqualTo(seen.get());
            assertThat(measured.p99()).isGreaterThan(300);
        }
    }

    private Load.Measured saturate(int connections) throws InterruptedException {
        try (Load load = new Load(address(), connections)) {
            return load.saturate(n -> call(), LENGTH);
        }
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private static Call call() {
        return Call.get("/", Map.of());
    }
}
