package io.litemaas.platform.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.micrometer.registry.otlp.OtlpMetricsSender.Request;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A collector that is away makes no noise. */
class MetersSenderTest {
    private final List<LogRecord> lines = new ArrayList<>();
    private final Logger log = Logger.getLogger(MetersSender.class.getName());
    private final Handler ear = new Ear();
    private final MetersSender sender = new MetersSender();

    @BeforeEach
    void listen() {
        log.addHandler(ear);
    }

    @AfterEach
    void leave() {
        log.removeHandler(ear);
    }

    @Test
    void an_absent_collector_is_told_once_until_it_is_back() throws Exception {
        int port = away();
        sender.send(push(port));
        sender.send(push(port));

        assertThat(lines)
                .singleElement()
                .satisfies(line -> assertThat(line.getThrown()).isNull());

        HttpServer collector = collector(port, 200);
        sender.send(push(port));
        sender.send(push(port));
        collector.stop(0);

        assertThat(lines).hasSize(2);
    }

    @Test
    void one_that_refuses_is_told_once_as_well() throws Exception {
        HttpServer collector = collector(0, 400);
        sender.send(push(collector.getAddress().getPort()));
        sender.send(push(collector.getAddress().getPort()));
        collector.stop(0);

        assertThat(lines).hasSize(1);
    }

    private static Request push(int port) {
        return Request.builder(new byte[0])
                .address("http://127.0.0.1:" + port + "/v1/metrics")
                .build();
    }

    private static int away() throws IOException {
        HttpServer server = collector(0, 200);
        server.stop(0);
        return server.getAddress().getPort();
    }

    private static HttpServer collector(int port, int status) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    private final class Ear extends Handler {
        @Override
        public void publish(LogRecord line) {
            lines.add(line);
        }

        @Override
        public void flush() {
            // nothing waits
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
