package io.litemaas.access.kill;

import static io.litemaas.emulator.litellm.FaultKind.HANG;
import static io.litemaas.emulator.litellm.FaultKind.HOLD_AFTER;
import static io.litemaas.emulator.litellm.FaultKind.HOLD_BEFORE;
import static io.litemaas.emulator.litellm.FaultKind.LOSE_ANSWER;

import io.litemaas.emulator.litellm.Fault;
import io.litemaas.emulator.litellm.FaultKind;
import java.util.Optional;

/**
 * Where a process dies: held by LiteLLM, by PostgreSQL, or first by LiteLLM and then by PostgreSQL; or not held, and
 * killed as soon as it has come that far.
 *
 * @param until what says that the process has come to the border
 * @param inLiteLlm how many keys of the owner LiteLLM has when the process is dead
 * @param committed whether what was asked for holds without anybody asking again
 */
record Border(
        String title, Optional<Fault> fault, Optional<Locked> lock, Until until, int inLiteLlm, boolean committed) {

    /** How the test knows. */
    enum Until {
        WAITS,
        COMMITTED,
        ANSWERED,
        /** It waits, and LiteLLM does what it was asked only after all has been cleaned up. */
        WAITS_LONG
    }

    /** The borders of issuing. */
    @SuppressWarnings("ImmutableEnumChecker") // a record of values
    enum Issue {
        USER_ASKED(held("LiteLLM asked for the user", HANG, "/user/info", 0)),
        USER_MADE(held("user made in LiteLLM, not answered", HOLD_AFTER, "/user/update", 0)),
        BOOKING(locked("before the first booking", Locked.SUBSCRIPTION, 0)),
        BOOKING_QUOTA(locked("inside the first transaction", Locked.QUOTA, 0)),
        GENERATE_NEVER_COMES(held("booked; generate never arrives", HANG, "/key/generate", 0)),
        GENERATE_COMES_LATE(held("booked; generate done after the death", HOLD_BEFORE, "/key/generate", 1)),
        GENERATE_COMES_LAST(new Border(
                "booked; generate done after the clean-up",
                fault(HOLD_BEFORE, "/key/generate"),
                Optional.empty(),
                Until.WAITS_LONG,
                0,
                false)),
        GENERATED(held("generate done, not answered", HOLD_AFTER, "/key/generate", 1)),
        ANSWER_LOST(new Border(
                "generate done, answer lost, 503 given",
                fault(LOSE_ANSWER, "/key/generate"),
                Optional.empty(),
                Until.ANSWERED,
                1,
                false)),
        READING_BACK(held("before the read back", HOLD_BEFORE, "/key/info", 1)),
        READ_BACK(held("read back, not answered", HOLD_AFTER, "/key/info", 1)),
        ACTIVATING(held("before the second transaction", HOLD_AFTER, "/key/info", 1)
                .thenLocked(Locked.CREDENTIAL)),
        ACTIVATED(held("before the second commit", HOLD_AFTER, "/key/info", 1).thenLocked(Locked.OUTBOX)),
        COMMITTED(free("committed, answer never read", Until.COMMITTED, 1)),
        ANSWERED(free("answered", Until.ANSWERED, 1));

        private final Border border;

        Issue(Border border) {
            this.border = border;
        }

        Border border() {
            return border;
        }
    }

    /** The borders of revoking, of which each begins with a key that works. */
    @SuppressWarnings("ImmutableEnumChecker") // a record of values
    enum Revoke {
        LOCKING(locked("before its transaction", Locked.KEY, 1)),
        ENDING(locked("inside its transaction", Locked.QUOTA, 1)),
        COMMITTING(locked("before its commit", Locked.OUTBOX, 1)),
        COMMITTED(free("committed, answer never read, event kept", Until.COMMITTED, 1)),
        ANSWERED(free("answered, event kept", Until.ANSWERED, 1)),
        DELETE_NEVER_COMES(held("delete never arrives", HANG, "/key/delete", 1).andCommitted()),
        DELETE_COMES_LATE(held("delete done after the death", HOLD_BEFORE, "/key/delete", 0)
                .andCommitted()),
        DELETED(held("delete done, not answered", HOLD_AFTER, "/key/delete", 0).andCommitted()),
        DONE(held("deleted, before it is noted", HOLD_AFTER, "/key/delete", 0)
                .thenLocked(Locked.CONVERGENCE)
                .andCommitted());

        private final Border border;

        Revoke(Border border) {
            this.border = border;
        }

        Border border() {
            return border;
        }
    }

    private static Border held(String title, FaultKind kind, String path, int inLiteLlm) {
        return new Border(title, fault(kind, path), Optional.empty(), Until.WAITS, inLiteLlm, false);
    }

    private static Border locked(String title, Locked what, int inLiteLlm) {
        return new Border(title, Optional.empty(), Optional.of(what), Until.WAITS, inLiteLlm, false);
    }

    private static Border free(String title, Until until, int inLiteLlm) {
        return new Border(title, Optional.empty(), Optional.empty(), until, inLiteLlm, true);
    }

    private Border thenLocked(Locked what) {
        return new Border(title, fault, Optional.of(what), until, inLiteLlm, committed);
    }

    private Border andCommitted() {
        return new Border(title, fault, lock, until, inLiteLlm, true);
    }

    private static Optional<Fault> fault(FaultKind kind, String path) {
        return Optional.of(Fault.of(kind).on(path));
    }
}
