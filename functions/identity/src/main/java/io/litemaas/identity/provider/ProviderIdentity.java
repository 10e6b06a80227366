package io.litemaas.identity.provider;

import io.quarkus.oidc.UserInfo;
import io.quarkus.oidc.runtime.OidcJwtCallerPrincipal;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import java.util.Optional;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;

/** Reads the person out of what each kind of provider says. */
final class ProviderIdentity {
    private ProviderIdentity() {}

    /**
     * The person.
     *
     * @throws IllegalArgumentException where the provider's words make no sense
     */
    static ProviderUser user(SecurityIdentity identity, ProviderConfig config) {
        try {
            return switch (config.kind()) {
                case OPENSHIFT ->
                    ofOpenShift(identity.<UserInfo>getAttribute("userinfo").getJsonObject(), config);
                case OIDC -> ofOpenId(((OidcJwtCallerPrincipal) identity.getPrincipal()).getClaims(), config);
            };
        } catch (ClassCastException | NullPointerException | MalformedClaimException e) {
            // what is absent or of another type in a foreign document shows itself so
            throw new IllegalArgumentException("The provider's answer names no person", e);
        }
    }

    /** Virtual users such as {@code kube:admin} have no uid; their names are never given to somebody else. */
    private static ProviderUser ofOpenShift(JsonObject user, ProviderConfig config) {
        JsonObject metadata = user.getJsonObject("metadata");
        String name = metadata.getString("name");
        JsonArray groups = user.containsKey("groups") ? user.getJsonArray("groups") : JsonArray.EMPTY_JSON_ARRAY;
        return new ProviderUser(
                config.url(),
                metadata.getString("uid", name),
                name,
                user.getString("fullName", ""),
                Optional.empty(),
                groups.getValuesAs(JsonString::getString));
    }

    private static ProviderUser ofOpenId(JwtClaims claims, ProviderConfig config) throws MalformedClaimException {
        List<String> groups = claims.hasClaim(config.groupsClaim())
                ? claims.getStringListClaimValue(config.groupsClaim())
                : List.of();
        String subject = claims.getSubject();
        return new ProviderUser(
                claims.getIssuer(),
                subject,
                Optional.ofNullable(claims.getStringClaimValue("preferred_username"))
                        .orElse(subject),
                claims.getStringClaimValue("name"),
                Optional.ofNullable(claims.getStringClaimValue("email")),
                groups);
    }
}
