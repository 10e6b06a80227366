package io.litemaas.identity.session;

import io.litemaas.platform.caller.Credential;
import io.litemaas.platform.config.PlatformConfig;
import io.litemaas.platform.face.Answer;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** How a browser carries its session: no script can read it, and the refresh token goes to one path only. */
@Singleton
public class SessionCookies {
    private static final String REFRESH_PATH = "/auth/refresh";

    private final Answer answer;
    private final CurrentVertxRequest request;
    private final boolean secure;
    private final Clock clock;

    SessionCookies(Answer answer, CurrentVertxRequest request, PlatformConfig config, Clock clock) {
        this.answer = answer;
        this.request = request;
        this.secure = config.secureCookies();
        this.clock = clock;
    }

    /** Gives the browser its session. */
    public void give(Session session) {
        Duration left = Duration.between(clock.instant(), session.expiresAt());
        answer.cookie(access(session.accessToken(), AccessTokenMint.LIFETIME));
        answer.cookie(refresh(session.refreshToken().value(), left));
    }

    /** Takes it away. */
    public void take() {
        answer.cookie(access("", Duration.ZERO));
        answer.cookie(refresh("", Duration.ZERO));
    }

    /** The refresh token that the browser sent. */
    Optional<Secret> refreshToken() {
        return Optional.ofNullable(request.getCurrent().request().getCookie(refreshName()))
                .map(cookie -> new Secret(cookie.getValue()));
    }

    private Cookie access(String value, Duration lives) {
        return cookie(Credential.cookieName(secure), value, lives).setPath("/").setSameSite(CookieSameSite.LAX);
    }

    private Cookie refresh(String value, Duration lives) {
        return cookie(refreshName(), value, lives).setPath(REFRESH_PATH).setSameSite(CookieSameSite.STRICT);
    }

    private Cookie cookie(String name, String value, Duration lives) {
        return Cookie.cookie(name, value).setHttpOnly(true).setSecure(secure).setMaxAge(lives.toSeconds());
    }

    private String refreshName() {
        return secure ? "__Secure-lm-refresh" : "lm-refresh";
    }
}
