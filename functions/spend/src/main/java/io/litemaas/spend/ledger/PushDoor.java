package io.litemaas.spend.ledger;

import io.litemaas.platform.face.Door;
import io.litemaas.platform.id.Sha256;
import io.litemaas.platform.problem.Problem;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/** Lets in who sends the static header, LiteLLM's only proof of itself. */
@Singleton
class PushDoor implements Door {
    private final String header;
    private final Optional<byte[]> secret;

    PushDoor(LedgerConfig config) {
        this.header = config.pushHeader();
        this.secret = config.pushSecret().map(PushDoor::digest);
    }

    @Override
    public String path() {
        return BookPushedLogs.NAME;
    }

    @Override
    public void check(HttpServerRequest request) {
        String given = request.getHeader(header);
        boolean genuine = given != null
                && secret.map(expected -> MessageDigest.isEqual(expected, digest(given)))
                        .orElse(false);
        if (!genuine) {
            throw Problem.of(LedgerProblem.PUSH_NOT_AUTHENTICATED, "Send the configured header with its secret.");
        }
    }

    private static byte[] digest(String value) {
        return Sha256.of(value.getBytes(StandardCharsets.UTF_8));
    }
}
