package io.litemaas.identity.provider;

import java.net.URI;

/**
 * Whom people sign in with, as they know it.
 *
 * @param kind {@code openshift} or {@code oidc}
 */
public record SignInProvider(String name, String kind) {

    static SignInProvider of(ProviderConfig config) {
        return switch (config.kind()) {
            case OPENSHIFT -> new SignInProvider(config.name().orElse("OpenShift"), "openshift");
            case OIDC ->
                new SignInProvider(
                        config.name().orElseGet(() -> URI.create(config.url()).getHost()), "oidc");
        };
    }
}
