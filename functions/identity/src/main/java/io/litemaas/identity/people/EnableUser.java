package io.litemaas.identity.people;

import io.litemaas.platform.caller.Caller;
import io.litemaas.platform.caller.Role;
import io.litemaas.platform.face.Changes;
import io.quarkus.funqy.Funq;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;

/** Enables a user whom an admin had disabled. */
@ApplicationScoped
public class EnableUser {
    private final Caller caller;
    private final People people;

    EnableUser(Caller caller, People people) {
        this.caller = caller;
        this.people = people;
    }

    @Funq("users/enable")
    @Changes(role = Role.ADMIN)
    public Person enable(@Valid UserChoice user) {
        return people.enable(caller.userId(), user.userId());
    }
}
