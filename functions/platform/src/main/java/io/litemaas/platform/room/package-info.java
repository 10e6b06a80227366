/**
 * A room is what changes in one transaction: one schema, one database role, one pool. Code gets its room as a
 * {@link io.litemaas.platform.room.Room} and never meets another room's tables, only the views that it publishes.
 */
package io.litemaas.platform.room;
