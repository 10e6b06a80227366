package io.litemaas.spend.ledger;

import io.litemaas.litellm.BreakerChanged;
import io.litemaas.litellm.Deadlines;
import io.litemaas.litellm.FleetEpisode;
import io.litemaas.litellm.LiteLlmHealth;
import io.litemaas.litellm.SharedCalls;
import io.litemaas.platform.config.PlatformConfig;
import io.litemaas.platform.id.Ids;
import io.litemaas.platform.room.Room;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.function.Supplier;

/**
 * What this room's processes know of LiteLLM. It has a row of its own, since its credential is its own: that LiteLLM refuses it,
 * or wants it to come later, shows in the health and keeps nobody else waiting. The episode of the fleet is access's to open,
 * to end and to announce: a pull that fails delays nobody.
 */
@Singleton
class LiteLlmWatch {
    private static final String ROOM = "spend";

    private final Room room;
    private final FleetEpisode episode;
    private final SharedCalls calls;
    private final String process;

    LiteLlmWatch(
            @DataSource(ROOM) Room room,
            LiteLlmHealth health,
            Deadlines deadlines,
            Clock clock,
            Ids ids,
            PlatformConfig config) {
        this.room = room;
        this.episode = new FleetEpisode(clock, ids, ROOM);
        this.calls = SharedCalls.ofReader(room, episode, health, deadlines);
        this.process = config.instance() + "/spend/" + ids.next();
    }

    /** Reads LiteLLM's log, unless it is left alone. */
    <T> T call(Supplier<T> work) {
        return calls.call(work);
    }

    void breakerChanged(@ObservesAsync BreakerChanged change) {
        room.useTransaction(handle -> episode.observed(handle, process, change.open()));
    }
}
