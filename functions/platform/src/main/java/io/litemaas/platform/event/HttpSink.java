package io.litemaas.platform.event;

import io.litemaas.platform.config.PlatformConfig;
import io.litemaas.platform.room.Room;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Posts events to the broker that {@code litemaas.sink} names; where it is not set, to the address that Knative's
 * SinkBinding gives as {@code K_SINK}.
 */
@ApplicationScoped
@DefaultBean
public class HttpSink implements Sink {
    private static final Logger LOG = Logger.getLogger(HttpSink.class);
    private static final Duration CONNECT = Duration.ofSeconds(2);

    private final Optional<URI> address;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    HttpSink(PlatformConfig config) {
        this.address = config.sink().map(URI::create);
    }

    @Override
    public boolean deliver(Room from, Event event) {
        if (address.isEmpty()) {
            LOG.warn("No sink is configured (litemaas.sink): events wait in the outbox.");
            return false;
        }
        try {
            HttpResponse<Void> response = http.send(
                    BinaryCloudEvent.request(address.get(), from, event).build(),
                    HttpResponse.BodyHandlers.discarding());
            return response.statusCode() / 100 == 2;
        } catch (IOException e) {
            LOG.warnf("The sink did not take event %s: %s", event.id(), e.getMessage());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
