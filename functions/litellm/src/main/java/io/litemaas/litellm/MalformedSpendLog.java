package io.litemaas.litellm;

/**
 * A row of spend logs that is not of the recorded form; one of them must not keep the others from being booked.
 *
 * @param position in its page, counted from 0
 * @param requestId as far as it can be read, at most {@link #LONGEST_ID} characters
 * @param reason names the field, not its content
 */
public record MalformedSpendLog(int position, String requestId, String reason) {
    /** An id is shorter; what a client put there may not be. */
    public static final int LONGEST_ID = 200;
}
