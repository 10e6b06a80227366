package io.litemaas.identity.tokens;

import io.litemaas.platform.caller.Caller;
import io.litemaas.platform.caller.Role;
import io.litemaas.platform.face.Changes;
import io.litemaas.platform.problem.Problem;
import io.litemaas.platform.room.Audit;
import io.litemaas.platform.room.Room;
import io.litemaas.platform.room.RoomParts;
import io.quarkus.agroal.DataSource;
import io.quarkus.funqy.Funq;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Revokes one of the caller's service tokens; once more it does nothing more. */
@ApplicationScoped
public class RevokeToken {
    private final Room room;
    private final Caller caller;
    private final Audit audit;
    private final Clock clock;

    RevokeToken(@DataSource("identity") Room room, Caller caller, RoomParts parts, Clock clock) {
        this.room = room;
        this.caller = caller;
        this.audit = parts.audit();
        this.clock = clock;
    }

    @Funq("tokens/revoke")
    @Changes(role = Role.USER)
    public ServiceToken revoke(@Valid Choice choice) {
        UUID owner = caller.userId();
        return room.inTransaction(handle -> {
            TokenDao dao = new TokenDao(handle, owner);
            if (dao.revoke(choice.tokenId(), clock.instant())) {
                audit.record(
                        handle,
                        Optional.of(owner),
                        "token.revoked",
                        choice.tokenId().toString(),
                        Map.of());
            }
            return dao.find(choice.tokenId())
                    .orElseThrow(() -> Problem.of(TokenProblem.NOT_FOUND, "No token of yours has this id."));
        });
    }

    /** The request. */
    public record Choice(@NotNull UUID tokenId) {}
}
