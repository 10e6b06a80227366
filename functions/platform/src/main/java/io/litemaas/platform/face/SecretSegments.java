package io.litemaas.platform.face;

import io.litemaas.platform.id.Sha256;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * Operations that are called by who can send nothing but an address: its last segment is a secret. The segment is compared
 * and taken off before anything else sees the request, so that it is in no log, answer or meter; with a wrong one the
 * operation is not there.
 */
@Singleton
public class SecretSegments {
    private static final String SEEN = SecretSegments.class.getName();
    private static final String PROVEN = SEEN + ".proven";

    private static final int SHORTEST = 22;

    private final Map<String, byte[]> digests = new HashMap<>();
    private final Map<String, String> settings = new HashMap<>();

    SecretSegments(Functions functions, Config config) {
        for (Operation operation : functions.operations()) {
            operation.secretSegment().ifPresent(setting -> {
                settings.put(operation.path(), setting);
                config.getOptionalValue(setting, String.class)
                        .filter(secret -> !secret.isBlank())
                        .ifPresent(secret -> digests.put(operation.path(), digest(strong(setting, secret))));
            });
        }
    }

    /** Goes on without the segment: at the operation if it was the right one, else where there is nothing. */
    void open(RoutingContext context) {
        String path = context.request().path();
        Optional<String> operation = operationBefore(path).filter(found -> context.get(SEEN) == null);
        if (operation.isEmpty()) {
            context.next();
            return;
        }
        String found = operation.get();
        context.put(SEEN, true);
        if (isRight(found, path.substring(found.length() + 2))) {
            context.put(PROVEN, found);
            context.reroute("/" + found);
        } else {
            context.reroute("/" + found + "/-");
        }
    }

    /** Whether the operation is there for this request: without a secret always, else if the address had it. */
    static boolean isProven(RoutingContext context, Operation operation) {
        return operation.secretSegment().isEmpty() || operation.path().equals(context.get(PROVEN));
    }

    /** A path without what may be a secret, right or wrong. */
    public String hide(String path) {
        return operationBefore(path).map(found -> "/" + found + "/[redacted]").orElse(path);
    }

    private Optional<String> operationBefore(String path) {
        return settings.keySet().stream()
                .filter(operation -> path.startsWith("/" + operation + "/"))
                .findFirst();
    }

    private boolean isRight(String operation, String given) {
        byte[] expected = digests.get(operation);
        return expected != null && MessageDigest.isEqual(expected, digest(given));
    }

    private static String strong(String setting, String secret) {
        if (!secret.matches("[A-Za-z0-9_-]{" + SHORTEST + ",}")) {
            throw new IllegalStateException(
                    setting + " must be at least " + SHORTEST + " random letters, digits, dashes or underscores");
        }
        return secret;
    }

    private static byte[] digest(String value) {
        return Sha256.of(value.getBytes(StandardCharsets.UTF_8));
    }
}
