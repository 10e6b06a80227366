package io.litemaas.spend.ledger;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.Optional;

/** How LiteLLM's logs come here; defaults are in this jar's microprofile-config.properties. */
@ConfigMapping(prefix = "litemaas.ledger")
interface LedgerConfig {
    /** The name of the header that holds the secret of LiteLLM's pushes ({@code GENERIC_LOGGER_HEADERS}). */
    String pushHeader();

    /** The secret that LiteLLM's pushes prove themselves with; without it no push is taken. */
    Optional<String> pushSecret();

    /** After which time LiteLLM has written a request to its log ({@code proxy_batch_write_at}). */
    Duration flush();

    /** How far a pull of LiteLLM's log goes back over what was pulled before, for rows that LiteLLM wrote late. */
    Duration overlap();
}
