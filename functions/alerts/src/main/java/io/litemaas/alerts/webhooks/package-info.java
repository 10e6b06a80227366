/**
 * Messages to receivers that an admin names, as <a href="https://www.standardwebhooks.com">Standard Webhooks</a> says. A
 * delivery is written in the transaction that makes the message true, one a webhook and message; {@code Courier} takes
 * what is due, posts it, and notes how that ended, with no transaction open across a call. What is not taken is offered
 * again, later and later, always under the same id, until it is given up and shown as failed.
 */
package io.litemaas.alerts.webhooks;
