package io.litemaas.spend.usage;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.litemaas.platform.money.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A sum of usage. What it is summed by is present, the rest is not.
 *
 * @param keyId absent, with the key's name, for usage with keys that are not ours
 * @param lastUsedAt of a key, when the quarter of an hour began in which it was used last, within what is summed
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record UsageRow(
        Optional<String> day,
        Optional<String> model,
        Optional<UUID> keyId,
        Optional<String> keyName,
        Optional<UUID> subscriptionId,
        Optional<String> subscriptionName,
        Optional<UUID> ownerId,
        Optional<Instant> lastUsedAt,
        Sum sum) {

    static UsageRow byDay(String day, Sum sum) {
        return new UsageRow(
                Optional.of(day),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                sum);
    }

    static UsageRow byModel(String model, Sum sum) {
        return new UsageRow(
                Optional.empty(),
                Optional.of(model),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                sum);
    }

    /**
     * What was used, added up.
     *
     * @param requests all, the failed ones among them
     */
    public record Sum(Money cost, long requests, long failedRequests, long promptTokens, long completionTokens) {}
}
