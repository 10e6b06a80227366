package io.litemaas.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortalTest {
    private static final String PAGE = "<!doctype html><title>LiteMaaS</title>";

    @TempDir
    Path folder;

    private final Vertx vertx = Vertx.vertx();
    private HttpServer server;

    @BeforeEach
    void serve() throws Exception {
        Files.writeString(folder.resolve("index.html"), PAGE);
        Files.createDirectory(folder.resolve("assets"));
        Files.writeString(folder.resolve("assets/index-abc.js"), "run()");
        Files.writeString(folder.resolve("secret.properties"), "not for anybody");
        Router router = Router.router(vertx);
        new Portal(Optional.of(folder.toString())).install(router);
        server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get();
    }

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void every_page_of_the_portal_is_its_index_which_is_asked_for_anew() throws Exception {
        for (String path : new String[] {"/app/", "/app/keys/new", "/app/models/a%2Fb", "/app/secret.properties"}) {
            HttpResponse<String> page = get(path);

            assertThat(page.body()).isEqualTo(PAGE);
            assertThat(header(page, "Content-Type")).isEqualTo("text/html; charset=utf-8");
            assertThat(header(page, "Cache-Control")).isEqualTo("no-cache");
            assertThat(header(page, "Content-Security-Policy")).isEqualTo(Portal.POLICY);
        }
    }

    @Test
    void a_file_with_a_hash_in_its_name_is_kept_for_ever() throws Exception {
        HttpResponse<String> script = get("/app/assets/index-abc.js");

        assertThat(script.body()).isEqualTo("run()");
        assertThat(header(script, "Content-Type")).isEqualTo("text/javascript; charset=utf-8");
        assertThat(header(script, "Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
    }

    @Test
    void who_asks_for_the_head_alone_gets_it() throws Exception {
        HttpResponse<String> page = http("HEAD", "/app/keys");
        HttpResponse<String> start = http("HEAD", "/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(header(page, "Content-Length")).isEqualTo(Integer.toString(PAGE.length()));
        assertThat(page.body()).isEmpty();
        assertThat(start.statusCode()).isEqualTo(303);
        assertThat(http("HEAD", "/app/assets/index-abc.js").statusCode()).isEqualTo(200);
    }

    @Test
    void a_script_of_an_older_build_is_not_found() throws Exception {
        assertThat(get("/app/assets/index-old.js").statusCode()).isEqualTo(404);
    }

    @Test
    void no_path_leads_out_of_the_folder() throws Exception {
        assertThat(get("/app/assets/..%2f..%2fetc%2fpasswd").body()).doesNotContain("root:");
    }

    @Test
    void what_is_sent_is_compressed_for_who_can_read_it() throws Exception {
        HttpResponse<String> page = get("/app/", "Accept-Encoding", "gzip, br");

        assertThat(header(page, "Content-Encoding")).isEqualTo("gzip");
        assertThat(header(page, "Vary")).isEqualTo("Accept-Encoding");
    }

    @Test
    void the_root_leads_to_the_portal() throws Exception {
        for (String path : new String[] {"/", "/app"}) {
            HttpResponse<String> sent = get(path);

            assertThat(sent.statusCode()).isEqualTo(303);
            assertThat(header(sent, "Location")).isEqualTo("/app/");
        }
    }

    @Test
    void a_folder_without_a_portal_stops_the_start(@TempDir Path empty) {
        assertThatThrownBy(() -> new Portal(Optional.of(empty.toString())))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("without index.html");
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.actualPort() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> http(String method, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.actualPort() + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
