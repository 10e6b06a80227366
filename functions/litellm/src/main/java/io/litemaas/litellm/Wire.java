package io.litemaas.litellm;

import com.fasterxml.jackson.databind.JsonNode;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** HTTP to LiteLLM: sends one call, waits for the whole answer, and knows no policy. */
@ApplicationScoped
class Wire {
    private final String url;
    private final Optional<Credential> key;
    private final Optional<Credential> readingKey;
    private final int largestAnswer;
    private final HttpClient http;

    Wire(LiteLlmConfig config) {
        this.url = config.url().toString().replaceAll("/+$", "");
        this.key = config.key().map(Credential::new);
        this.readingKey = config.readingKey().map(Credential::new);
        this.largestAnswer = config.largestAnswer();
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(config.connectTimeout())
                .build();
    }

    /**
     * Sends the call and reads its answer.
     *
     * @param left how long this may take; the client's own request timeout would end with the headers, this one covers the
     *     body too
     * @throws LiteLlmUnavailable where there is no whole answer
     */
    @WithSpan("litellm")
    Answer send(Call call, Duration left) {
        Span.current().setAttribute("litemaas.call", call.toString());
        CompletableFuture<HttpResponse<byte[]>> pending =
                http.sendAsync(request(call), head -> new LimitedBody(largestAnswer));
        try {
            HttpResponse<byte[]> response = pending.get(left.toNanos(), TimeUnit.NANOSECONDS);
            return new Answer(
                    response.statusCode(),
                    Json.read(response.body()),
                    response.headers().firstValue("Retry-After"));
        } catch (TimeoutException e) {
            throw new LiteLlmUnavailable(call, LiteLlmUnavailable.Reason.TIMEOUT, e);
        } catch (ExecutionException e) {
            throw failed(call, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LiteLlmUnavailable(call, LiteLlmUnavailable.Reason.TIMEOUT, e);
        } finally {
            pending.cancel(true);
        }
    }

    private static LiteLlmException failed(Call call, Throwable cause) {
        return cause instanceof LimitedBody.TooLarge
                ? LiteLlmFault.garbage(call, "too large")
                : new LiteLlmUnavailable(call, LiteLlmUnavailable.Reason.DOWN, cause);
    }

    private HttpRequest request(Call call) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + call.target()))
                .header("Accept", "application/json")
                .method(call.method(), publisher(call.body()));
        if (!call.body().isMissingNode()) {
            request.header("Content-Type", "application/json");
        }
        if (call.key() != Call.Key.NONE) {
            request.header("Authorization", "Bearer " + credential(call).reveal());
        }
        return request.build();
    }

    private static HttpRequest.BodyPublisher publisher(JsonNode body) {
        return body.isMissingNode() ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(Json.write(body));
    }

    private Credential credential(Call call) {
        Optional<Credential> wanted = call.key() == Call.Key.READING ? readingKey.or(() -> key) : key;
        return wanted.orElseThrow(() -> new IllegalStateException("litemaas.litellm.key is not set"));
    }
}
