package io.litemaas.litellm;

/** LiteLLM said no: a status of 400 to 499. Nothing was done. */
public final class LiteLlmRefused extends LiteLlmException {
    private static final long serialVersionUID = 1L;

    private final int status;

    LiteLlmRefused(Call call, int status) {
        super("LiteLLM refused with " + status + ": " + call, null);
        this.status = status;
    }

    /** The HTTP status, the only part of LiteLLM's errors that can be relied on. */
    public int status() {
        return status;
    }
}
