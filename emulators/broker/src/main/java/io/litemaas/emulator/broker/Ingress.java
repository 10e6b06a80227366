package io.litemaas.emulator.broker;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** {@code POST /} takes an event, {@code GET /} says that it is there. */
record Ingress(Deliveries deliveries) implements HttpHandler {

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (!exchange.getRequestURI().getPath().equals("/")) {
            Answers.send(exchange, 404, "There is nothing at this path.");
        } else if (exchange.getRequestMethod().equals("POST")) {
            accept(exchange, body);
        } else {
            Answers.send(exchange, 200, "The broker stand-in takes events here by POST.");
        }
    }

    private void accept(HttpExchange exchange, String body) throws IOException {
        try {
            deliveries.accept(CloudEvent.of(exchange.getRequestHeaders(), body));
            Answers.send(exchange, 202, "");
        } catch (IllegalArgumentException e) {
            Answers.send(exchange, 400, e.getMessage());
        }
    }
}
