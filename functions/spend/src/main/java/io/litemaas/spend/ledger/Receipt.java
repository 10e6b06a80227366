package io.litemaas.spend.ledger;

/**
 * What became of a batch of request logs.
 *
 * @param received rows in it
 * @param booked those that the ledger did not have
 * @param known those that it had
 * @param rejected calls of unknown keys that LiteLLM refused; counted, not kept
 * @param quarantined rows that can't be booked
 */
public record Receipt(int received, int booked, int known, int rejected, int quarantined) {
    static final Receipt NOTHING = new Receipt(0, 0, 0, 0, 0);

    Receipt plus(Receipt other) {
        return new Receipt(
                received + other.received,
                booked + other.booked,
                known + other.known,
                rejected + other.rejected,
                quarantined + other.quarantined);
    }
}
