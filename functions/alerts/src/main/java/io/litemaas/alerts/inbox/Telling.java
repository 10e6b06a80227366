package io.litemaas.alerts.inbox;

import io.litemaas.alerts.webhooks.IntegrationEpisode;
import io.litemaas.alerts.webhooks.WebhookMessages;
import io.litemaas.platform.id.Ids;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
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

    /** Tells all admins and all webhooks that LiteLLM can't be used, and why. */
    void opened(Handle handle, UUID eventId, Episode episode) {
        tell(handle, new RecipientDao(handle).admins(), episode.opened());
        webhooks.integration(
                handle, eventId, IntegrationEpisode.opened(episode.id(), episode.refused()), episode.announcedAt());
    }

    /** Tells all admins and all webhooks that it can be used again. */
    void closed(Handle handle, UUID eventId, Episode episode) {
        tell(handle, new RecipientDao(handle).admins(), episode.closed());
        webhooks.integration(handle, eventId, IntegrationEpisode.closed(episode.id()), episode.announcedAt());
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
