package io.litemaas.platform.face;

import io.litemaas.platform.config.PlatformConfig;
import io.litemaas.platform.problem.HttpProblem;
import io.litemaas.platform.problem.Problem;
import io.quarkus.arc.All;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads a request's body into memory: after what its head already forbids, and no further than it may be. A body whose
 * length is told and too large is not read at all.
 */
@Singleton
class Bodies {
    private static final Pattern FORM =
            Pattern.compile("\\s*(application/x-www-form-urlencoded|multipart/form-data)", Pattern.CASE_INSENSITIVE);

    private final Functions functions;
    private final EventFace events;
    private final List<Door> doors;
    private final BodyHandler ordinary;
    private final BodyHandler bulk;

    Bodies(PlatformConfig config, Functions functions, EventFace events, @All List<Door> doors) {
        this.functions = functions;
        this.events = events;
        this.doors = doors;
        this.ordinary = upTo(config.limits().body());
        this.bulk = upTo(config.limits().bulkBody());
    }

    void read(RoutingContext context) {
        HttpServerRequest request = context.request();
        String path = request.path().substring(1);
        boolean event = EventFace.looksLikeEvent(request);
        if (event) {
            events.checkMayCome(request);
        } else {
            doors.stream().filter(door -> door.path().equals(path)).forEach(door -> door.check(request));
        }
        if (hasBody(request)) {
            refuseForm(request);
            (event || isBulk(path) ? bulk : ordinary).handle(context);
        } else {
            empty(context);
        }
    }

    /** No function takes one, and to read it would be to decode it, which a stranger can have fail. */
    private static void refuseForm(HttpServerRequest request) {
        String type = request.headers().contains("Content-Type") ? request.getHeader("Content-Type") : "";
        if (FORM.matcher(type).lookingAt()) {
            throw Problem.of(HttpProblem.UNSUPPORTED_MEDIA_TYPE, "The body must be application/json.");
        }
    }

    /** In HTTP/1.1, which is all that is spoken here, the head tells. */
    private static boolean hasBody(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        return request.headers().contains("Transfer-Encoding") || (length != null && !length.equals("0"));
    }

    /** Quarkus, whose turn comes next, leaves a body alone that was read; it would decode an empty form. */
    private static void empty(RoutingContext context) {
        ((RoutingContextInternal) context).visitHandler(RoutingContextInternal.BODY_HANDLER);
        context.next();
    }

    private boolean isBulk(String path) {
        return functions.operation(path).filter(Operation::bulk).isPresent();
    }

    private static BodyHandler upTo(int bytes) {
        return BodyHandler.create(false).setBodyLimit(bytes);
    }
}
