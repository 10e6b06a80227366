package io.litemaas.litellm;

/**
 * A CDI event, fired asynchronously: this process begins or ceases to leave LiteLLM alone. A room that has a database
 * writes it down with {@link FleetEpisode}.
 *
 * @param open whether no calls go out
 */
public record BreakerChanged(boolean open) {}
