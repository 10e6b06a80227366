package io.litemaas.identity.tokens;

import io.litemaas.identity.session.Secret;
import io.litemaas.platform.caller.Caller;
import io.litemaas.platform.caller.Credential;
import io.litemaas.platform.caller.Role;
import io.litemaas.platform.face.Changes;
import io.litemaas.platform.face.Rate;
import io.litemaas.platform.id.Ids;
import io.litemaas.platform.idempotency.IdempotentRequest;
import io.litemaas.platform.idempotency.Once;
import io.litemaas.platform.problem.Problem;
import io.litemaas.platform.room.Audit;
import io.litemaas.platform.room.Room;
import io.litemaas.platform.room.RoomParts;
import io.quarkus.agroal.DataSource;
import io.quarkus.funqy.Funq;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Makes a service token for the caller, and shows its value this once. */
@ApplicationScoped
public class CreateToken {
    private final Room room;
    private final Caller caller;
    private final Once once;
    private final IdempotentRequest request;
    private final Audit audit;
    private final Clock clock;
    private final Ids ids;
    private final SecureRandom randomness;

    CreateToken(
            @DataSource("identity") Room room,
            Caller caller,
            Once once,
            IdempotentRequest request,
            RoomParts parts,
            Clock clock,
            Ids ids,
            SecureRandom randomness) {
        this.room = room;
        this.caller = caller;
        this.once = once;
        this.request = request;
        this.audit = parts.audit();
        this.clock = clock;
        this.ids = ids;
        this.randomness = randomness;
    }

    @Funq("tokens/create")
    @Changes(role = Role.USER, rate = Rate.CREATE, creates = Changes.Creation.SECRET)
    public CreatedToken create(@Valid TokenRequest wanted) {
        UUID id = ids.next();
        Secret value = Secret.random(Credential.SERVICE_TOKEN_PREFIX, randomness);
        ServiceToken token = once.create(
                room, request.fingerprint(), ServiceToken.class, handle -> insert(handle, id, wanted, value));
        if (!token.id().equals(id)) {
            throw Problem.of(
                    TokenProblem.VALUE_NOT_KEPT,
                    "It is the token " + token.id() + ". If its value is lost, revoke it and make another.");
        }
        return CreatedToken.of(token, value);
    }

    private ServiceToken insert(Handle handle, UUID id, TokenRequest wanted, Secret value) {
        Instant now = clock.instant();
        UUID owner = caller.userId();
        ServiceToken token = new ServiceToken(
                id, wanted.name(), wanted.scope().word(), now, now.plus(wanted.lives()), Optional.empty());
        new TokenDao(handle, owner).insert(token, value.hash());
        audit.record(
                handle,
                Optional.of(owner),
                "token.created",
                id.toString(),
                Map.of("name", token.name(), "scope", token.scope()));
        return token;
    }
}
