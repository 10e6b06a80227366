package io.litemaas.access.room;

import io.litemaas.litellm.BreakerChanged;
import io.litemaas.litellm.Deadlines;
import io.litemaas.litellm.FleetEpisode;
import io.litemaas.litellm.LiteLlmException;
import io.litemaas.litellm.LiteLlmHealth;
import io.litemaas.litellm.SharedCalls;
import io.litemaas.litellm.Trouble;
import io.litemaas.platform.config.PlatformConfig;
import io.litemaas.platform.event.Outbox;
import io.litemaas.platform.id.Ids;
import io.litemaas.platform.room.Room;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/**
 * All processes of the installation as one caller of LiteLLM: when one finds it away, the others need not find out for
 * themselves, and one alone tries whether it is back. Whoever opens or ends an episode announces it.
 */
@Singleton
public class Fleet {
    private static final Logger LOG = Logger.getLogger(Fleet.class);
    private static final String OPENED = "io.litemaas.integration.opened.v1";
    private static final String CLOSED = "io.litemaas.integration.closed.v1";

    private final Room room;
    private final Outbox outbox;
    private final FleetEpisode episode;
    private final SharedCalls calls;
    private final LiteLlmHealth health;
    private final Deadlines deadlines;
    private final String process;
    private final AtomicBoolean reached = new AtomicBoolean();

    Fleet(
            @DataSource("access") Room room,
            @DataSource("access") Outbox outbox,
            LiteLlmHealth health,
            Deadlines deadlines,
            Clock clock,
            Ids ids,
            PlatformConfig config) {
        this.room = room;
        this.outbox = outbox;
        this.episode = new FleetEpisode(clock, ids);
        this.calls = new SharedCalls(room, episode, health, deadlines, new Announcement());
        this.health = health;
        this.deadlines = deadlines;
        this.process = config.instance() + "/access/" + ids.next();
    }

    /**
     * Does work that needs LiteLLM, unless the fleet leaves it alone.
     *
     * @throws LiteLlmException at once while it does, of the kind that tells why
     */
    public <T> T call(Supplier<T> work) {
        T result = calls.call(work);
        if (!reached.getAndSet(true)) {
            room.useTransaction(handle -> episode.observed(handle, process, false));
        }
        return result;
    }

    /** The same for work that returns nothing. */
    public void run(Runnable work) {
        call(() -> {
            work.run();
            return true;
        });
    }

    /** Writes down that LiteLLM was seen now, and its version if it tells it. Never fails for LiteLLM's sake. */
    public void noteVersion() {
        Optional<String> version = version();
        room.useTransaction(handle -> episode.isVersion(handle, version));
    }

    private Optional<String> version() {
        try {
            return Optional.of(health.version(deadlines.brief()));
        } catch (LiteLlmException e) {
            LOG.debugf("LiteLLM's version is not known: %s", e.getMessage());
            return Optional.empty();
        }
    }

    void breakerChanged(@ObservesAsync BreakerChanged change) {
        Announcement announcement = new Announcement();
        room.useTransaction(handle -> {
            episode.observed(handle, process, change.open());
            if (change.open()) {
                episode.opened(handle, Trouble.UNAVAILABLE)
                        .ifPresent(id -> announcement.opened(handle, id, Trouble.UNAVAILABLE));
            } else {
                episode.reachable(handle).ifPresent(id -> announcement.closed(handle, id));
            }
        });
    }

    private final class Announcement implements SharedCalls.News {
        @Override
        public void opened(Handle handle, UUID id, Trouble trouble) {
            outbox.announce(handle, OPENED, id.toString(), Map.of("integration", "litellm", "cause", trouble.word()));
        }

        @Override
        public void closed(Handle handle, UUID id) {
            outbox.announce(handle, CLOSED, id.toString(), Map.of("integration", "litellm"));
        }
    }
}
