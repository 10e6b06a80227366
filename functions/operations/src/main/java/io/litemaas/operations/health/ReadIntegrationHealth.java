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
import java.util.List;

/** Tells anybody whether LiteLLM is to be had, and admins what each process saw of it and how many events wait undelivered. */
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
            List<Observation> observations = dao.observations(clock.instant());
            IntegrationHealth health = IntegrationHealth.of(observations);
            return admin ? health.withDetails(observations, dao.waitingDeadLetters()) : health;
        });
    }
}
