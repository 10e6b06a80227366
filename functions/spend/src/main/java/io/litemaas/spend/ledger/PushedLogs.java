package io.litemaas.spend.ledger;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.time.Instant;
import java.util.List;

/** A pushed batch, of which nothing was read into memory but what the ledger keeps. */
@JsonDeserialize(using = PushedLogsReader.class)
public final class PushedLogs {
    private final List<LoggedRequest> requests;
    private final List<UnbookableRow> unbookable;

    PushedLogs(List<LoggedRequest> requests, List<UnbookableRow> unbookable) {
        this.requests = List.copyOf(requests);
        this.unbookable = List.copyOf(unbookable);
    }

    Batch batch() {
        return new Batch(Source.PUSH, requests, unbookable, Instant.MIN);
    }
}
