/**
 * Events are written to the outbox in the transaction that made them true, and relayed right after its commit. The
 * wire wakes, the database tells: a handler claims an event in its inbox only if the publishing room's
 * {@code published_event} has it, so a forged, altered or replayed one does nothing.
 */
package io.litemaas.platform.event;
