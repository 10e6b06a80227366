package io.litemaas.access.subscriptions;

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
import jakarta.validation.constraints.Pattern;
import java.util.Optional;
import java.util.UUID;

/** Lists the caller's subscriptions; for admins, everybody's. */
@ApplicationScoped
public class ListSubscriptions {
    private final Room room;
    private final Caller caller;

    ListSubscriptions(@DataSource("access") Room room, Caller caller) {
        this.room = room;
        this.caller = caller;
    }

    @Funq("subscriptions/list")
    @Reads(role = Role.USER, scope = Scope.READ)
    public Page<Subscription> list(@Valid SubscriptionQuery query) {
        if (query.isAll() && !caller.principal().has(Role.ADMIN_READONLY)) {
            throw Problem.of(HttpProblem.FORBIDDEN, "Only admins see everybody's subscriptions.");
        }
        Optional<UUID> owner = query.isAll() ? Optional.empty() : Optional.of(caller.userId());
        return Page.of(
                room.read(handle -> new SubscriptionDao(handle)
                        .list(owner, Optional.ofNullable(query.getState()), query.after(), query.getLimit() + 1)),
                query.getLimit(),
                Subscription::id);
    }

    /** The query. */
    public static class SubscriptionQuery extends PageQuery {
        private boolean all;

        @Pattern(regexp = "pending|active|rejected|cancelled")
        private String state;

        public boolean isAll() {
            return all;
        }

        public void setAll(boolean all) {
            this.all = all;
        }

        public String getState() {
            return state;
        }

        public void setState(String state) {
            this.state = state;
        }
    }
}
