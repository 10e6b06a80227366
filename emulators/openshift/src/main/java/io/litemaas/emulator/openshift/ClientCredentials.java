package io.litemaas.emulator.openshift;

import io.vertx.core.http.HttpServerRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;

/** How a client proves itself at the token endpoint: by HTTP Basic or by form fields (RFC 6749 §2.3.1). */
record ClientCredentials(String id, String secret) {
    static Optional<ClientCredentials> from(HttpServerRequest request) {
        String authorization = request.getHeader("Authorization");
        if (authorization != null) {
            return fromBasic(authorization);
        }
        String id = request.getFormAttribute("client_id");
        String secret = request.getFormAttribute("client_secret");
        return id == null || secret == null ? Optional.empty() : Optional.of(new ClientCredentials(id, secret));
    }

    private static Optional<ClientCredentials> fromBasic(String authorization) {
        if (!authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
            return Optional.empty();
        }
        try {
            byte[] decoded =
                    Base64.getDecoder().decode(authorization.substring(6).strip());
            String[] parts = new String(decoded, StandardCharsets.UTF_8).split(":", 2);
            return parts.length < 2
                    ? Optional.empty()
                    : Optional.of(new ClientCredentials(formDecode(parts[0]), formDecode(parts[1])));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String formDecode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    boolean areThoseOf(EmulatorOptions options) {
        return id.equals(options.clientId())
                && MessageDigest.isEqual(
                        secret.getBytes(StandardCharsets.UTF_8),
                        options.clientSecret().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "ClientCredentials[" + id + "]";
    }
}
