package io.litemaas.identity.provider;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.common.OidcEndpoint;
import io.quarkus.oidc.common.OidcResponseFilter;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.DecodeException;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells a code that the provider does not take from a provider that does not work; to quarkus-oidc both are failures. */
@OidcEndpoint(OidcEndpoint.Type.TOKEN)
@Unremovable
@ApplicationScoped
class TokenAnswers implements OidcResponseFilter {
    private static final int BAD_REQUEST = 400;

    @Override
    public Uni<Void> filter(OidcResponseFilterContext answer) {
        return answer.statusCode() == BAD_REQUEST && isInvalidGrant(answer)
                ? Uni.createFrom().failure(new CodeRefused())
                : Uni.createFrom().voidItem();
    }

    private static boolean isInvalidGrant(OidcResponseFilterContext answer) {
        try {
            return "invalid_grant".equals(answer.responseBody().toJsonObject().getString("error"));
        } catch (DecodeException | ClassCastException e) {
            return false;
        }
    }
}
