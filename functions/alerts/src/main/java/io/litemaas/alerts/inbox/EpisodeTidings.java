package io.litemaas.alerts.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.litemaas.alerts.webhooks.Courier;
import io.litemaas.alerts.webhooks.IntegrationEpisode;
import io.litemaas.alerts.webhooks.WebhookMessages;
import io.litemaas.platform.event.Inbox;
import io.litemaas.platform.id.Ids;
import io.litemaas.platform.room.Room;
import io.litemaas.platform.room.RoomParts;
import io.quarkus.agroal.DataSource;
import io.quarkus.funqy.knative.events.CloudEvent;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Tells all admins and all webhooks of an episode's beginning or end, each once. */
@Singleton
class EpisodeTidings {
    private final Room room;
    private final Inbox inbox;
    private final WebhookMessages webhooks;
    private final Courier courier;
    private final Clock clock;
    private final Ids ids;

    EpisodeTidings(
            @DataSource("alerts") Room room,
            RoomParts parts,
            WebhookMessages webhooks,
            Courier courier,
            Clock clock,
            Ids ids) {
        this.room = room;
        this.inbox = parts.inbox(room);
        this.webhooks = webhooks;
        this.courier = courier;
        this.clock = clock;
        this.ids = ids;
    }

    void tell(
            CloudEvent<JsonNode> event, String handler, IntegrationEpisode.Turn turn, Function<Episode, News> saying) {
        if (room.inTransaction(handle -> tellOnce(handle, event, handler, turn, saying))) {
            // the first attempt is at once; what fails now, the job tries again
            courier.slice();
        }
    }

    private boolean tellOnce(
            Handle handle,
            CloudEvent<JsonNode> event,
            String handler,
            IntegrationEpisode.Turn turn,
            Function<Episode, News> saying) {
        if (!inbox.claim(handle, event, "access", handler)) {
            return false;
        }
        UUID eventId = UUID.fromString(event.id());
        EpisodeDao dao = new EpisodeDao(handle);
        dao.ofEvent(eventId).ifPresent(episode -> {
            MessageDao messages = new MessageDao(handle);
            dao.admins().forEach(admin -> messages.tell(ids.next(), admin, saying.apply(episode), clock.instant()));
            webhooks.integration(handle, eventId, new IntegrationEpisode(turn, episode.id(), episode.cause()));
        });
        return true;
    }
}
