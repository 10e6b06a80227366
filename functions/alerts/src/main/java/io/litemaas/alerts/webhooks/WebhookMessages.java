package io.litemaas.alerts.webhooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.litemaas.alerts.room.AlertsConfig;
import io.litemaas.platform.id.Ids;
import io.litemaas.platform.seal.Sealed;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Writes, in the transaction that makes a message true, what each webhook is to be told. */
@Singleton
public class WebhookMessages {
    private final Clock clock;
    private final Ids ids;
    private final ObjectMapper json;
    private final Duration giveUpAfter;

    WebhookMessages(Clock clock, Ids ids, ObjectMapper json, AlertsConfig config) {
        this.clock = clock;
        this.ids = ids;
        this.json = json;
        this.giveUpAfter = config.giveUpAfter();
    }

    /** Has webhooks told of a crossing, once however often this is called. */
    public void budgetCrossed(Handle handle, UUID crossingId) {
        new CrossedBudgetDao(handle)
                .find(crossingId)
                .map(CrossedBudget::message)
                .ifPresent(message -> write(handle, message));
    }

    /** Has webhooks told of an episode's beginning or end; {@code eventId} names the message. */
    public void integration(Handle handle, UUID eventId, IntegrationEpisode episode, Instant at) {
        write(handle, episode.message(eventId, at));
    }

    /** To all enabled webhooks that were there when it happened, and not when that is longer ago than messages are offered. */
    private void write(Handle handle, Message message) {
        Instant now = clock.instant();
        Instant giveUpAt = message.at().plus(giveUpAfter);
        if (!giveUpAt.isAfter(now)) {
            return;
        }
        String body = body(message);
        for (UUID webhook : new WebhookDao(handle).enabledSince(message.at())) {
            new DeliveryDao(handle).insert(ids.next(), webhook, message, body, now, giveUpAt);
        }
    }

    /** A message to one webhook that nobody writes down: whoever asked for it waits for its outcome. */
    Attempt trial(Webhook webhook, Sealed secret, UUID askedBy) {
        Instant now = clock.instant();
        Message message = new Message(ids.next(), TriedWebhook.TYPE, now, new TriedWebhook(webhook.id(), askedBy));
        return new Attempt(message.id(), webhook.id(), message.id(), body(message), webhook.url(), secret, 1, now);
    }

    private String body(Message message) {
        try {
            return json.writeValueAsString(message.body());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
