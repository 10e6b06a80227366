package io.litemaas.emulator.openshift;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** OpenShift's side: its metadata, its opaque tokens, and the two API objects that a sign-in touches. */
final class OpenShift implements Dialect {
    private final Supplier<String> url;
    private final AccessTokens tokens;
    private final Bearer bearer;
    private final Faults faults;

    OpenShift(Supplier<String> url, AccessTokens tokens, Faults faults) {
        this.url = url;
        this.tokens = tokens;
        this.bearer = new Bearer(tokens);
        this.faults = faults;
    }

    void mountOn(Router router) {
        router.get("/.well-known/oauth-authorization-server").handler(exchange -> exchange.json(metadata()));
        router.get("/apis/user.openshift.io/v1/users/~")
                .handler(new FaultGate(faults, FaultPlan::user))
                .handler(this::currentUser);
        router.delete("/apis/oauth.openshift.io/v1/useroauthaccesstokens/:name").handler(this::deleteToken);
    }

    @Override
    public Optional<String> objectionTo(AuthorizeRequest request) {
        return Optional.empty();
    }

    @Override
    public JsonObject tokensFor(Grant grant) {
        return new JsonObject()
                .put("access_token", tokens.issue(grant))
                .put("expires_in", AccessTokens.LIFETIME.toSeconds())
                .put("scope", "user:full")
                .put("token_type", "Bearer");
    }

    /** OpenShift's OAuth library answers every error of this endpoint with 400, this one too. */
    @Override
    public OAuthError wrongClient() {
        return new OAuthError(
                400, "unauthorized_client", "The client is not authorized to request a token using this method.");
    }

    private JsonObject metadata() {
        return new JsonObject()
                .put("issuer", url.get())
                .put("authorization_endpoint", url.get() + "/oauth/authorize")
                .put("token_endpoint", url.get() + "/oauth/token")
                .put("scopes_supported", JsonArray.of("user:check-access", "user:full", "user:info"))
                .put("response_types_supported", JsonArray.of("code"))
                .put("grant_types_supported", JsonArray.of("authorization_code"))
                .put("code_challenge_methods_supported", JsonArray.of("plain", "S256"));
    }

    private void currentUser(RoutingContext exchange) {
        bearer.of(exchange)
                .ifPresentOrElse(
                        grant -> exchange.json(user(grant.person())), () -> ApiStatus.UNAUTHORIZED.answer(exchange));
    }

    private JsonObject user(Person person) {
        JsonObject metadata = new JsonObject()
                .put("name", person.name())
                .put("uid", person.uid())
                .put("resourceVersion", "1")
                .put("creationTimestamp", "2026-01-01T00:00:00Z");
        return new JsonObject()
                .put("kind", "User")
                .put("apiVersion", "user.openshift.io/v1")
                .put("metadata", metadata)
                .put("fullName", person.fullName())
                .put("identities", JsonArray.of("stand-in:" + person.name()))
                .put("groups", new JsonArray(groupsOf(person)));
    }

    /** As OpenShift does it: the groups of the request, sorted, the virtual ones of every sign-in among them. */
    private List<String> groupsOf(Person person) {
        Stream<String> own = faults.current().withoutGroups() ? Stream.of() : person.groups().stream();
        return Stream.concat(own, Stream.of("system:authenticated", "system:authenticated:oauth"))
                .sorted()
                .toList();
    }

    private void deleteToken(RoutingContext exchange) {
        Optional<Grant> caller = bearer.of(exchange);
        if (caller.isEmpty()) {
            ApiStatus.UNAUTHORIZED.answer(exchange);
            return;
        }
        boolean deleted = tokens.delete(exchange.pathParam("name"), caller.get().person());
        (deleted ? ApiStatus.DELETED : ApiStatus.NOT_FOUND).answer(exchange);
    }
}
