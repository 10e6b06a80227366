package io.litemaas.access.keys;

import io.litemaas.platform.caller.Caller;
import io.litemaas.platform.caller.Role;
import io.litemaas.platform.caller.Scope;
import io.litemaas.platform.face.Changes;
import io.litemaas.platform.face.Rate;
import io.litemaas.platform.idempotency.IdempotentRequest;
import io.quarkus.funqy.Funq;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;

/** Issues a virtual key to the caller for models of one of their active subscriptions. */
@ApplicationScoped
public class IssueKey {
    private final Caller caller;
    private final IdempotentRequest request;
    private final KeyIssuance issuance;

    IssueKey(Caller caller, IdempotentRequest request, KeyIssuance issuance) {
        this.caller = caller;
        this.request = request;
        this.issuance = issuance;
    }

    @Funq("keys/issue")
    @Changes(role = Role.USER, scope = Scope.KEYS, rate = Rate.ISSUE, creates = Changes.Creation.SECRET)
    public IssuedKey issue(@Valid KeyRequest wish) {
        return issuance.issue(caller.userId(), wish, new SecretRequest(request.key(), request.fingerprint()));
    }
}
