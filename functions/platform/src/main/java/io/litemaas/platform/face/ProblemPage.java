package io.litemaas.platform.face;

import io.litemaas.platform.problem.Problem;

/** A problem as a person sees it whose browser was sent somewhere: what it is, and the way back to the sign-in. */
final class ProblemPage {
    private ProblemPage() {}

    static String of(Problem problem, String traceId) {
        return """
                <!doctype html>
                <html lang="en">
                <head><meta charset="utf-8"><title>LiteMaaS</title></head>
                <body>
                <h1>%s</h1>
                <p>%s</p>
                <p><a href="/auth/login">Sign in</a></p>
                <p><small>%s %s</small></p>
                </body>
                </html>
                """.formatted(
                        escape(problem.type().title()),
                        escape(problem.detail()),
                        escape(problem.type().code()),
                        escape(traceId));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
