package io.litemaas.alerts.webhooks;

import java.util.UUID;

/**
 * What a receiver is told that somebody tries out.
 *
 * @param askedBy the admin
 */
record TriedWebhook(UUID webhookId, UUID askedBy) {
    static final String TYPE = "webhook.tested";
}
