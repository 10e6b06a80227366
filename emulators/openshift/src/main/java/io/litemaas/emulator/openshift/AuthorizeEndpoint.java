package io.litemaas.emulator.openshift;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Shows who can be chosen, takes the choice, and sends the browser back with a code or a refusal. */
final class AuthorizeEndpoint {
    private final String path;
    private final Dialect dialect;
    private final EmulatorOptions options;
    private final People people;
    private final Codes codes;
    private final Faults faults;

    AuthorizeEndpoint(
            String path, Dialect dialect, EmulatorOptions options, People people, Codes codes, Faults faults) {
        this.path = path;
        this.dialect = dialect;
        this.options = options;
        this.people = people;
        this.codes = codes;
        this.faults = faults;
    }

    void mountOn(Router router) {
        router.get(path).handler(this::show);
        router.post(path).handler(this::choose);
    }

    private void show(RoutingContext exchange) {
        AuthorizeRequest request = AuthorizeRequest.of(exchange.queryParams());
        if (isSettledAtOnce(exchange, request)) {
            return;
        }
        new AuthorizePage(path, request, people.offered()).answer(exchange);
    }

    private void choose(RoutingContext exchange) {
        MultiMap form = MultiMap.caseInsensitiveMultiMap()
                .addAll(exchange.queryParams())
                .addAll(exchange.request().formAttributes());
        AuthorizeRequest request = AuthorizeRequest.of(form);
        if (isSettledAtOnce(exchange, request)) {
            return;
        }
        if ("refuse".equals(form.get("decision"))) {
            sendBack(exchange, request, Map.of("error", "access_denied"));
            return;
        }
        Optional<Person> chosen = people.named(form.get("user"), form.get("groups"));
        if (chosen.isEmpty()) {
            ErrorPage.answer(exchange, "Choose a person, or give a name of letters, digits and . _ @ -");
            return;
        }
        sendBack(exchange, request, Map.of("code", codes.issue(new Grant(chosen.get(), request))));
    }

    /** A client that can't be trusted gets an error page; one that can is told by redirect. */
    private boolean isSettledAtOnce(RoutingContext exchange, AuthorizeRequest request) {
        RedirectRule redirects = new RedirectRule(options.redirectUris(), options.loopbackRedirects());
        if (!request.clientId().equals(options.clientId())) {
            ErrorPage.answer(exchange, "This client is not registered.");
            return true;
        }
        if (!redirects.allows(request.redirectUri())) {
            ErrorPage.answer(exchange, "This redirect_uri is not registered.");
            return true;
        }
        Optional<String> error = errorOf(request);
        error.ifPresent(word -> sendBack(exchange, request, Map.of("error", word)));
        return error.isPresent();
    }

    private Optional<String> errorOf(AuthorizeRequest request) {
        if (!request.responseType().equals("code")) {
            return Optional.of("unsupported_response_type");
        }
        if (request.pkce().isMalformed()) {
            return Optional.of("invalid_request");
        }
        if (faults.current().refuse()) {
            return Optional.of("access_denied");
        }
        return dialect.objectionTo(request);
    }

    private static void sendBack(RoutingContext exchange, AuthorizeRequest request, Map<String, String> result) {
        Map<String, String> query = new LinkedHashMap<>(result);
        if (!request.state().isEmpty()) {
            query.put("state", request.state());
        }
        exchange.response()
                .setStatusCode(302)
                .putHeader("Location", Query.append(request.redirectUri(), query))
                .putHeader("Cache-Control", "no-store")
                .end();
    }
}
