package io.litemaas.spend.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.litemaas.platform.money.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * A row of LiteLLM's log that could not be booked: why, and what helps to find it there.
 *
 * @param source {@code push} or {@code pull}
 * @param callId empty where there was none to read, as is the request's id
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record QuarantinedRow(
        long number,
        String source,
        String reason,
        String callId,
        String requestId,
        Optional<String> keyHash,
        Optional<Instant> startedAt,
        Optional<Money> cost,
        Instant receivedAt) {}
