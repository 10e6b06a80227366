package io.litemaas.identity.provider;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The one provider that people sign in with. */
@ConfigMapping(prefix = "litemaas.identity.provider")
public interface ProviderConfig {

    /** How it speaks. */
    Kind kind();

    /** OpenShift's OAuth server, or the OpenID provider's issuer; without a slash at the end. */
    String url();

    /** OpenShift's API server; by default it is at {@link #url()}, as in the stand-in. */
    Optional<String> apiUrl();

    /** What people call it, such as their company's name; by default its kind's name or its host. */
    Optional<String> name();

    /** The name under which the provider knows LiteMaaS. */
    String clientId();

    /** What LiteMaaS proves itself with to the provider. */
    String clientSecret();

    /** At least 32 characters, the same in all instances: what encrypts the state that a browser carries meanwhile. */
    String stateSecret();

    /** What is asked for beside {@code openid}; by default what the kind needs and no more. */
    Optional<List<String>> scopes();

    /** The claim of an ID token that lists a person's groups. */
    @WithDefault("groups")
    String groupsClaim();

    /** What the provider has for all calls of one step. */
    @WithDefault("5s")
    Duration timeout();

    /** The name of a {@code quarkus.tls} configuration, where the provider's certificate needs a trust of its own. */
    Optional<String> tls();

    /** How a provider speaks. */
    enum Kind {
        /** OAuth without ID tokens; the user and their groups come from the API server. */
        OPENSHIFT,
        /** OpenID Connect; the user and their groups come from the ID token. */
        OIDC
    }
}
