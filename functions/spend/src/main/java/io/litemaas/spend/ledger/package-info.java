/**
 * The ledger: every request booked once, at the exact decimal that LiteLLM reported, however often and in whichever form
 * it arrives. LiteLLM pushes batches ({@link io.litemaas.spend.ledger.BookPushedLogs}), best effort; a pull reads an
 * overlapping window of its log. Both become {@code LoggedRequest}s, whose identity is made of what the two forms have in
 * common, and are booked in one place, {@code Booking}: facts, and roll-ups of quarters of an hour, in one transaction
 * with the mark on the budgets that they touch. Where the two forms differ, LiteLLM's log has the last word: the pull
 * corrects, by a row of its own; facts never change.
 */
package io.litemaas.spend.ledger;
