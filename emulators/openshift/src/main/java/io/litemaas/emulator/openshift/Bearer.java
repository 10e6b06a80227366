package io.litemaas.emulator.openshift;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** Finds out whose token a request carries. */
record Bearer(AccessTokens tokens) {
    Optional<Grant> of(RoutingContext exchange) {
        return Optional.ofNullable(exchange.request().getHeader("Authorization"))
                .filter(header -> header.regionMatches(true, 0, "Bearer ", 0, 7))
                .flatMap(header -> tokens.find(header.substring(7).strip()));
    }
}
