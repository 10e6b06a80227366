package io.litemaas.emulator.openshift;

import io.vertx.ext.web.RoutingContext;

/** Tells a person that this request can't go on; it never sends them anywhere. */
final class ErrorPage {
    private ErrorPage() {}

    static void answer(RoutingContext exchange, String sentence) {
        Html.answer(exchange, 400, "Sign-in is not possible", "<p>" + Html.escape(sentence) + "</p>", "'none'");
    }
}
