package io.litemaas.spend.ledger;

import io.litemaas.litellm.BreakerChanged;
import io.litemaas.litellm.FleetEpisode;
import io.litemaas.platform.config.PlatformConfig;
import io.litemaas.platform.id.Ids;
import io.litemaas.platform.room.Room;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.time.Clock;

/**
 * Writes down whether this process reaches LiteLLM. The episode of the fleet is access's to open and to end: a pull that
 * fails delays nobody.
 */
@Singleton
class LiteLlmWatch {
    private final Room room;
    private final FleetEpisode episode;
    private final String process;

    LiteLlmWatch(@DataSource("spend") Room room, Clock clock, Ids ids, PlatformConfig config) {
        this.room = room;
        this.episode = new FleetEpisode(clock, ids);
        this.process = config.instance() + "/spend/" + ids.next();
    }

    void breakerChanged(@ObservesAsync BreakerChanged change) {
        room.useTransaction(handle -> episode.observed(handle, process, change.open()));
    }
}
