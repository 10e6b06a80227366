package io.litemaas.alerts.webhooks;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that happened, as receivers are told.
 *
 * @param id by which they know it again
 * @param type such as {@code budget.crossed}
 * @param at when it happened
 * @param data what they are told of it; its JSON is the type's in {@code webhooks} of the contract
 */
record Message(UUID id, String type, Instant at, Object data) {

    /** The outer form that Standard Webhooks asks for. */
    record Body(String type, Instant timestamp, Object data) {}

    Body body() {
        return new Body(type, at, data);
    }
}
