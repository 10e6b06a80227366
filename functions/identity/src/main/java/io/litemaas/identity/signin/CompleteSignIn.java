package io.litemaas.identity.signin;

import io.litemaas.identity.people.People;
import io.litemaas.identity.provider.Provider;
import io.litemaas.identity.provider.ProviderUser;
import io.litemaas.identity.provider.SignInProblem;
import io.litemaas.identity.room.IdentityConfig;
import io.litemaas.identity.session.Session;
import io.litemaas.identity.session.SessionCookies;
import io.litemaas.platform.caller.Role;
import io.litemaas.platform.face.Answer;
import io.litemaas.platform.face.Rate;
import io.litemaas.platform.face.Reads;
import io.litemaas.platform.problem.Problem;
import io.quarkus.funqy.Funq;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Takes a browser back from the provider, and gives it a session. Roles that do not exist stop the start. */
@Startup
@ApplicationScoped
public class CompleteSignIn {
    private final Provider provider;
    private final Admission admission;
    private final People people;
    private final SessionCookies cookies;
    private final ReturnCookie returnTo;
    private final FailedSignIn failures;
    private final Answer answer;

    CompleteSignIn(
            Provider provider,
            IdentityConfig config,
            People people,
            SessionCookies cookies,
            ReturnCookie returnTo,
            FailedSignIn failures,
            Answer answer) {
        this.provider = provider;
        this.admission = Admission.of(config.roleGroups(), config.firstAdmin());
        this.people = people;
        this.cookies = cookies;
        this.returnTo = returnTo;
        this.failures = failures;
        this.answer = answer;
    }

    @Funq("auth/callback")
    @Reads(role = Role.ANYONE, rate = Rate.SIGN_IN, page = true)
    public void complete(CallbackQuery query) {
        failures.shows(this::admit, returnTo::take);
    }

    private void admit() {
        ProviderUser user = provider.user();
        List<Role> roles = admission.rolesOf(user.username(), user.groups());
        if (roles.isEmpty()) {
            throw Problem.of(SignInProblem.NOT_ADMITTED, "None of your groups may use LiteMaaS.");
        }
        Session session = people.signIn(user, roles);
        cookies.give(session);
        answer.seeOther(returnTo.take());
    }
}
