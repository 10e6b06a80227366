package io.litemaas.litellm;

import io.litemaas.litellm.FleetEpisode.Admission;
import io.litemaas.litellm.FleetEpisode.Standing;
import io.litemaas.litellm.LiteLlmUnavailable.Reason;
import io.litemaas.platform.room.Room;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/**
 * Work with LiteLLM as all processes do it together: what one of them finds out, the others need not.
 *
 * <p>A failure alone may lie with the one thing that was asked about. Two in a row, whoever had them, make LiteLLM be asked
 * how it is, and what it says of itself decides; likewise a refused credential counts where it is refused for something that
 * is about nobody. A success writes nothing where no failure was before it.
 */
public final class SharedCalls {
    private static final Logger LOG = Logger.getLogger(SharedCalls.class);
    private static final int SUSPICIOUS = 2;
    private static final Set<Reason> ITS_OWN = Set.of(Reason.TOO_MANY_CALLS, Reason.BREAKER_OPEN);

    private final Room room;
    private final FleetEpisode episode;
    private final LiteLlmHealth health;
    private final Deadlines deadlines;
    private final Optional<News> news;

    /** Told in the transaction in which an episode begins or ends, by the one process that began or ended it. */
    public interface News {
        void opened(Handle handle, UUID episode, Trouble trouble);

        void closed(Handle handle, UUID episode);
    }

    public SharedCalls(Room room, FleetEpisode episode, LiteLlmHealth health, Deadlines deadlines, News news) {
        this(room, episode, health, deadlines, Optional.of(news));
    }

    private SharedCalls(
            Room room, FleetEpisode episode, LiteLlmHealth health, Deadlines deadlines, Optional<News> news) {
        this.room = room;
        this.episode = episode;
        this.health = health;
        this.deadlines = deadlines;
        this.news = news;
    }

    /**
     * Those of a room that only reads, about nobody and nothing in particular: a refusal always means its credential, which may
     * not ask how LiteLLM is either. It announces nothing.
     */
    public static SharedCalls ofReader(Room room, FleetEpisode episode, LiteLlmHealth health, Deadlines deadlines) {
        return new SharedCalls(room, episode, health, deadlines, Optional.empty());
    }

    /**
     * Does work that needs LiteLLM, unless it is left alone.
     *
     * @throws LiteLlmException at once while it is, of the kind that tells why
     */
    public <T> T call(Supplier<T> work) {
        Standing standing = room.inTransaction(episode::standing);
        if (standing.admission() == Admission.WAIT) {
            throw standing.leftAlone();
        }
        try {
            T result = work.get();
            answered(standing);
            return result;
        } catch (LiteLlmException e) {
            throw noticed(standing, e);
        } catch (RuntimeException e) {
            if (standing.admission() == Admission.PROBE) {
                askHowItIs(standing);
            }
            throw e;
        }
    }

    private LiteLlmException noticed(Standing standing, LiteLlmException failure) {
        if (failure instanceof LiteLlmThrottled throttled) {
            answered(standing);
            room.useTransaction(
                    handle -> episode.throttled(handle, throttled.pause().orElseThrow()));
        } else if (failure instanceof LiteLlmCredentialRefused refused) {
            return credentialRefused(standing, refused);
        } else if (failure instanceof LiteLlmRefused) {
            // a no is an answer: else one thing that LiteLLM does not take would keep the fleet away while it is tried
            answered(standing);
        } else {
            failed(standing, failure);
        }
        return failure;
    }

    /** Not what this process alone has too much of, or knows already. */
    private static boolean isSuspicious(LiteLlmException failure) {
        return !(failure instanceof LiteLlmUnavailable unavailable) || !ITS_OWN.contains(unavailable.reason());
    }

    private void failed(Standing standing, LiteLlmException failure) {
        if (!isSuspicious(failure)) {
            return;
        }
        if (standing.admission() == Admission.PROBE && failure instanceof LiteLlmUnavailable) {
            troubled(standing, Trouble.UNAVAILABLE);
        } else if (standing.admission() == Admission.PROBE || room.inTransaction(episode::failed) >= SUSPICIOUS) {
            askHowItIs(standing);
        }
    }

    /** Left open, an episode would wait for a probe that is over, and the next could meet the same thing. */
    private void askHowItIs(Standing standing) {
        switch (health.word(deadlines.brief())) {
            case READY ->
                room.useTransaction(handle -> {
                    episode.answered(handle);
                    ended(handle, standing);
                });
            case NOT_READY -> troubled(standing, Trouble.UNAVAILABLE);
            case NONE -> standing.trouble().ifPresent(trouble -> troubled(standing, trouble));
        }
    }

    private LiteLlmException credentialRefused(Standing standing, LiteLlmCredentialRefused refused) {
        try {
            if (mayAskForDetails() && !health.refusesOurKey(deadlines.brief())) {
                answered(standing);
                return refused.forThisCallOnly();
            }
            troubled(standing, Trouble.CREDENTIAL);
        } catch (LiteLlmException e) {
            LOG.debugf("It can't be told whose fault a refusal is: %s", e.getMessage());
            failed(standing, e);
        }
        return refused;
    }

    /** A reader's credential may not; who may is who has news to tell. */
    private boolean mayAskForDetails() {
        return news.isPresent();
    }

    /** An episode goes on as long as its cause does; another cause is another episode. */
    private void troubled(Standing standing, Trouble trouble) {
        room.useTransaction(handle -> {
            if (standing.admission() == Admission.PROBE) {
                if (standing.trouble().equals(Optional.of(trouble))) {
                    episode.goesOn(handle);
                    return;
                }
                ended(handle, standing);
            }
            episode.opened(handle, trouble)
                    .ifPresent(id -> news.ifPresent(listener -> listener.opened(handle, id, trouble)));
        });
    }

    private void answered(Standing standing) {
        if (standing.admission() == Admission.PROBE || standing.failures() > 0) {
            room.useTransaction(handle -> {
                episode.answered(handle);
                ended(handle, standing);
            });
        }
    }

    private void ended(Handle handle, Standing standing) {
        if (standing.admission() == Admission.PROBE) {
            episode.ended(handle).ifPresent(id -> news.ifPresent(listener -> listener.closed(handle, id)));
        }
    }
}
