package io.litemaas.identity.people;

import io.litemaas.platform.caller.Caller;
import io.litemaas.platform.caller.Role;
import io.litemaas.platform.face.Changes;
import io.quarkus.funqy.Funq;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;

/** Disables a user: sessions, tokens and the right to sign in end at once. */
@ApplicationScoped
public class DisableUser {
    private final Caller caller;
    private final People people;

    DisableUser(Caller caller, People people) {
        this.caller = caller;
        this.people = people;
    }

    @Funq("users/disable")
    @Changes(role = Role.ADMIN)
    public Person disable(@Valid UserChoice user) {
        return people.disable(caller.userId(), user.userId());
    }
}
