package io.litemaas.suite;

import io.litemaas.suite.PortalFiles.PortalFile;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Serves the portal under {@code /app/}, where {@code litemaas.suite.portal} names the folder of its build. */
@Singleton
class Portal {
    /** Before the start page, which has {@code /} where there is no portal. */
    private static final int ORDER = -1;

    private static final String ROOT = "/app/";
    private static final String HASHED = "assets/";

    /** Nothing from another host, nothing inline. Images may be data since PatternFly's styles hold some. */
    static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
            + " font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private final Optional<PortalFiles> files;

    Portal(@ConfigProperty(name = "litemaas.suite.portal") Optional<String> folder) {
        this.files = folder.map(Path::of).map(PortalFiles::in);
    }

    void install(@Observes Router router) {
        if (files.isPresent()) {
            router.get("/").method(HttpMethod.HEAD).order(ORDER).handler(Portal::toStart);
            router.get("/app/*").method(HttpMethod.HEAD).order(ORDER).handler(this::serve);
        }
    }

    private static void toStart(RoutingContext context) {
        context.response().setStatusCode(303).putHeader("Location", ROOT).end();
    }

    private void serve(RoutingContext context) {
        String path = context.request().path();
        if (!path.startsWith(ROOT)) {
            // the route takes /app too, where relative addresses would not be ours
            toStart(context);
            return;
        }
        String name = path.substring(ROOT.length());
        boolean immutable = name.startsWith(HASHED);
        Optional<PortalFile> file = files.get().find(name);
        if (immutable && file.isEmpty()) {
            // a page of an older build asks for its script: another page would be no answer
            context.next();
            return;
        }
        context.response()
                .putHeader("Cache-Control", immutable ? "public, max-age=31536000, immutable" : "no-cache")
                .putHeader("Content-Security-Policy", POLICY);
        send(context, file.orElseGet(() -> files.get().index()));
    }

    private static void send(RoutingContext context, PortalFile file) {
        HttpServerResponse response = context.response();
        response.putHeader("Content-Type", file.type()).putHeader("Vary", "Accept-Encoding");
        String accepted = context.request().getHeader("Accept-Encoding");
        boolean compressed = accepted != null && accepted.contains("gzip");
        if (compressed) {
            response.putHeader("Content-Encoding", "gzip");
        }
        Page.send(context, compressed ? file.gzipped() : file.plain());
    }
}
