package io.litemaas.emulator.openshift;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Proof Key for Code Exchange (RFC 7636); an empty challenge means that the client did not ask for it. */
record Pkce(String challenge, String method) {
    boolean isAbsent() {
        return challenge.isEmpty();
    }

    boolean isS256() {
        return !challenge.isEmpty() && method.equals("S256");
    }

    boolean isMalformed() {
        boolean known = method.isEmpty() || method.equals("plain") || method.equals("S256");
        return !known || (isAbsent() && !method.isEmpty());
    }

    boolean isProvenBy(String verifier) {
        if (isAbsent()) {
            return true;
        }
        String proof = isS256() ? Sha256.base64Url(verifier) : verifier;
        return MessageDigest.isEqual(
                proof.getBytes(StandardCharsets.UTF_8), challenge.getBytes(StandardCharsets.UTF_8));
    }
}
