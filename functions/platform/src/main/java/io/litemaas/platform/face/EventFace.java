package io.litemaas.platform.face;

import io.litemaas.platform.config.PlatformConfig;
import io.litemaas.platform.json.StrictJson;
import io.litemaas.platform.problem.HttpProblem;
import io.litemaas.platform.problem.Problem;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;

/**
 * Admits CloudEvents 1.0 in binary mode, each at the path of its handler and of the one type that the handler takes:
 * Funqy goes by the type alone, and would run a function whose name a forged type is.
 */
@Singleton
class EventFace {
    /** The header by which the suite's own relay is known. */
    static final String RELAY_SECRET = "X-LiteMaaS-Relay";

    private final PlatformConfig config;
    private final Functions functions;
    private final StrictJson json;

    EventFace(PlatformConfig config, Functions functions, StrictJson json) {
        this.config = config;
        this.functions = functions;
        this.json = json;
    }

    static boolean looksLikeEvent(HttpServerRequest request) {
        return request.headers().names().stream()
                        .anyMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("ce-"))
                || mediaType(request).startsWith("application/cloudevents");
    }

    /** Known from the head alone, before anything is read. */
    void checkMayCome(HttpServerRequest request) {
        if (!mayCome(request)) {
            throw Problem.of(HttpProblem.EVENT_NOT_EXPECTED, "Events are not taken on this face.");
        }
    }

    /** Admits one that may come. */
    void admit(RoutingContext context, String path) {
        HttpServerRequest request = context.request();
        if (!request.method().equals(HttpMethod.POST)) {
            throw Problem.of(HttpProblem.METHOD_NOT_ALLOWED, "An event is posted.")
                    .withHeader("Allow", "POST");
        }
        EventHandler handler = functions
                .handler(path)
                .orElseThrow(() -> Problem.of(HttpProblem.NOT_FOUND, "No handler of events is at this path."));
        checkAttributes(request, handler);
        checkData(context);
        request.headers().set("ce-" + EventHandler.ATTRIBUTE, path);
        if (handler.takesUndelivered()) {
            request.headers().set("ce-" + EventHandler.ORIGINAL_TYPE, header(request, "ce-type"));
            request.headers().set("ce-type", handler.type());
        }
    }

    private boolean mayCome(HttpServerRequest request) {
        return switch (config.expose()) {
            case PUBLIC -> false;
            case INTERNAL -> true;
            case SUITE ->
                config.relaySecret()
                        .map(secret -> MessageDigest.isEqual(
                                secret.getBytes(StandardCharsets.UTF_8),
                                header(request, RELAY_SECRET).getBytes(StandardCharsets.UTF_8)))
                        .orElse(false);
        };
    }

    private static void checkAttributes(HttpServerRequest request, EventHandler handler) {
        if (!mediaType(request).startsWith("application/json")) {
            throw Problem.of(HttpProblem.MALFORMED_EVENT, "Events come in binary mode with JSON data.");
        }
        if (!"1.0".equals(header(request, "ce-specversion"))) {
            throw Problem.of(HttpProblem.MALFORMED_EVENT, "The event's specversion must be 1.0.");
        }
        if (header(request, "ce-id").isBlank() || header(request, "ce-source").isBlank()) {
            throw Problem.of(HttpProblem.MALFORMED_EVENT, "An event has an id and a source.");
        }
        if (!handler.takes(header(request, "ce-type"))) {
            throw Problem.of(HttpProblem.MALFORMED_EVENT, "This handler takes events of type " + handler.type() + ".");
        }
    }

    private void checkData(RoutingContext context) {
        Buffer data = context.body().buffer();
        if (data == null || data.length() == 0) {
            throw Problem.of(HttpProblem.MALFORMED_EVENT, "The event has no data.");
        }
        json.checkWellFormed(data.getBytes());
    }

    private static String mediaType(HttpServerRequest request) {
        return header(request, "Content-Type").toLowerCase(Locale.ROOT);
    }

    private static String header(HttpServerRequest request, String name) {
        String value = request.getHeader(name);
        return value == null ? "" : value;
    }
}
