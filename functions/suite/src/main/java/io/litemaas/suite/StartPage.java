package io.litemaas.suite;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The page at {@code /}: what works, and where to go on. */
@Singleton
class StartPage {
    private final Buffer page;

    StartPage() {
        try (InputStream resource = StartPage.class.getResourceAsStream("/start-page.html")) {
            this.page = Buffer.buffer(resource.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void install(@Observes Router router) {
        router.get("/").method(HttpMethod.HEAD).order(0).handler(this::show);
    }

    private void show(RoutingContext context) {
        HttpServerResponse response = context.response();
        response.putHeader("Content-Type", "text/html; charset=utf-8");
        response.putHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
        Page.send(context, page);
    }
}
