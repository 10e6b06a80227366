package io.litemaas.spend.ledger;

import io.litemaas.litellm.KeyHash;
import io.litemaas.litellm.SpendLog;

/** A row of LiteLLM's own log as a request of ours. */
final class PulledRow {
    private PulledRow() {}

    static LoggedRequest of(SpendLog row) {
        return new LoggedRequest(
                new RequestIdentity(row.callId(), row.requestId(), row.apiKey().map(KeyHash::hex), row.startTime()),
                row.modelGroup().orElse(row.model()),
                row.spend(),
                row.promptTokens(),
                row.completionTokens(),
                row.successful());
    }
}
