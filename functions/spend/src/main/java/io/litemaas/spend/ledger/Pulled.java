package io.litemaas.spend.ledger;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;

/**
 * What a pull did.
 *
 * @param until how far it came: {@code to} when it is done
 */
public record Pulled(Instant from, Instant to, Instant until, Receipt receipt) {

    @JsonIgnore
    boolean isDone() {
        return until.equals(to);
    }
}
