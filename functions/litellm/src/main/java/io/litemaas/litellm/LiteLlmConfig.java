package io.litemaas.litellm;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Where LiteLLM is and how long we wait for it; defaults are in this jar's microprofile-config.properties. */
@ConfigMapping(prefix = "litemaas.litellm")
public interface LiteLlmConfig {
    /** LiteLLM's address, with a path where it is served under one. */
    URI url();

    /** The room's credential in LiteLLM; rooms that only ask for the health have none. */
    Optional<String> key();

    /**
     * The credential in LiteLLM of what only reads spend, where one process holds several rooms or the room should not be
     * able to write; without it, the room's credential serves.
     */
    Optional<String> readingKey();

    /** How long a connection to LiteLLM may take to be made. */
    Duration connectTimeout();

    /** How many bytes of an answer of LiteLLM are read at most. */
    int largestAnswer();
}
