package io.litemaas.suite;

import io.litemaas.platform.config.PlatformConfig;
import io.litemaas.platform.id.Ids;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.vertx.http.HttpServer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Sends what a PingSource would send where there is none; switched off where there is. A tick that is lost is made good by the next. */
@ApplicationScoped
class Tick {
    private static final Logger LOG = Logger.getLogger(Tick.class);

    private final HttpServer server;
    private final String secret;
    private final Ids ids;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Tick(HttpServer server, PlatformConfig config, Ids ids) {
        this.ids = ids;
        this.server = server;
        this.secret = config.relaySecret().orElseThrow();
    }

    @Scheduled(
            every = "{litemaas.suite.tick}",
            delayed = "2s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void send() throws InterruptedException {
        HttpRequest tick = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.getPort() + "/jobs/run-due"))
                .timeout(Duration.ofSeconds(20))
                .header("X-LiteMaaS-Relay", secret)
                .header("ce-specversion", "1.0")
                .header("ce-id", ids.next().toString())
                .header("ce-source", "/litemaas/suite")
                .header("ce-type", "dev.knative.sources.ping")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        try {
            http.send(tick, HttpResponse.BodyHandlers.discarding());
        } catch (IOException e) {
            LOG.warnf("A tick was lost: %s", e.getMessage());
        }
    }
}
