package io.litemaas.access.keys;

import io.litemaas.platform.problem.CataloguedProblem;
import io.litemaas.platform.problem.ProblemText;

/** What can be wrong with a request about keys. */
enum KeyProblem implements CataloguedProblem {
    NOT_FOUND(
            404,
            "keys.not_found",
            "There is no such key.",
            "It does not exist, or it is not yours.",
            "Look at your keys."),
    ENDED(
            409,
            "keys.ended",
            "The key has ended.",
            "It was revoked, expired or lost, or its subscription was cancelled.",
            "Issue a new one."),
    QUOTA_EXHAUSTED(
            409,
            "keys.quota_exhausted",
            "You have as many keys as you may.",
            "There is a limit for each person.",
            "Revoke one that you do not need."),
    SUBSCRIPTION_NOT_ACTIVE(
            409,
            "keys.subscription_not_active",
            "The subscription is not active.",
            "It waits for approval, has ended, or has expired.",
            "Wait for the approval, or request a new one."),
    ENTITLEMENT_GONE(
            409,
            "keys.entitlement_gone",
            "The key was withdrawn.",
            "The subscription ended while it was issued.",
            "Request a new subscription."),
    EXPIRED_ATTEMPT(
            409,
            "keys.expired_attempt",
            "This attempt is too old.",
            "Its key ended, or was not finished within an hour.",
            "Send the form once more."),
    NOT_BLOCKED(
            409,
            "keys.not_blocked",
            "There is no block that you could undo.",
            "What an admin blocked, an admin unblocks.",
            "Ask an admin."),
    MODEL_NOT_SUBSCRIBED(
            422,
            "keys.model_not_subscribed",
            "The subscription does not cover one of the models.",
            "A key may call models of its subscription only.",
            "Choose among its models."),
    EXPIRY_PASSED(
            422,
            "keys.expiry_passed",
            "It would end before it begins.",
            "The day lies in the past.",
            "Choose a later one.");

    private final ProblemText text;

    KeyProblem(int status, String code, String title, String cause, String next) {
        this.text = new ProblemText(status, code, title, cause, next);
    }

    @Override
    public ProblemText text() {
        return text;
    }
}
