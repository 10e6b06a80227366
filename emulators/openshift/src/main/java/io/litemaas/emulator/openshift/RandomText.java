package io.litemaas.emulator.openshift;

import java.security.SecureRandom;
import java.util.Base64;

/** Unguessable text for codes and tokens. */
record RandomText(SecureRandom random) {
    /** 256 bits in base64url, 43 characters, as OpenShift's tokens have. */
    String next() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
