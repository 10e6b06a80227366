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
import jakarta.enterprise.inject.Typed;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;

/**
 * Where there is no broker: delivers each event to every handler of its type in this process. An event counts as taken when all of them took it;
 * else it stays in the outbox and all get it again, which they must bear anyway.
 */
@ApplicationScoped
@Typed(LoopbackSink.class)
class LoopbackSink implements Sink {
    private static final Logger LOG = Logger.getLogger(LoopbackSink.class);

    private final Functions functions;
    private final HttpServer server;
    private final String secret;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    LoopbackSink(Functions functions, HttpServer server, PlatformConfig config) {
        this.functions = functions;
        this.server = server;
        this.secret = config.relaySecret().orElseThrow();
    }

    /** Side by side: one after another would take longer than the relay waits before it posts the event anew. */
    @Override
    public boolean deliver(Room from, Event event) {
        List<CompletableFuture<Boolean>> posts = functions.handlers().stream()
                .filter(handler -> handler.type().equals(event.type()))
                .map(handler -> post(from, event, handler))
                .toList();
        return posts.stream().map(CompletableFuture::join).reduce(true, Boolean::logicalAnd);
    }

    private CompletableFuture<Boolean> post(Room from, Event event, EventHandler handler) {
        URI address = URI.create("http://127.0.0.1:" + server.getPort() + "/" + handler.path());
        HttpRequest request = BinaryCloudEvent.request(address, from, event)
                .header("X-LiteMaaS-Relay", secret)
                .build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                .thenApply(response -> response.statusCode() / 100 == 2)
                .exceptionally(e -> {
                    LOG.debugf(e, "%s did not take event %s", handler.path(), event.id());
                    return false;
                });
    }
}
