package io.litemaas.access.subscriptions;

import io.litemaas.platform.problem.CataloguedProblem;
import io.litemaas.platform.problem.ProblemText;

/** What can be wrong with a request about subscriptions. */
public enum SubscriptionProblem implements CataloguedProblem {
    NOT_FOUND(
            404,
            "subscriptions.not_found",
            "There is no such subscription.",
            "It does not exist, or it is not yours.",
            "Look at your subscriptions."),
    CHANGED(
            409,
            "subscriptions.changed",
            "The subscription has changed meanwhile.",
            "Somebody decided on it, or cancelled it.",
            "Look at it again, and decide anew."),
    ENDED(
            409,
            "subscriptions.ended",
            "The subscription has ended.",
            "It was rejected or cancelled.",
            "Request a new one."),
    NOT_PENDING(
            409,
            "subscriptions.not_pending",
            "It waits for no decision.",
            "Somebody has decided already.",
            "Look at the list again."),
    MODEL_NOT_OFFERED(
            422,
            "subscriptions.model_not_offered",
            "One of the models is not offered.",
            "It is not in the catalogue any more.",
            "Choose among the models that are shown."),
    EXPIRY_PASSED(
            422,
            "subscriptions.expiry_passed",
            "It would end before it begins.",
            "The day lies in the past.",
            "Choose a later one.");

    private final ProblemText text;

    SubscriptionProblem(int status, String code, String title, String cause, String next) {
        this.text = new ProblemText(status, code, title, cause, next);
    }

    @Override
    public ProblemText text() {
        return text;
    }
}
