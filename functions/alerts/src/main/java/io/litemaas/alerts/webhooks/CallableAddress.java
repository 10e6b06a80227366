package io.litemaas.alerts.webhooks;

import io.litemaas.alerts.outgoing.Gate;
import io.litemaas.alerts.outgoing.NotCallableException;
import io.litemaas.platform.problem.FieldError;
import io.litemaas.platform.problem.Problem;
import java.util.List;

/** Tells an admin at once what would be found out at the first message. */
final class CallableAddress {
    private CallableAddress() {}

    static void check(Gate gate, String url) {
        try {
            gate.check(url);
        } catch (NotCallableException e) {
            throw Problem.invalid(WebhookProblem.NOT_CALLABLE, List.of(new FieldError("url", e.getMessage())));
        }
    }
}
