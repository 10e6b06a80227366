/**
 * What the broker gave up on. A dead letter is kept if some room really announced the event,
 * is shown to admins, and can be sent again: the handlers that had the event do not mind. No letter outlives the rows by
 * which handlers recognise its event.
 */
package io.litemaas.operations.deadletters;
