package io.litemaas.access;

import io.litemaas.platform.event.BinaryCloudEvent;
import io.litemaas.platform.event.Event;
import io.litemaas.platform.event.Sink;
import io.litemaas.platform.face.Functions;
import io.litemaas.platform.room.Room;
import io.litemaas.testing.Events;
import io.quarkus.vertx.http.HttpServer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** The broker of a room that is tested by itself: it delivers to the handlers of the same process, over HTTP. */
@ApplicationScoped
class Delivery implements Sink {
    private final Functions functions;
    private final HttpServer server;
    private final HttpClient http = HttpClient.newHttpClient();

    Delivery(Functions functions, HttpServer server) {
        this.functions = functions;
        this.server = server;
    }

    @Override
    public boolean deliver(Room from, Event event) {
        return functions.handlers().stream()
                .filter(handler -> handler.type().equals(event.type()))
                .allMatch(handler -> post(BinaryCloudEvent.request(
                                URI.create("http://127.0.0.1:" + server.getPort() + "/" + handler.path()), from, event)
                        .header("X-LiteMaaS-Relay", Events.RELAY_SECRET)
                        .build()));
    }

    private boolean post(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 204;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
