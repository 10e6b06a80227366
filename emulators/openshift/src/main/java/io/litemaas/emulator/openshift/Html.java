package io.litemaas.emulator.openshift;

import io.vertx.ext.web.RoutingContext;

/** One frame for the pages, with a policy that lets them show text and send one form. */
final class Html {
    private static final String STYLE = "body{font:16px/1.5 system-ui,sans-serif;max-width:34rem;margin:3rem auto;"
            + "padding:0 1rem;color:#151515}button,input{font:inherit;padding:.4rem .8rem;margin:.2rem 0}"
            + "li{list-style:none}ul{padding:0}button.person{width:100%;text-align:left}"
            + ".note{background:#fff4cc;border-left:4px solid #dca614;padding:.6rem 1rem}label{display:block}";

    private Html() {}

    /** Text that means itself wherever it stands in a page, also inside a quoted attribute. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** Browsers check {@code form-action} on the redirect after a form too, so it names where the form may end. */
    static void answer(RoutingContext exchange, int status, String title, String body, String formAction) {
        String policy = "default-src 'none'; style-src 'sha256-" + Sha256.base64(STYLE) + "'; form-action " + formAction
                + "; base-uri 'none'; frame-ancestors 'none'";
        exchange.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "text/html; charset=utf-8")
                .putHeader("Content-Security-Policy", policy)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("Cache-Control", "no-store")
                .end("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + escape(title)
                        + "</title><style>" + STYLE + "</style></head><body><h1>" + escape(title)
                        + "</h1><p class=\"note\">This is a stand-in for OpenShift's sign-in, for local use only. "
                        + "It checks no password: anybody can be anybody.</p>" + body + "</body></html>");
    }
}
