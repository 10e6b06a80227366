package io.litemaas.alerts.inbox;

import io.litemaas.alerts.webhooks.WebhookMessages;
import io.litemaas.platform.id.Ids;
import jakarta.inject.Singleton;
import java.time.Clock;
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
        new CrossingDao(handle)
                .recipients(crossing.ownerId())
                .forEach(recipient -> tell(handle, recipient, crossing.news()));
        webhooks.budgetCrossed(handle, crossing.id());
    }

    /** Tells the owner: only they can put a new key in its place. */
    void lost(Handle handle, LostKey key) {
        tell(handle, key.ownerId(), key.news());
    }

    private void tell(Handle handle, UUID recipient, News news) {
        new MessageDao(handle).tell(ids.next(), recipient, news, clock.instant());
    }
}
