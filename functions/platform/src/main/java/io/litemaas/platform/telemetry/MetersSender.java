package io.litemaas.platform.telemetry;

import io.micrometer.registry.otlp.OtlpMetricsSender;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Posts meters, and says once when the collector is away and once when it is back: what it misses is in the next push, since
 * each holds all that was counted. A process that ends does not wait long for it.
 */
final class MetersSender implements OtlpMetricsSender {
    private static final Logger LOG = Logger.getLogger(MetersSender.class);
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(5);

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private volatile boolean away;

    @Override
    public void send(Request request) throws InterruptedException {
        HttpRequest.Builder post = HttpRequest.newBuilder(URI.create(request.getAddress()))
                .timeout(ANSWER)
                .header("Content-Type", "application/x-protobuf")
                .POST(HttpRequest.BodyPublishers.ofByteArray(request.getMetricsData()));
        try {
            int status = http.send(post.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            tell(status / 100 != 2, "status " + status);
        } catch (IOException e) {
            tell(true, e.toString());
        }
    }

    private void tell(boolean failed, String why) {
        if (failed && !away) {
            LOG.warnf("The collector does not take meters (%s); this is said once, until it does.", why);
        } else if (!failed && away) {
            LOG.info("The collector takes meters again.");
        }
        away = failed;
    }
}
