package io.litemaas.alerts.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import io.litemaas.alerts.outgoing.GateTest.FakeNames;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pinned address is only where the call goes; whom it must find there is said by the name. */
class TlsTest {
    private static final String PASSWORD = "only-for-tests";

    @TempDir
    private Path folder;

    private final FakeNames names = new FakeNames();
    private final AtomicReference<String> serverName = new AtomicReference<>("");
    private final Vertx vertx = Vertx.vertx();
    private PfxOptions certificate;
    private HttpServer server;

    @BeforeEach
    void listen() throws Exception {
        certificate = certificateOf("hooks.example.com");
        server = vertx.createHttpServer(new HttpServerOptions()
                        .setHost("127.0.0.1")
                        .setPort(0)
                        .setSsl(true)
                        .setSni(true)
                        .setKeyCertOptions(certificate))
                .requestHandler(request -> {
                    serverName.set(request.connection().indicatedServerName());
                    request.response().end();
                })
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        names.resolveTo("127.0.0.1");
    }

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void asks_for_the_name_and_takes_its_certificate() {
        Outcome outcome = post("hooks.example.com", new HttpClientOptions().setTrustOptions(certificate));

        assertThat(outcome).isEqualTo(Outcome.answered(200));
        assertThat(serverName.get()).isEqualTo("hooks.example.com");
    }

    @Test
    void takes_no_certificate_of_another_name() {
        Outcome outcome = post("other.example.com", new HttpClientOptions().setTrustOptions(certificate));

        assertThat(outcome.fault()).hasValue("tls_failed");
    }

    @Test
    void takes_no_certificate_that_nobody_vouches_for() {
        assertThat(post("hooks.example.com", new HttpClientOptions()).fault()).hasValue("tls_failed");
    }

    private Outcome post(String name, HttpClientOptions options) {
        FakeConfig config = new FakeConfig(List.of("127.0.0.1/32"), false);
        return new OutgoingCalls(
                        new Gate(names, config),
                        new PinnedPost(vertx, options, config),
                        ForkJoinPool.commonPool(),
                        config)
                .post("https://" + name + ":" + server.actualPort() + "/", Map.of(), "{}")
                .join();
    }

    private PfxOptions certificateOf(String name) throws IOException, InterruptedException {
        Path file = folder.resolve("receiver.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "receiver",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "SAN=dns:" + name,
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        PASSWORD)
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
        return new PfxOptions().setPath(file.toString()).setPassword(PASSWORD);
    }
}
