package io.litemaas.platform.idempotency;

import io.litemaas.platform.caller.Caller;
import io.litemaas.platform.face.IdempotencyKey;
import io.litemaas.platform.id.Sha256;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** What the request that runs is known by. The key itself is a secret: {@link #key()} is for deriving, never for keeping. */
@RequestScoped
public class IdempotentRequest {
    private final CurrentVertxRequest request;
    private final Caller caller;

    IdempotentRequest(CurrentVertxRequest request, Caller caller) {
        this.request = request;
        this.caller = caller;
    }

    /** The raw header. */
    public String key() {
        return context().request().getHeader(IdempotencyKey.HEADER);
    }

    /** Everything about the request that may be stored. */
    public Fingerprint fingerprint() {
        return new Fingerprint(
                caller.userId(),
                context().request().path().substring(1),
                Sha256.of(key().getBytes(StandardCharsets.UTF_8)),
                Sha256.of(context().body().buffer().getBytes()));
    }

    private RoutingContext context() {
        return request.getCurrent();
    }

    /**
     * A request without its secrets.
     *
     * @param operation the function's name
     * @param keyHash SHA-256 of the Idempotency-Key
     * @param bodyHash SHA-256 of the body as it was sent
     */
    @SuppressWarnings("ArrayRecordComponent") // bound into SQL, never compared
    public record Fingerprint(UUID userId, String operation, byte[] keyHash, byte[] bodyHash) {}
}
