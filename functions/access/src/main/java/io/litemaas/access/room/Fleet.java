package io.litemaas.access.room;

import io.litemaas.litellm.BreakerChanged;
import io.litemaas.litellm.Deadlines;
import io.litemaas.litellm.FleetEpisode;
import io.litemaas.litellm.FleetEpisode.Admission;
import io.litemaas.litellm.LiteLlmHealth;
import io.litemaas.litellm.LiteLlmRefused;
import io.litemaas.litellm.LiteLlmUnavailable;
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
import org.jdbi.v3.core.Handle;

/**
 * All processes of the installation as one caller of LiteLLM: when one finds it away, the others need not find out for
 * themselves, and one alone tries whether it is back.
 */
@Singleton
public class Fleet {
    private static final String OPENED = "io.litemaas.integration.opened.v1";
    private static final String CLOSED = "io.litemaas.integration.closed.v1";

    private final Room room;
    private final Outbox outbox;
    private final FleetEpisode episode;
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
        this.health = health;
        this.deadlines = deadlines;
        this.process = config.instance() + "/access/" + ids.next();
    }

    /**
     * Does work that needs LiteLLM, unless the fleet leaves it alone.
     *
     * @throws LiteLlmUnavailable at once while it does
     */
    public <T> T call(Supplier<T> work) {
        Admission admission = room.inTransaction(episode::admission);
        if (admission == Admission.WAIT) {
            throw LiteLlmUnavailable.leftAlone();
        }
        T result = admission == Admission.PROBE ? probe(work) : work.get();
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

    void breakerChanged(@ObservesAsync BreakerChanged change) {
        room.useTransaction(handle -> {
            episode.observed(handle, process, change.open());
            if (change.open()) {
                announce(handle, OPENED, episode.opened(handle, "breaker opened"));
            } else {
                announce(handle, CLOSED, episode.ended(handle));
            }
        });
    }

    private <T> T probe(Supplier<T> work) {
        try {
            T result = work.get();
            ended();
            return result;
        } catch (LiteLlmUnavailable e) {
            room.useTransaction(episode::goesOn);
            throw e;
        } catch (LiteLlmRefused e) {
            // a no is an answer: else one object that LiteLLM does not take would keep the fleet away for as long as it
            // is tried
            ended();
            throw e;
        } catch (RuntimeException e) {
            settle();
            throw e;
        }
    }

    /**
     * What failed may lie with the one object that was asked about, or with LiteLLM: its own word decides. Left open, the
     * episode would wait for a probe that is over, and the next could meet the same object.
     */
    private void settle() {
        if (health.isReady(deadlines.start())) {
            ended();
        } else {
            room.useTransaction(episode::goesOn);
        }
    }

    private void ended() {
        room.useTransaction(handle -> announce(handle, CLOSED, episode.ended(handle)));
    }

    private void announce(Handle handle, String type, Optional<UUID> changed) {
        changed.ifPresent(id -> outbox.announce(handle, type, id.toString(), Map.of("integration", "litellm")));
    }
}
