package io.litemaas.identity.signin;

import jakarta.validation.constraints.Pattern;

/** The query of {@code auth/login}. */
public class LoginQuery {
    @Pattern(regexp = LocalPath.FORM, message = "must be a path of this host")
    private String returnTo = LocalPath.START;

    public String getReturnTo() {
        return returnTo;
    }

    /** Where to go on after the sign-in. */
    public void setReturnTo(String returnTo) {
        this.returnTo = returnTo;
    }
}
