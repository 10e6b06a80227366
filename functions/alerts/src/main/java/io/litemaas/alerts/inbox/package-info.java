/**
 * Messages to people who are signed in. A fact that another room publishes becomes one message for each person whom it
 * concerns, however often it is told: the event is claimed once, and the message is unique by person and cause.
 */
package io.litemaas.alerts.inbox;
