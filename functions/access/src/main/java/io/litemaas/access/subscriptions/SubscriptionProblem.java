package io.litemaas.access.subscriptions;

import io.litemaas.platform.problem.ProblemType;

/** What can be wrong with a request about subscriptions. */
public enum SubscriptionProblem implements ProblemType {
    NOT_FOUND(404, "subscriptions.not_found", "There is no such subscription."),
    CHANGED(409, "subscriptions.changed", "The subscription was changed meanwhile; read it again."),
    ENDED(409, "subscriptions.ended", "The subscription has ended."),
    NOT_PENDING(409, "subscriptions.not_pending", "The subscription waits for no decision."),
    MODEL_NOT_OFFERED(422, "subscriptions.model_not_offered", "A model is not to be had."),
    EXPIRY_PASSED(422, "subscriptions.expiry_passed", "The expiry lies in the past.");

    private final int status;
    private final String code;
    private final String title;

    SubscriptionProblem(int status, String code, String title) {
        this.status = status;
        this.code = code;
        this.title = title;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String title() {
        return title;
    }
}
