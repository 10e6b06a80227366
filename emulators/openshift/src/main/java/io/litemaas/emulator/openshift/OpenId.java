package io.litemaas.emulator.openshift;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The OpenID provider's side: discovery, keys, ID tokens and userinfo. PKCE with S256 is not optional here. */
final class OpenId implements Dialect {
    private final Supplier<String> url;
    private final AccessTokens tokens;
    private final Bearer bearer;
    private final Faults faults;
    private final IdTokens idTokens;

    OpenId(Supplier<String> url, AccessTokens tokens, Faults faults, IdTokens idTokens) {
        this.url = url;
        this.tokens = tokens;
        this.bearer = new Bearer(tokens);
        this.faults = faults;
        this.idTokens = idTokens;
    }

    void mountOn(Router router) {
        router.get("/oidc/.well-known/openid-configuration").handler(exchange -> exchange.json(discovery()));
        router.get("/oidc/jwks").handler(exchange -> exchange.json(new JsonObject(idTokens.publicKeys())));
        router.get("/oidc/userinfo")
                .handler(new FaultGate(faults, FaultPlan::user))
                .handler(this::userInfo);
    }

    private String issuer() {
        return url.get() + "/oidc";
    }

    @Override
    public Optional<String> objectionTo(AuthorizeRequest request) {
        if (!List.of(request.scope().split(" ", -1)).contains("openid")) {
            return Optional.of("invalid_scope");
        }
        return request.pkce().isS256() ? Optional.empty() : Optional.of("invalid_request");
    }

    @Override
    public JsonObject tokensFor(Grant grant) {
        return new JsonObject()
                .put("access_token", tokens.issue(grant))
                .put("token_type", "Bearer")
                .put("expires_in", AccessTokens.LIFETIME.toSeconds())
                .put("scope", grant.request().scope())
                .put("id_token", idTokens.sign(issuer(), grant, groupsOf(grant.person())));
    }

    @Override
    public OAuthError wrongClient() {
        return new OAuthError(401, "invalid_client", "client authentication failed");
    }

    private JsonObject discovery() {
        return new JsonObject()
                .put("issuer", issuer())
                .put("authorization_endpoint", issuer() + "/authorize")
                .put("token_endpoint", issuer() + "/token")
                .put("userinfo_endpoint", issuer() + "/userinfo")
                .put("jwks_uri", issuer() + "/jwks")
                .put("response_types_supported", JsonArray.of("code"))
                .put("grant_types_supported", JsonArray.of("authorization_code"))
                .put("subject_types_supported", JsonArray.of("public"))
                .put("id_token_signing_alg_values_supported", JsonArray.of("ES256"))
                .put("scopes_supported", JsonArray.of("openid", "profile", "groups"))
                .put("code_challenge_methods_supported", JsonArray.of("S256"))
                .put(
                        "token_endpoint_auth_methods_supported",
                        JsonArray.of("client_secret_basic", "client_secret_post"));
    }

    private void userInfo(RoutingContext exchange) {
        bearer.of(exchange)
                .ifPresentOrElse(
                        grant -> exchange.json(claims(grant.person())),
                        () -> exchange.response()
                                .setStatusCode(401)
                                .putHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"")
                                .end());
    }

    private JsonObject claims(Person person) {
        return new JsonObject()
                .put("sub", person.uid())
                .put("preferred_username", person.name())
                .put("name", person.fullName())
                .put("groups", new JsonArray(groupsOf(person)));
    }

    private List<String> groupsOf(Person person) {
        return faults.current().withoutGroups() ? List.of() : person.groups();
    }
}
