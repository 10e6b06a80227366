package io.litemaas.alerts.webhooks;

import io.litemaas.platform.problem.CataloguedProblem;
import io.litemaas.platform.problem.ProblemText;

/** What can be wrong with a webhook. */
enum WebhookProblem implements CataloguedProblem {
    VERSION_MOVED(
            409,
            "alerts.webhook_changed",
            "Somebody else has changed the webhook.",
            "It is newer than what you saw.",
            "Read it again, and decide anew."),
    DELIVERY_NOT_FAILED(
            409,
            "alerts.delivery_not_failed",
            "The message was not given up.",
            "It is delivered, or still offered.",
            "Read the deliveries again."),
    NOT_CALLABLE(
            422,
            "alerts.address_not_allowed",
            "Messages can’t be sent to this address.",
            "It does not begin with https, can’t be resolved, or leads to a network that is not public.",
            "Enter another, or ask whoever runs LiteMaaS to allow the network.");

    private final ProblemText text;

    WebhookProblem(int status, String code, String title, String cause, String next) {
        this.text = new ProblemText(status, code, title, cause, next);
    }

    @Override
    public ProblemText text() {
        return text;
    }
}
