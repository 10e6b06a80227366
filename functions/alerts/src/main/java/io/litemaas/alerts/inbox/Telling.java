package io.litemaas.alerts.inbox;

import io.litemaas.alerts.webhooks.IntegrationEpisode;
import io.litemaas.alerts.webhooks.WebhookMessages;
import io.litemaas.platform.id.Ids;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Writes the messages of one fact, to all whom it concerns; doing it again writes none. */
@Singleton
class Telling {
    private final WebhookMessages webhooks;
    private final Clock clock;
    private final Ids ids;

    Telling(WebhookMessages webhooks, Clock clock, Ids ids) {
        this.webhooks = webhooks;
        this.clock = clock;
        this.ids = ids;
    }

    /** Tells the owner of the budget, all admins and all webhooks. */
    void crossed(Handle handle, Crossing crossing) {
        tell(handle, new RecipientDao(handle).ownerAndAdmins(crossing.ownerId()), crossing.news());
        webhooks.budgetCrossed(handle, crossing.id());
    }

    /** Tells all admins and all webhooks that LiteLLM can't be used, and why: of each cause once an hour. */
    void opened(Handle handle, UUID eventId, Episode episode) {
        ToldEpisodeDao dao = new ToldEpisodeDao(handle);
        Optional<LastTold> last = dao.lock(episode.cause(), eventId);
        if (last.map(LastTold::episode).equals(Optional.of(episode.id()))) {
            return;
        }
        if (last.filter(told -> told.holdsBack(clock.instant())).isPresent()) {
            dao.holdBack(episode.cause(), eventId);
            return;
        }
        dao.told(episode.cause(), episode.id(), clock.instant());
        tell(handle, new RecipientDao(handle).admins(), episode.opened(last));
        webhooks.integration(
                handle, eventId, IntegrationEpisode.opened(episode.id(), episode.cause()), episode.announcedAt());
    }

    /**
     * Tells all admins and all webhooks that it can be used again, if they were told that it could not. Where it can't, for
     * another reason by now, only webhooks hear that this one is over.
     */
    void closed(Handle handle, UUID eventId, Episode episode) {
        if (new ToldEpisodeDao(handle).isHeldBack(episode.id())) {
            return;
        }
        if (!episode.another()) {
            tell(handle, new RecipientDao(handle).admins(), episode.closed());
        }
        webhooks.integration(handle, eventId, IntegrationEpisode.closed(episode.id()), episode.announcedAt());
    }

    /** Tells of what was held back and lasts. */
    void heldBack(Handle handle) {
        EpisodeDao episodes = new EpisodeDao(handle);
        new ToldEpisodeDao(handle)
                .lasting(LastTold.holdsBackFrom(clock.instant()))
                .forEach(event -> episodes.ofEvent(event).ifPresent(episode -> opened(handle, event, episode)));
    }

    /** Tells the owner: only they can put a new key in its place. */
    void lost(Handle handle, LostKey key) {
        tell(handle, List.of(key.ownerId()), key.news());
    }

    private void tell(Handle handle, List<UUID> recipients, News news) {
        MessageDao messages = new MessageDao(handle);
        recipients.forEach(recipient -> messages.tell(ids.next(), recipient, news, clock.instant()));
    }
}
