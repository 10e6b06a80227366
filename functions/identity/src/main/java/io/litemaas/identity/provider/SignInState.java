package io.litemaas.identity.provider;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;

/** What a browser that comes back brings of the sign-in that it began: the state in the address, and the cookie to it. */
record SignInState(Cookie cookie) {
    private static final String PREFIX = "q_auth_" + ProviderTenant.NAME + "_";
    private static final char SEPARATOR = '|';

    /** The state of a request; empty where the cookie is gone, or was made for another state. */
    static Optional<SignInState> of(HttpServerRequest request) {
        String state = request.getParam("state");
        return Optional.ofNullable(request.getCookie(PREFIX + state))
                .filter(cookie -> cookie.getValue().startsWith(state + SEPARATOR))
                .map(SignInState::new);
    }

    /** The cookie that takes it away. */
    Cookie expired() {
        return Cookie.cookie(cookie.getName(), "")
                .setPath(ProviderTenant.CALLBACK)
                .setHttpOnly(true)
                .setMaxAge(0);
    }
}
