package io.litemaas.litellm;

/**
 * A row of spend logs that is not of the recorded form; one of them must not keep the others from being booked.
 *
 * @param position in its page, counted from 0
 * @param reason names the field, not its content
 */
public record MalformedSpendLog(int position, String reason) {}
