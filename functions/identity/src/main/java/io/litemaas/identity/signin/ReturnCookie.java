package io.litemaas.identity.signin;

import io.litemaas.platform.config.PlatformConfig;
import io.litemaas.platform.face.Answer;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import jakarta.inject.Singleton;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Remembers in the browser where to go on. It is not trusted: what it says is checked again. */
@Singleton
class ReturnCookie {
    private static final String NAME = "lm-return";
    private static final String PATH = "/auth/callback";
    private static final Duration LIFETIME = Duration.ofMinutes(10);

    private final Answer answer;
    private final CurrentVertxRequest request;
    private final boolean secure;

    ReturnCookie(Answer answer, CurrentVertxRequest request, PlatformConfig config) {
        this.answer = answer;
        this.request = request;
        this.secure = config.secureCookies();
    }

    void give(String path) {
        answer.cookie(cookie(URLEncoder.encode(path, StandardCharsets.UTF_8), LIFETIME));
    }

    /** Takes it away, and says what it said. */
    String take() {
        String path = Optional.ofNullable(request.getCurrent().request().getCookie(NAME))
                .map(cookie -> decoded(cookie.getValue()))
                .orElse(LocalPath.START);
        answer.cookie(cookie("", Duration.ZERO));
        return LocalPath.of(path);
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return LocalPath.START;
        }
    }

    private Cookie cookie(String value, Duration lives) {
        return Cookie.cookie(NAME, value)
                .setPath(PATH)
                .setHttpOnly(true)
                .setSecure(secure)
                .setSameSite(CookieSameSite.LAX)
                .setMaxAge(lives.toSeconds());
    }
}
