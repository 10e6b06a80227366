package io.litemaas.identity.session;

import io.litemaas.platform.caller.Role;
import io.litemaas.platform.face.Changes;
import io.litemaas.platform.face.Rate;
import io.litemaas.platform.problem.HttpProblem;
import io.litemaas.platform.problem.Problem;
import io.quarkus.funqy.Funq;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Continues a browser's session by its refresh token, which is used up and replaced. */
@ApplicationScoped
public class RefreshSession {
    private final Sessions sessions;
    private final SessionCookies cookies;

    RefreshSession(Sessions sessions, SessionCookies cookies) {
        this.sessions = sessions;
        this.cookies = cookies;
    }

    @Funq("auth/refresh")
    @Changes(role = Role.ANYONE, rate = Rate.REFRESH, ownCredential = true)
    public void refresh() {
        Optional<Session> session = cookies.refreshToken().flatMap(sessions::refresh);
        if (session.isEmpty()) {
            cookies.take();
            throw Problem.of(HttpProblem.SESSION_ENDED, "The session can't be refreshed.");
        }
        cookies.give(session.get());
    }
}
