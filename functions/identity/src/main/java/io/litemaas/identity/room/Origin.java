package io.litemaas.identity.room;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * Where browsers find LiteMaaS, and whether the session's cookies demand https.
 *
 * @param publicUrl as {@link IdentityConfig#publicUrl()}
 * @param secureCookies as {@code litemaas.secure-cookies}
 */
record Origin(String publicUrl, boolean secureCookies) {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /** Why no session could be kept there, or none safely; empty where all is well. */
    Optional<String> fault() {
        URI url = URI.create(publicUrl);
        boolean https = "https".equals(url.getScheme());
        if (url.getHost() == null || !(https || "http".equals(url.getScheme())) || publicUrl.endsWith("/")) {
            return Optional.of("litemaas.identity.public-url must be an http or https address without a slash at the"
                    + " end, but is " + publicUrl + ".");
        }
        boolean loopback = LOOPBACK.contains(url.getHost());
        if (!https && !loopback) {
            return Optional.of("litemaas.identity.public-url is " + publicUrl
                    + ": sessions over plain http can be read on their way. Use https.");
        }
        if (!https && secureCookies) {
            return Optional.of("litemaas.identity.public-url is " + publicUrl + ", over which secure cookies are not"
                    + " sent. Use https, or on this machine alone set litemaas.secure-cookies=false.");
        }
        if (https && !secureCookies) {
            return Optional.of("litemaas.secure-cookies=false is for http on this machine alone, but"
                    + " litemaas.identity.public-url is " + publicUrl + ".");
        }
        return Optional.empty();
    }
}
