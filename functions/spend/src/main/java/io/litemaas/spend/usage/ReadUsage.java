package io.litemaas.spend.usage;

import io.litemaas.platform.caller.Caller;
import io.litemaas.platform.caller.Role;
import io.litemaas.platform.caller.Scope;
import io.litemaas.platform.face.Reads;
import io.litemaas.platform.problem.HttpProblem;
import io.litemaas.platform.problem.Problem;
import io.litemaas.platform.room.Room;
import io.quarkus.agroal.DataSource;
import io.quarkus.funqy.Funq;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Tells a user what they used, and an admin what somebody or everybody did. */
@ApplicationScoped
public class ReadUsage {
    private static final int MOST_ROWS = 1000;

    private final Room room;
    private final Caller caller;
    private final Clock clock;

    ReadUsage(@DataSource("spend") Room room, Caller caller, Clock clock) {
        this.room = room;
        this.caller = caller;
        this.clock = clock;
    }

    @Funq("usage")
    @Reads(role = Role.USER, scope = Scope.READ)
    public Usage read(@Valid UsageQuery query) {
        UsageWindow window = UsageWindow.of(query, clock.instant());
        Optional<UUID> owner = owner(query);
        // one transaction, so that the rows add up to the total
        return room.inTransaction(handle -> {
            handle.execute("set transaction isolation level repeatable read read only");
            return usage(handle, query, window, owner);
        });
    }

    private Optional<UUID> owner(UsageQuery query) {
        UUID self = caller.userId();
        boolean foreign =
                query.isAll() || query.user().filter(user -> !user.equals(self)).isPresent();
        if (foreign && !caller.principal().has(Role.ADMIN_READONLY)) {
            throw Problem.of(HttpProblem.FORBIDDEN, "Others' usage is for admins.");
        }
        return query.isAll() ? Optional.empty() : query.user().or(() -> Optional.of(self));
    }

    private static Usage usage(Handle handle, UsageQuery query, UsageWindow window, Optional<UUID> owner) {
        UsageDao dao = new UsageDao(handle, window, owner, MOST_ROWS + 1);
        List<UsageRow> rows = switch (query.getBy()) {
            case "model" -> dao.byModel();
            case "key" -> dao.byKey();
            case "subscription" -> dao.bySubscription();
            default -> dao.byDay();
        };
        boolean truncated = rows.size() > MOST_ROWS;
        List<Usage.Drift> drift = dao.drift();
        return new Usage(
                window.from(),
                window.to(),
                window.zone().getId(),
                query.getBy(),
                UsageDao.completeUntil(handle),
                drift.stream().map(Usage.Drift::day).toList(),
                owner.isEmpty() ? Optional.of(drift) : Optional.empty(),
                dao.total(),
                truncated ? rows.subList(0, MOST_ROWS) : rows,
                truncated);
    }
}
