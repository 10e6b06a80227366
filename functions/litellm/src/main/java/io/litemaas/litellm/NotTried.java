package io.litemaas.litellm;

/** Unavailable, and known not to have been asked: trying again at once is useless. */
final class NotTried extends LiteLlmUnavailable {
    private static final long serialVersionUID = 1L;

    NotTried(Call call, Reason reason) {
        super(call, reason);
    }
}
