package io.litemaas.platform.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** What a process of this installation must know whichever rooms it holds. */
@ConfigMapping(prefix = "litemaas")
public interface PlatformConfig {

    /** Names this process in the health of integrations, and its keys in LiteLLM: one name an installation. */
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

    Token token();

    Limits limits();

    Optional<String> sink();

    /** How access tokens are verified. */
    interface Token {
        @WithDefault("litemaas")
        String issuer();

        @WithDefault("litemaas")
        String audience();

        /** The public keys as a JSON Web Key Set (RFC 7517). */
        String verificationKeys();
    }

    /** Sizes of bodies in bytes. */
    interface Limits {
        @WithDefault("65536")
        int body();

        @WithDefault("33554432")
        int bulkBody();
    }

    /** The two kinds of a room's Knative Service, and the suite, which is both. */
    enum Expose {
        PUBLIC,
        INTERNAL,
        SUITE
    }
}
