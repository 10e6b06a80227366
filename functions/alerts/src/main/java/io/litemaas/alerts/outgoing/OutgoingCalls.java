package io.litemaas.alerts.outgoing;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.jboss.logging.Logger;

/** Posts to addresses that people enter. */
@Singleton
public class OutgoingCalls {
    private static final Logger LOG = Logger.getLogger(OutgoingCalls.class);

    private final Gate gate;
    private final PinnedPost post;
    private final Executor executor;
    private final Duration timeout;

    @Inject
    OutgoingCalls(Gate gate, Vertx vertx, OutgoingConfig config, ManagedExecutor executor) {
        this(gate, new PinnedPost(vertx, new HttpClientOptions(), config), executor, config);
    }

    OutgoingCalls(Gate gate, PinnedPost post, Executor executor, OutgoingConfig config) {
        this.gate = gate;
        this.post = post;
        this.executor = executor;
        this.timeout = config.timeout();
    }

    /** Posts JSON. However the call goes, it ends in time and by an outcome, not by an exception. */
    public CompletableFuture<Outcome> post(String url, Map<String, String> headers, String body) {
        // a name's resolution blocks, and has no time limit of its own
        return CompletableFuture.supplyAsync(() -> gate.pin(url), executor)
                .thenCompose(pinned -> post.send(pinned, headers, body))
                .exceptionally(OutgoingCalls::notCalled)
                .completeOnTimeout(Outcome.failed(Failure.TIMED_OUT), timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static Outcome notCalled(Throwable thrown) {
        Throwable cause = thrown instanceof CompletionException ? thrown.getCause() : thrown;
        if (cause instanceof NotCallableException refused) {
            return Outcome.failed(refused.failure());
        }
        LOG.error("A call could not be made", cause);
        return Outcome.failed(Failure.NOT_CONNECTED);
    }
}
