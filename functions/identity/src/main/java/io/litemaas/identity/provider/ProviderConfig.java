package io.litemaas.identity.provider;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The one provider that people sign in with. */
@ConfigMapping(prefix = "litemaas.identity.provider")
public interface ProviderConfig {

    /** Which protocol the provider of sign-in speaks: OpenShift's OAuth, or OpenID Connect. */
    Kind kind();

    /** The provider's address: OpenShift's OAuth server, or the OpenID provider's issuer; without a slash at the end. */
    String url();

    /** The address of OpenShift's API server; by default the provider's own, as in the stand-in. */
    Optional<String> apiUrl();

    /** What people call the provider of sign-in, such as their company's name; by default its kind's name or its host. */
    Optional<String> name();

    /** The name under which the provider knows LiteMaaS. */
    String clientId();

    /** What LiteMaaS proves itself with to the provider. */
    String clientSecret();

    /** What encrypts the state that a browser carries during a sign-in: at least 32 characters, the same in all instances. */
    String stateSecret();

    /** The scopes that a sign-in asks for beside {@code openid}; by default what the kind of provider needs and no more. */
    Optional<List<String>> scopes();

    /** The claim of an ID token that lists a person's groups. */
    @WithDefault("groups")
    String groupsClaim();

    /** How long the provider has for all calls of one step of a sign-in. */
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
