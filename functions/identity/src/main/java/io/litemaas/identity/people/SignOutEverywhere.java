package io.litemaas.identity.people;

import io.litemaas.identity.session.SessionCookies;
import io.litemaas.platform.caller.Caller;
import io.litemaas.platform.caller.Role;
import io.litemaas.platform.face.Changes;
import io.quarkus.funqy.Funq;
import jakarta.enterprise.context.ApplicationScoped;

/** Ends all sessions of the caller, in all browsers, with their next call. */
@ApplicationScoped
public class SignOutEverywhere {
    private final Caller caller;
    private final People people;
    private final SessionCookies cookies;

    SignOutEverywhere(Caller caller, People people, SessionCookies cookies) {
        this.caller = caller;
        this.people = people;
        this.cookies = cookies;
    }

    @Funq("auth/logout-everywhere")
    @Changes(role = Role.USER)
    public void signOut() {
        people.signOutEverywhere(caller.userId());
        cookies.take();
    }
}
