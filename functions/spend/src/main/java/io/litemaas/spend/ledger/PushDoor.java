package io.litemaas.spend.ledger;

import io.litemaas.platform.id.Sha256;
import io.litemaas.platform.problem.Problem;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * Lets in who sends the static header, LiteLLM's only proof of itself. It stands between the http face and Funqy, so that
 * nothing of a stranger's body is parsed.
 */
@Singleton
class PushDoor {
    /** After the face, which stands at -10,000 and the place after it. */
    private static final int ORDER = -9_000;

    private final String header;
    private final Optional<byte[]> secret;

    PushDoor(LedgerConfig config) {
        this.header = config.pushHeader();
        this.secret = config.pushSecret().map(PushDoor::digest);
    }

    void install(@Observes Router router) {
        router.route("/" + BookPushedLogs.NAME).order(ORDER).handler(this::check);
    }

    private void check(RoutingContext context) {
        String given = context.request().getHeader(header);
        boolean genuine = given != null
                && secret.map(expected -> MessageDigest.isEqual(expected, digest(given)))
                        .orElse(false);
        if (!genuine) {
            throw Problem.of(LedgerProblem.PUSH_NOT_AUTHENTICATED, "Send the configured header with its secret.");
        }
        context.next();
    }

    private static byte[] digest(String value) {
        return Sha256.of(value.getBytes(StandardCharsets.UTF_8));
    }
}
