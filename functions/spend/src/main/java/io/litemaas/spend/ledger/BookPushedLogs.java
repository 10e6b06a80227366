package io.litemaas.spend.ledger;

import io.litemaas.platform.caller.Role;
import io.litemaas.platform.face.Changes;
import io.litemaas.platform.face.Rate;
import io.quarkus.funqy.Funq;
import jakarta.enterprise.context.ApplicationScoped;

/** Books a batch of request logs that LiteLLM's callback {@code generic_api} pushes. */
@ApplicationScoped
public class BookPushedLogs {
    static final String NAME = "ledger/litellm-logs";

    private final Booking booking;

    BookPushedLogs(Booking booking) {
        this.booking = booking;
    }

    /** Answers when all is committed: LiteLLM does not push again what was not taken. */
    @Funq(NAME)
    @Changes(role = Role.ANYONE, bulk = true, rate = Rate.WEBHOOK)
    public Receipt book(PushedLogs logs) {
        return booking.book(logs.batch());
    }
}
