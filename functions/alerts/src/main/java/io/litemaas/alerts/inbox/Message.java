package io.litemaas.alerts.inbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A message to one person.
 *
 * @param kind what caused it, {@code budget_crossed}, {@code key_lost}, {@code integration_opened} or {@code integration_closed}
 * @param readAt absent while it is unread
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Message(UUID id, String kind, String title, String text, Instant createdAt, Optional<Instant> readAt) {}
