package io.litemaas.alerts.inbox;

import java.util.Optional;
import java.util.UUID;

/**
 * A time in which LiteLLM could not be used, as access announces it.
 *
 * @param cause while it lasts: {@code unavailable} or {@code credential}
 */
record Episode(UUID id, Optional<String> cause) {

    /** An admin who reads it later finds the present state in the health. */
    News opened() {
        return cause.filter("credential"::equals).isPresent()
                ? new News(
                        "integration_opened",
                        id,
                        "LiteLLM does not accept LiteMaaS’s key",
                        "The key that LiteMaaS calls LiteLLM with was replaced, or may not do what it has to: give LiteMaaS"
                                + " the right one. Until then no key can be issued; other changes wait and are made by"
                                + " themselves.")
                : new News(
                        "integration_opened",
                        id,
                        "LiteLLM can’t be used",
                        "It was found away, and is tried again each half minute. Until then no key can be issued; other"
                                + " changes wait and are made by themselves.");
    }

    News closed() {
        return new News(
                "integration_closed", id, "LiteLLM can be used again", "What waited for it is being made by itself.");
    }
}
