package io.litemaas.identity.provider;

import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TokenStateManager;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;

/** Lets go of the provider's tokens: what they were needed for is done when the person is known. */
@Alternative
@Priority(1)
@ApplicationScoped
class NoProviderSession implements TokenStateManager {

    @Override
    public Uni<String> createTokenState(
            RoutingContext context,
            OidcTenantConfig tenant,
            AuthorizationCodeTokens tokens,
            OidcRequestContext<String> request) {
        return Uni.createFrom().item("");
    }

    @Override
    public Uni<AuthorizationCodeTokens> getTokens(
            RoutingContext context,
            OidcTenantConfig tenant,
            String state,
            OidcRequestContext<AuthorizationCodeTokens> request) {
        return Uni.createFrom().failure(new AuthenticationFailedException("No session is kept"));
    }

    @Override
    public Uni<Void> deleteTokens(
            RoutingContext context, OidcTenantConfig tenant, String state, OidcRequestContext<Void> request) {
        return Uni.createFrom().voidItem();
    }
}
