package io.litemaas.emulator.openshift;

import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** What differs between OpenShift and an OpenID provider in the steps that they share. */
interface Dialect {
    /** The OAuth error with which a request is sent back to its client, if there is one. */
    Optional<String> objectionTo(AuthorizeRequest request);

    /** The token endpoint's answer to a code that was right. */
    JsonObject tokensFor(Grant grant);

    /** The token endpoint's answer to a client that could not prove itself. */
    OAuthError wrongClient();
}
