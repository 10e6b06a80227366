package io.litemaas.emulator.broker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** {@code /emulator/faults}: reads, replaces and clears the switches from outside this JVM. */
record FaultRoutes(Faults faults) implements HttpHandler {
    static final String PATH = "/emulator/faults";

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        switch (exchange.getRequestMethod()) {
            case "GET" -> answer(exchange);
            case "PUT" -> replace(exchange, body);
            case "DELETE" -> {
                faults.clear();
                answer(exchange);
            }
            default -> Answers.send(exchange, 405, "The switches take GET, PUT and DELETE.");
        }
    }

    private void replace(HttpExchange exchange, String body) throws IOException {
        try {
            faults.set(JSON.readValue(body, FaultPlan.class));
        } catch (JsonProcessingException e) {
            Answers.send(
                    exchange,
                    400,
                    "expected JSON with duplicate, reorder (true, false), delayMillis, failEvery (numbers)");
            return;
        }
        answer(exchange);
    }

    private void answer(HttpExchange exchange) throws IOException {
        Answers.send(exchange, 200, JSON.writeValueAsString(faults.current()));
    }
}
