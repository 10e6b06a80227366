package io.litemaas.spend.ledger;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.Optional;

/** How LiteLLM's logs come here; defaults are in this jar's microprofile-config.properties. */
@ConfigMapping(prefix = "litemaas.ledger")
interface LedgerConfig {
    /** The header that LiteLLM sends with each push ({@code GENERIC_LOGGER_HEADERS}). */
    String pushHeader();

    /** What it holds; without it no push is taken. */
    Optional<String> pushSecret();

    /** After which time LiteLLM has written a request to its log ({@code proxy_batch_write_at}). */
    Duration flush();

    /** How far a pull goes back over what was pulled before, for rows that LiteLLM wrote late. */
    Duration overlap();
}
