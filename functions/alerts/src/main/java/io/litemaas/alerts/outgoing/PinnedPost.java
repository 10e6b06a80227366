package io.litemaas.alerts.outgoing;

import io.netty.channel.ConnectTimeoutException;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.tracing.TracingPolicy;
import java.net.ConnectException;
import java.net.SocketException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLException;

/**
 * One exchange with an address that was checked. The name goes into {@code Host}, and into TLS, where the certificate must
 * be that name's; it is not resolved again.
 */
final class PinnedPost {
    /** Nothing of it is read; what is sent nevertheless must not keep us. */
    private static final int MOST_OF_AN_ANSWER = 4096;

    /** To one address: callers are bounded themselves, and must not wait for each other here. */
    private static final int MOST_CALLS_AT_ONCE = 100;

    private final Vertx vertx;
    private final HttpClient http;
    private final Duration timeout;

    PinnedPost(Vertx vertx, HttpClientOptions options, OutgoingConfig config) {
        this.vertx = vertx;
        this.timeout = config.timeout();
        // a connection that is kept would have been checked for another call
        HttpClientOptions own = options.setKeepAlive(false)
                .setConnectTimeout((int) config.connectTimeout().toMillis())
                .setSslHandshakeTimeout(config.connectTimeout().toMillis())
                .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS)
                .setDecompressionSupported(false)
                // an address may be as good as a secret, and a stranger is not told which trace this is
                .setTracingPolicy(TracingPolicy.IGNORE);
        this.http = vertx.httpClientBuilder()
                .with(own)
                .with(new PoolOptions().setHttp1MaxSize(MOST_CALLS_AT_ONCE))
                // what a receiver does wrong is in the outcome; here it would only be logged as an error of ours
                .withConnectHandler(connection -> connection.exceptionHandler(ignored -> {}))
                .build();
    }

    CompletableFuture<Outcome> send(Gate.Pinned to, Map<String, String> headers, String body) {
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        http.request(options(to, headers)).onComplete(made -> {
            if (made.failed()) {
                outcome.complete(Outcome.failed(failureOf(made.cause())));
            } else {
                exchange(made.result(), body, outcome);
            }
        });
        return outcome;
    }

    private static RequestOptions options(Gate.Pinned to, Map<String, String> headers) {
        Destination destination = to.destination();
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(
                        destination.port(), to.address().getHostAddress()))
                .setHost(destination.host())
                .setPort(destination.port())
                .setSsl(destination.tls())
                .setURI(destination.target())
                .setFollowRedirects(false)
                .putHeader("Content-Type", "application/json")
                .putHeader("User-Agent", "LiteMaaS");
        headers.forEach(options::putHeader);
        return options;
    }

    private void exchange(HttpClientRequest request, String body, CompletableFuture<Outcome> outcome) {
        long timer = vertx.setTimer(timeout.toMillis(), late -> {
            outcome.complete(Outcome.failed(Failure.TIMED_OUT));
            request.reset();
        });
        request.send(body).onComplete(answered -> {
            if (answered.failed()) {
                vertx.cancelTimer(timer);
                outcome.complete(Outcome.failed(failureOf(answered.cause())));
            } else {
                outcome.complete(Outcome.answered(answered.result().statusCode()));
                throwAway(request, answered.result(), timer);
            }
        });
    }

    private void throwAway(HttpClientRequest request, HttpClientResponse response, long timer) {
        AtomicLong read = new AtomicLong();
        response.handler(part -> {
            if (read.addAndGet(part.length()) > MOST_OF_AN_ANSWER) {
                request.reset();
            }
        });
        response.exceptionHandler(broken -> vertx.cancelTimer(timer));
        response.endHandler(done -> vertx.cancelTimer(timer));
    }

    private static Failure failureOf(Throwable cause) {
        for (Throwable each = cause; each != null; each = each.getCause()) {
            if (each instanceof SSLException) {
                return Failure.TLS_FAILED;
            }
            if (each instanceof ConnectException || each instanceof ConnectTimeoutException) {
                return Failure.NOT_CONNECTED;
            }
        }
        return cause instanceof SocketException ? Failure.NOT_CONNECTED : Failure.NO_HTTP_ANSWER;
    }
}
