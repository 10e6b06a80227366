package io.litemaas.litellm;

import io.litemaas.platform.problem.CataloguedProblem;
import io.litemaas.platform.problem.ProblemText;

/** What a caller hears when LiteLLM is needed and can't help. */
public enum LiteLlmProblem implements CataloguedProblem {
    /** Down, hanging, left alone, or talking nonsense: the same request can succeed later. */
    UNAVAILABLE(
            503,
            "litellm.unavailable",
            "LiteLLM can’t be reached at the moment.",
            "It is down, hangs, or answers nonsense.",
            "Repeat the same request after Retry-After; the portal does so by itself."),
    /** It does not let us in. */
    CREDENTIAL_REFUSED(
            503,
            "litellm.credential_refused",
            "LiteLLM does not accept LiteMaaS’s own key.",
            "The key that LiteMaaS calls LiteLLM with was replaced, or may not do what it has to.",
            "An admin gives LiteMaaS the right one; then the same request succeeds."),
    /** It wants to be asked later. */
    THROTTLED(
            503,
            "litellm.throttled",
            "LiteLLM is asked too much at the moment.",
            "It, or a gateway before it, lets LiteMaaS ask only so often.",
            "Repeat the same request after Retry-After; the portal does so by itself."),
    /** It does not take what it was asked, and will not the next time. */
    REFUSED(
            409,
            "litellm.refused",
            "LiteLLM does not take this.",
            "It refused what LiteMaaS asked of it, and would again.",
            "Ask an admin, who sees it on the page Health; then send the form once more.");

    private final ProblemText text;

    LiteLlmProblem(int status, String code, String title, String cause, String next) {
        this.text = new ProblemText(status, code, title, cause, next);
    }

    @Override
    public ProblemText text() {
        return text;
    }
}
