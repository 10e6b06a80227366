/** The room's door to its schema and its own relay and jobs. */
package io.litemaas.alerts.room;
