package io.litemaas.emulator.litellm;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.Map;
import java.util.function.IntConsumer;

/** Posts to whoever listens for pushes: once, never again, whatever the answer. */
final class Push {
    private final HttpClient client;

    Push(Vertx vertx) {
        client = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout(2_000));
    }

    /** @param onStatus told the status of the answer, not told if there was none */
    void post(URI to, Map<String, String> headers, String body, IntConsumer onStatus) {
        RequestOptions options = new RequestOptions()
                .setAbsoluteURI(to.toString())
                .setMethod(HttpMethod.POST)
                .setTimeout(10_000);
        options.putHeader("content-type", "application/json").putHeader("user-agent", "litellm/1.108.7");
        headers.forEach(options::putHeader);
        client.request(options)
                .compose(request -> request.send(body))
                .onSuccess(response -> onStatus.accept(response.statusCode()));
    }
}
