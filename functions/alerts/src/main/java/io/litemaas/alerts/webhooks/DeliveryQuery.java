package io.litemaas.alerts.webhooks;

import io.litemaas.platform.page.PageQuery;
import jakarta.validation.constraints.Pattern;
import java.util.Optional;
import java.util.UUID;

/** Which deliveries. A bean with setters, since Funqy reads queries so. */
public class DeliveryQuery extends PageQuery {
    @Pattern(regexp = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", message = "must be an id")
    private String webhookId;

    @Pattern(regexp = "pending|delivered|failed", message = "must be pending, delivered or failed")
    private String state;

    public String getWebhookId() {
        return webhookId;
    }

    public void setWebhookId(String webhookId) {
        this.webhookId = webhookId;
    }

    public String getState() {
        return state;
    }

    public void setState(String state) {
        this.state = state;
    }

    /** The one webhook that is asked about; empty for all. */
    Optional<UUID> webhook() {
        return Optional.ofNullable(webhookId).map(UUID::fromString);
    }
}
