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

    /** This room's credential; rooms that only ask for the health have none. */
    Optional<String> key();

    /**
     * The credential of what only reads spend, where one process holds several rooms or the room should not be able to
     * write; without it, {@link #key()} serves.
     */
    Optional<String> readingKey();

    /** What a connection may take to stand. */
    Duration connectTimeout();

    /** Bytes after which an answer is no longer read. */
    int largestAnswer();
}
