package io.litemaas.platform.caller;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;
import java.util.Optional;

/**
 * What a request proves its caller with: a bearer token, or the cookie that a browser sends by itself.
 *
 * @param byCookie whether a foreign page could have made the browser send it
 */
public record Credential(String value, boolean byCookie) {
    /** What service tokens start with, so that scanners and people know one when they see it. */
    public static final String SERVICE_TOKEN_PREFIX = "lmt_";

    /** The access token's cookie; the prefix makes browsers bind it to this host and https. */
    public static String cookieName(boolean secure) {
        return secure ? "__Host-lm" : "lm";
    }

    /** The request's credential; a bearer token wins over a cookie. */
    public static Optional<Credential> of(HttpServerRequest request, boolean secureCookies) {
        String authorization = request.getHeader("Authorization");
        if (authorization != null && authorization.toLowerCase(Locale.ROOT).startsWith("bearer ")) {
            return Optional.of(new Credential(authorization.substring(7).strip(), false));
        }
        Cookie cookie = request.getCookie(cookieName(secureCookies));
        return Optional.ofNullable(cookie).map(found -> new Credential(found.getValue(), true));
    }

    boolean isServiceToken() {
        return value.startsWith(SERVICE_TOKEN_PREFIX);
    }
}
