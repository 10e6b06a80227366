/**
 * A request that creates is done once, however often it is sent: claimed in a transaction of its own, and answered in
 * the very transaction that did the work.
 */
package io.litemaas.platform.idempotency;
