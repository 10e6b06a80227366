package io.litemaas.identity.session;

import io.litemaas.platform.caller.Caller;
import io.litemaas.platform.caller.Role;
import io.litemaas.platform.face.Changes;
import io.quarkus.funqy.Funq;
import jakarta.enterprise.context.ApplicationScoped;

/** Ends the session that the caller came by; what is left of its access token's minutes is not refreshed. */
@ApplicationScoped
public class SignOut {
    private final Caller caller;
    private final Sessions sessions;
    private final SessionCookies cookies;

    SignOut(Caller caller, Sessions sessions, SessionCookies cookies) {
        this.caller = caller;
        this.sessions = sessions;
        this.cookies = cookies;
    }

    @Funq("auth/logout")
    @Changes(role = Role.USER)
    public void signOut() {
        caller.principal().sessionId().ifPresent(sessions::end);
        cookies.take();
    }
}
