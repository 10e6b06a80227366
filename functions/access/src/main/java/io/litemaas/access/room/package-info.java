/** The room's door to its schema, and its own outbox, inbox, relay and jobs. */
package io.litemaas.access.room;
