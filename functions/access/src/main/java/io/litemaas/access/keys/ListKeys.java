package io.litemaas.access.keys;

import io.litemaas.platform.caller.Caller;
import io.litemaas.platform.caller.Role;
import io.litemaas.platform.caller.Scope;
import io.litemaas.platform.face.Reads;
import io.litemaas.platform.page.Page;
import io.litemaas.platform.page.PageQuery;
import io.litemaas.platform.problem.HttpProblem;
import io.litemaas.platform.problem.Problem;
import io.litemaas.platform.room.Room;
import io.quarkus.agroal.DataSource;
import io.quarkus.funqy.Funq;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Lists the caller's keys; for admins, everybody's. A value is never among it. */
@ApplicationScoped
public class ListKeys {
    private final Room room;
    private final Caller caller;
    private final Clock clock;

    ListKeys(@DataSource("access") Room room, Caller caller, Clock clock) {
        this.room = room;
        this.caller = caller;
        this.clock = clock;
    }

    @Funq("keys/list")
    @Reads(role = Role.USER, scope = Scope.READ)
    public Page<VirtualKey> list(@Valid KeyQuery query) {
        if (query.isAll() && !caller.principal().has(Role.ADMIN_READONLY)) {
            throw Problem.of(HttpProblem.FORBIDDEN, "Only admins see everybody's keys.");
        }
        Optional<UUID> owner = query.isAll() ? Optional.empty() : Optional.of(caller.userId());
        return Page.of(
                room.read(handle -> new KeyDao(handle)
                        .list(owner, query.isEnded(), query.after(), query.getLimit() + 1, clock.instant())),
                query.getLimit(),
                VirtualKey::id);
    }

    /** The query. */
    public static class KeyQuery extends PageQuery {
        private boolean all;
        private boolean ended;

        public boolean isAll() {
            return all;
        }

        public void setAll(boolean all) {
            this.all = all;
        }

        public boolean isEnded() {
            return ended;
        }

        /** Whether keys that have ended are shown too. */
        public void setEnded(boolean ended) {
            this.ended = ended;
        }
    }
}
