package io.litemaas.alerts.webhooks;

import java.time.Instant;
import java.util.UUID;

/**
 * A receiver of messages, without its secret, which nobody is shown.
 *
 * @param enabled whether it gets messages; what came to be while it was not, it never gets
 * @param createdBy the admin
 */
public record Webhook(
        UUID id, String name, String url, boolean enabled, int version, UUID createdBy, Instant createdAt) {

    /** What an auditor is told: the rest of the address may be as good as a secret. */
    String host() {
        return url.replaceFirst("^(https?://[^/?]+).*$", "$1");
    }
}
