package io.litemaas.litellm;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** LiteLLM's own word on its health; asked without a key, but for what concerns the key, and its version. */
@ApplicationScoped
public class LiteLlmHealth {
    private static final Call READINESS = Call.getWithoutKey("/health/readiness");

    private static final Call DETAILS = Call.get("/health/readiness/details", Map.of());

    private final Exchange exchange;

    LiteLlmHealth(Exchange exchange) {
        this.exchange = exchange;
    }

    /** What it says of itself. */
    enum Word {
        /** It can serve, its database included. */
        READY,
        /** It says that it can't, or does not answer as it should. */
        NOT_READY,
        /** It was not asked, or a gateway before it wants it to be asked later: that says nothing of it. */
        NONE
    }

    /** Whether it can serve, its database included: without that a 404 of it proves nothing. Never throws. */
    public boolean isReady(Deadline deadline) {
        return word(deadline) == Word.READY;
    }

    Word word(Deadline deadline) {
        try {
            Fields answer = exchange.ask(READINESS, deadline);
            boolean ready =
                    answer.text("status").equals("healthy") && answer.text("db").equals("connected");
            return ready ? Word.READY : Word.NOT_READY;
        } catch (NotTried | LiteLlmThrottled e) {
            return Word.NONE;
        } catch (LiteLlmException e) {
            return Word.NOT_READY;
        }
    }

    /** Which LiteLLM it is, such as {@code 1.108.7}; told to admins' keys only. Throws any {@link LiteLlmException}. */
    public String version(Deadline deadline) {
        return exchange.ask(DETAILS, deadline).text("litellm_version");
    }

    /**
     * Whether it refuses our key for something that is about nobody and nothing. Throws any other {@link LiteLlmException}:
     * then it can't be told.
     */
    boolean refusesOurKey(Deadline deadline) {
        try {
            exchange.ask(DETAILS, deadline);
            return false;
        } catch (LiteLlmCredentialRefused e) {
            return true;
        }
    }
}
