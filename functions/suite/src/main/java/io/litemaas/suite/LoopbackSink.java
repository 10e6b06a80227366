package io.litemaas.suite;

import io.litemaas.platform.config.PlatformConfig;
import io.litemaas.platform.event.BinaryCloudEvent;
import io.litemaas.platform.event.Event;
import io.litemaas.platform.event.Sink;
import io.litemaas.platform.face.EventHandler;
import io.litemaas.platform.face.Functions;
import io.litemaas.platform.room.Room;
import io.quarkus.vertx.http.HttpServer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Delivers each event to every handler of its type in this process. An event counts as taken when all of them took it;
 * else it stays in the outbox and all get it again, which they must bear anyway.
 */
@ApplicationScoped
class LoopbackSink implements Sink {
    private static final Logger LOG = Logger.getLogger(LoopbackSink.class);

    private final Functions functions;
    private final HttpServer server;
    private final DeliveryConfig delivery;
    private final String secret;
    private final AtomicInteger count = new AtomicInteger();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    LoopbackSink(Functions functions, HttpServer server, DeliveryConfig delivery, PlatformConfig config) {
        this.functions = functions;
        this.server = server;
        this.delivery = delivery;
        this.secret = config.relaySecret().orElseThrow();
    }

    @Override
    public boolean deliver(Room from, Event event) {
        if (misfortune()) {
            return false;
        }
        boolean taken = true;
        for (EventHandler handler : functions.handlers()) {
            if (handler.type().equals(event.type())) {
                taken &= post(from, event, handler);
                taken &= !delivery.duplicate() || post(from, event, handler);
            }
        }
        return taken;
    }

    /** A delivery that fails, or is overtaken by the next: both leave the event in the outbox until its next attempt. */
    private boolean misfortune() {
        pause();
        int number = count.incrementAndGet();
        boolean overtaken = delivery.reorder() && number % 2 == 1;
        return overtaken || (delivery.failEvery() > 0 && number % delivery.failEvery() == 0);
    }

    private void pause() {
        try {
            Thread.sleep(delivery.delay().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean post(Room from, Event event, EventHandler handler) {
        URI address = URI.create("http://127.0.0.1:" + server.getPort() + "/" + handler.path());
        try {
            HttpResponse<Void> response = http.send(
                    BinaryCloudEvent.request(address, from, event)
                            .header("X-LiteMaaS-Relay", secret)
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
            return response.statusCode() / 100 == 2;
        } catch (IOException e) {
            LOG.debugf(e, "%s did not take event %s", handler.path(), event.id());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
