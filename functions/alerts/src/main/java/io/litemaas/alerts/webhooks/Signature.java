package io.litemaas.alerts.webhooks;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** The headers by which a receiver knows a message and its sender. */
final class Signature {
    private Signature() {}

    /**
     * The three headers of Standard Webhooks.
     *
     * @param at of this attempt: receivers refuse what is minutes old
     */
    static Map<String, String> headers(String secret, UUID messageId, Instant at, String body) {
        try {
            return Map.of(
                    "webhook-id",
                    messageId.toString(),
                    "webhook-timestamp",
                    Long.toString(at.getEpochSecond()),
                    "webhook-signature",
                    new Webhook(secret).sign(messageId.toString(), at.getEpochSecond(), body));
        } catch (WebhookSigningException e) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA256", e);
        }
    }
}
