package io.litemaas.access.keys;

import io.litemaas.platform.problem.ProblemType;

/** What can be wrong with a request about keys. */
enum KeyProblem implements ProblemType {
    NOT_FOUND(404, "keys.not_found", "There is no such key."),
    ENDED(409, "keys.ended", "The key has ended."),
    QUOTA_EXHAUSTED(409, "keys.quota_exhausted", "You have as many keys as you may have."),
    SUBSCRIPTION_NOT_ACTIVE(409, "keys.subscription_not_active", "The subscription is not active."),
    ENTITLEMENT_GONE(409, "keys.entitlement_gone", "The subscription ended while the key was issued."),
    EXPIRED_ATTEMPT(409, "keys.expired_attempt", "This attempt to issue a key is over; start a new one."),
    NOT_BLOCKED(409, "keys.not_blocked", "The key is not blocked for that reason."),
    MODEL_NOT_SUBSCRIBED(422, "keys.model_not_subscribed", "A model is not covered by the subscription."),
    EXPIRY_PASSED(422, "keys.expiry_passed", "The expiry lies in the past.");

    private final int status;
    private final String code;
    private final String title;

    KeyProblem(int status, String code, String title) {
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
