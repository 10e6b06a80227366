package io.litemaas.spend.usage;

import jakarta.validation.constraints.Pattern;
import java.util.Optional;
import java.util.UUID;

/** What is asked of the usage. A bean with setters, since Funqy reads queries so. */
public class UsageQuery {
    private static final String DAY = "\\d{4}-\\d{2}-\\d{2}";
    private static final String UUID_FORM = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    @Pattern(regexp = "day|model|key|subscription", message = "must be day, model, key or subscription")
    private String by = "day";

    @Pattern(regexp = DAY, message = "must be a day such as 2026-11-24")
    private String from;

    @Pattern(regexp = DAY, message = "must be a day such as 2026-11-24")
    private String to;

    private String zone = "UTC";

    @Pattern(regexp = UUID_FORM, message = "must be an id")
    private String userId;

    private boolean all;

    public String getBy() {
        return by;
    }

    public void setBy(String by) {
        this.by = by;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = to;
    }

    public String getZone() {
        return zone;
    }

    public void setZone(String zone) {
        this.zone = zone;
    }

    public String getUserId() {
        return userId;
    }

    public void setUserId(String userId) {
        this.userId = userId;
    }

    public boolean isAll() {
        return all;
    }

    public void setAll(boolean all) {
        this.all = all;
    }

    Optional<UUID> user() {
        return Optional.ofNullable(userId).map(UUID::fromString);
    }
}
