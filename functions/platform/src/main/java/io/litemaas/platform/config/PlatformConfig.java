package io.litemaas.platform.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** What a process of this installation must know whichever rooms it holds. */
@ConfigMapping(prefix = "litemaas")
public interface PlatformConfig {

    /** The installation's name, by which its processes are told in the health of integrations, and its keys in LiteLLM. */
    @WithDefault("litemaas")
    String instance();

    /** Which functions exist here: those that people call, those that events call, or both behind a secret. */
    @WithDefault("PUBLIC")
    Expose expose();

    /** What the suite's relay proves itself with. Made at start, never configured by hand. */
    Optional<String> relaySecret();

    /** The header in which the gateway tells whose request it is; absent where people come without one. */
    Optional<String> clientHeader();

    /** Whether cookies demand https; false is for loopback only. */
    @WithDefault("true")
    boolean secureCookies();

    /** How access tokens are verified. */
    Token token();

    /** Sizes of bodies in bytes. */
    Limits limits();

    /** Where events are posted: the broker's address. By default what Knative's SinkBinding tells as {@code K_SINK}. */
    Optional<String> sink();

    /** Whom meters are sent to. */
    Meters meters();

    /** How access tokens are verified. */
    interface Token {
        /** Who signs access tokens: identity writes this name into each, and the other rooms expect it. */
        @WithDefault("litemaas")
        String issuer();

        /** Whom access tokens are for: identity writes this name into each, and the other rooms expect it. */
        @WithDefault("litemaas")
        String audience();

        /** The public keys that access tokens are verified with, as a JSON Web Key Set (RFC 7517). */
        String verificationKeys();
    }

    /** Sizes of bodies in bytes. */
    interface Limits {
        /** How many bytes a request's body may have. */
        @WithDefault("65536")
        int body();

        /** How many bytes a push of LiteLLM's request logs may have; the gateway has a limit of its own, 32 MiB. */
        @WithDefault("33554432")
        int bulkBody();
    }

    /** Meters by OTLP over HTTP. */
    interface Meters {
        /** The collector that meters are sent to, such as {@code http://collector:4318}; without it, they are only there to be read. */
        Optional<String> endpoint();

        /** How often meters are sent to their collector; once more when the process ends. */
        @WithDefault("PT30S")
        Duration every();
    }

    /** The two kinds of a room's Knative Service, and the suite, which is both. */
    enum Expose {
        PUBLIC,
        INTERNAL,
        SUITE
    }
}
