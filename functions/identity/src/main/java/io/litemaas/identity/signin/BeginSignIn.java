package io.litemaas.identity.signin;

import io.litemaas.identity.provider.Provider;
import io.litemaas.platform.caller.Role;
import io.litemaas.platform.face.Answer;
import io.litemaas.platform.face.Rate;
import io.litemaas.platform.face.Reads;
import io.quarkus.funqy.Funq;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;

/** Sends a browser to the provider's sign-in. */
@ApplicationScoped
public class BeginSignIn {
    private final Provider provider;
    private final ReturnCookie returnTo;
    private final FailedSignIn failures;
    private final Answer answer;

    BeginSignIn(Provider provider, ReturnCookie returnTo, FailedSignIn failures, Answer answer) {
        this.provider = provider;
        this.returnTo = returnTo;
        this.failures = failures;
        this.answer = answer;
    }

    @Funq("auth/login")
    @Reads(role = Role.ANYONE, rate = Rate.SIGN_IN, page = true)
    public void begin(@Valid LoginQuery query) {
        failures.shows(() -> sendTo(query.getReturnTo()), query::getReturnTo);
    }

    private void sendTo(String path) {
        String page = provider.signInPage();
        returnTo.give(path);
        answer.seeOther(page);
    }
}
