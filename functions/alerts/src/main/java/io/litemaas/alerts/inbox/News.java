package io.litemaas.alerts.inbox;

import java.util.UUID;

/**
 * What a message says, and the fact that caused it: a person is told of each fact once.
 *
 * @param kind of the cause, as the contract names it
 * @param causeId the crossing's, the key's, or the episode's
 */
record News(String kind, UUID causeId, String title, String text) {}
