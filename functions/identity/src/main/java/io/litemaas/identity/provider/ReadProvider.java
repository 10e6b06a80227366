package io.litemaas.identity.provider;

import io.litemaas.platform.caller.Role;
import io.litemaas.platform.caller.Scope;
import io.litemaas.platform.face.Reads;
import io.quarkus.funqy.Funq;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells whoever comes whom they will sign in with; nobody is called for it. */
@ApplicationScoped
public class ReadProvider {
    private final SignInProvider provider;

    ReadProvider(ProviderConfig config) {
        this.provider = SignInProvider.of(config);
    }

    @Funq("auth/provider")
    @Reads(role = Role.ANYONE, scope = Scope.PERSON)
    public SignInProvider read() {
        return provider;
    }
}
