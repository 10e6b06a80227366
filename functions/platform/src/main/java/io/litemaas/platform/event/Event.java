package io.litemaas.platform.event;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that became true, as it lies in the outbox and goes out as a CloudEvent 1.0.
 *
 * @param type {@code io.litemaas.<capability>.<past participle>.v<n>}
 * @param subject the id of the thing it is about
 * @param job the extension that wakes one room for one job; empty on all others
 * @param data JSON; for foreigners, our handlers read the database
 */
public record Event(UUID id, String type, String subject, Optional<String> job, String data, Instant time) {

    /** The room that has the job, by which a Trigger wakes that room alone. */
    Optional<String> room() {
        return job.map(name -> name.split("\\.", 2)[0]);
    }
}
