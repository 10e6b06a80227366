package io.litemaas.emulator.openshift;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/** Decides where a browser may be sent with a code: an open redirect would hand codes to anybody. */
record RedirectRule(Set<String> registered, boolean loopback) {
    private static final Set<String> LOOPBACK_HOSTS = Set.of("localhost", "127.0.0.1", "[::1]");

    boolean allows(String redirectUri) {
        return registered.contains(redirectUri) || (loopback && isLoopback(redirectUri));
    }

    private static boolean isLoopback(String redirectUri) {
        try {
            URI uri = new URI(redirectUri);
            return "http".equals(uri.getScheme())
                    && uri.getHost() != null
                    && LOOPBACK_HOSTS.contains(uri.getHost())
                    && uri.getUserInfo() == null
                    && uri.getFragment() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
