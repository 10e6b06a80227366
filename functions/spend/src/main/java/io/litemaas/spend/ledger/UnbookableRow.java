package io.litemaas.spend.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * A row that goes to quarantine: why, and what helps to find it in LiteLLM.
 *
 * @param reason never holds a value of the row
 * @param callId at most 200 characters; empty where there was none to read
 * @param requestId the same
 */
record UnbookableRow(
        String reason,
        String callId,
        String requestId,
        Optional<String> keyHash,
        Optional<Instant> startedAt,
        Optional<BigDecimal> cost) {
    private static final int LONGEST_ID = 200;

    UnbookableRow {
        callId = printable(callId);
        requestId = printable(requestId);
    }

    static UnbookableRow unread(String reason, String callId, String requestId) {
        return new UnbookableRow(reason, callId, requestId, Optional.empty(), Optional.empty(), Optional.empty());
    }

    static UnbookableRow of(LoggedRequest request, String reason) {
        RequestIdentity identity = request.identity();
        return new UnbookableRow(
                reason,
                identity.callId(),
                identity.upstreamId(),
                identity.keyHash(),
                Optional.of(identity.startedAt()),
                Optional.of(request.cost()).filter(LoggedRequest::isSane));
    }

    /** A row that comes again is the same row. */
    byte[] digest(Source source) {
        return new Digest()
                .text(source.word())
                .text(reason)
                .text(callId)
                .text(requestId)
                .text(keyHash.orElse(""))
                .text(startedAt.map(Instant::toString).orElse(""))
                .whole();
    }

    private static String printable(String id) {
        return id.substring(0, Math.min(id.length(), LONGEST_ID)).replaceAll("[^\\x20-\\x7e]", "?");
    }
}
