/**
 * A subscription covers models for a person, with its terms. Each key belongs to exactly one, so who pays, which limits
 * hold, and what a cancellation does have one answer. One that asks for a restricted model waits for an admin.
 */
package io.litemaas.access.subscriptions;
