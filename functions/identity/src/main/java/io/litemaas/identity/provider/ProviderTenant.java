package io.litemaas.identity.provider;

import io.litemaas.identity.room.IdentityConfig;
import io.litemaas.platform.config.PlatformConfig;
import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.OidcTenantConfigBuilder;
import io.quarkus.oidc.TenantConfigResolver;
import io.quarkus.oidc.runtime.OidcTenantConfig.ApplicationType;
import io.quarkus.oidc.runtime.builders.AuthenticationConfigBuilder;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/**
 * Tells quarkus-oidc of the provider when the first sign-in needs it, so that a start calls nobody, and a provider that
 * is away at the start is asked again at the next sign-in.
 */
@Startup
@ApplicationScoped
class ProviderTenant implements TenantConfigResolver {
    static final String CALLBACK = "/auth/callback";
    static final String NAME = "provider";
    private static final int SHORTEST_SECRET = 32;

    private final OidcTenantConfig tenant;

    ProviderTenant(ProviderConfig provider, IdentityConfig identity, PlatformConfig platform) {
        if (provider.stateSecret().length() < SHORTEST_SECRET) {
            throw new IllegalStateException(
                    "litemaas.identity.provider.state-secret must have at least " + SHORTEST_SECRET + " characters.");
        }
        this.tenant = switch (provider.kind()) {
            case OPENSHIFT -> openShift(provider, identity, platform);
            case OIDC -> openId(provider, identity, platform);
        };
    }

    @Override
    public Uni<OidcTenantConfig> resolve(RoutingContext context, OidcRequestContext<OidcTenantConfig> request) {
        return Uni.createFrom().item(tenant);
    }

    private static OidcTenantConfig openShift(
            ProviderConfig provider, IdentityConfig identity, PlatformConfig platform) {
        var tenant = common(provider)
                // not as credentials: quarkus-oidc would sign a stand-in for the ID token with a secret of any length,
                // and fails where it has less than 256 bits
                .codeGrant(Map.of(), Map.of("client_secret", provider.clientSecret()))
                .discoveryEnabled(false)
                .authorizationPath(provider.url() + "/oauth/authorize")
                .tokenPath(provider.url() + "/oauth/token")
                .userInfoPath(provider.apiUrl().orElse(provider.url()) + "/apis/user.openshift.io/v1/users/~");
        return codeFlow(tenant, provider, identity, platform)
                .scopes(provider.scopes().orElse(List.of("user:info")))
                .addOpenidScope(false)
                .idTokenRequired(false)
                .userInfoRequired(true)
                .end()
                .build();
    }

    private static OidcTenantConfig openId(ProviderConfig provider, IdentityConfig identity, PlatformConfig platform) {
        return codeFlow(common(provider).credentials(provider.clientSecret()), provider, identity, platform)
                .scopes(provider.scopes().orElse(List.of("profile", "email")))
                .nonceRequired(true)
                .end()
                .build();
    }

    private static OidcTenantConfigBuilder common(ProviderConfig provider) {
        var tenant = OidcTenantConfig.builder()
                .tenantId(NAME)
                .applicationType(ApplicationType.WEB_APP)
                .authServerUrl(provider.url())
                .clientId(provider.clientId())
                .connectionTimeout(provider.timeout());
        provider.tls().ifPresent(tenant::tlsConfigurationName);
        return tenant.tokenStateManager().encryptionRequired(false).end();
    }

    private static AuthenticationConfigBuilder codeFlow(
            OidcTenantConfigBuilder tenant, ProviderConfig provider, IdentityConfig identity, PlatformConfig platform) {
        return tenant.authentication()
                .redirectPath(identity.publicUrl() + CALLBACK)
                .restorePathAfterRedirect(false)
                .removeRedirectParameters(false)
                .cookiePath(CALLBACK)
                .cookieForceSecure(platform.secureCookies())
                .pkceRequired(true)
                .stateSecret(provider.stateSecret());
    }
}
