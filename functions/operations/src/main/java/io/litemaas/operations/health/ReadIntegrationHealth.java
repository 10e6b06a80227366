package io.litemaas.operations.health;

import io.litemaas.platform.caller.Caller;
import io.litemaas.platform.caller.Role;
import io.litemaas.platform.caller.Scope;
import io.litemaas.platform.face.Reads;
import io.litemaas.platform.room.Room;
import io.quarkus.agroal.DataSource;
import io.quarkus.funqy.Funq;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Tells anybody whether LiteLLM is to be had, and admins what of it: why not, which one it is, and what was not delivered. */
@ApplicationScoped
public class ReadIntegrationHealth {
    private final Room room;
    private final Caller caller;
    private final Clock clock;

    ReadIntegrationHealth(@DataSource("operations") Room room, Caller caller, Clock clock) {
        this.clock = clock;
        this.room = room;
        this.caller = caller;
    }

    @Funq("health/integration")
    @Reads(role = Role.ANYONE, scope = Scope.READ)
    public IntegrationHealth read() {
        boolean admin = caller.known()
                .map(principal -> principal.has(Role.ADMIN_READONLY))
                .orElse(false);
        return room.read(handle -> {
            HealthDao dao = new HealthDao(handle);
            Instant now = clock.instant();
            List<Observation> observations = dao.observations(now);
            IntegrationHealth health = IntegrationHealth.of(observations, now);
            return admin
                    ? health.withDetails(
                            dao.version(), dao.refusals(), dao.isLogRefused(), observations, dao.waitingDeadLetters())
                    : health;
        });
    }
}
