package io.litemaas.emulator.openshift;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** Takes a code from its client and answers with tokens. */
final class TokenEndpoint {
    private static final OAuthError WRONG_GRANT_TYPE =
            new OAuthError(400, "unsupported_grant_type", "only authorization_code is taken here");
    private static final OAuthError WRONG_CODE =
            new OAuthError(400, "invalid_grant", "the code is unknown, used, expired, or not for this request");

    private final String path;
    private final Dialect dialect;
    private final EmulatorOptions options;
    private final Codes codes;
    private final Faults faults;

    TokenEndpoint(String path, Dialect dialect, EmulatorOptions options, Codes codes, Faults faults) {
        this.path = path;
        this.dialect = dialect;
        this.options = options;
        this.codes = codes;
        this.faults = faults;
    }

    void mountOn(Router router) {
        router.post(path).handler(new FaultGate(faults, FaultPlan::token)).handler(this::exchangeCode);
    }

    private void exchangeCode(RoutingContext exchange) {
        exchange.response().putHeader("Cache-Control", "no-store");
        HttpServerRequest request = exchange.request();
        Optional<ClientCredentials> client =
                ClientCredentials.from(request).filter(credentials -> credentials.areThoseOf(options));
        if (client.isEmpty()) {
            dialect.wrongClient().answer(exchange);
            return;
        }
        if (!"authorization_code".equals(request.getFormAttribute("grant_type"))) {
            WRONG_GRANT_TYPE.answer(exchange);
            return;
        }
        Optional<Grant> grant = codes.redeem(field(request, "code")).filter(found -> isFor(request, found));
        grant.ifPresentOrElse(found -> exchange.json(dialect.tokensFor(found)), () -> WRONG_CODE.answer(exchange));
    }

    private boolean isFor(HttpServerRequest request, Grant grant) {
        AuthorizeRequest asked = grant.request();
        return asked.clientId().equals(options.clientId())
                && asked.redirectUri().equals(field(request, "redirect_uri"))
                && asked.pkce().isProvenBy(field(request, "code_verifier"));
    }

    private static String field(HttpServerRequest request, String name) {
        String value = request.getFormAttribute(name);
        return value == null ? "" : value;
    }
}
