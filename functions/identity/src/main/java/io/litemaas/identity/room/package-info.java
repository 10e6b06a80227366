/** The room's door to its schema, and its own outbox, relay and jobs. */
package io.litemaas.identity.room;
