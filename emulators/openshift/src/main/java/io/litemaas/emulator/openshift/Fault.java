package io.litemaas.emulator.openshift;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A way for an endpoint to fail. */
public enum Fault {
    /** Works as it should. */
    NONE,
    /** The connection is closed without an answer. */
    DOWN,
    /** The request is read and never answered; a cleared fault does not release it. */
    HANG,
    /** Status 500 with a plain text. */
    ERROR,
    /** Status 200 with a page of HTML that is not what was asked for. */
    GARBAGE,
    /** Works, after {@link FaultPlan#slowMillis()}. */
    SLOW;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Fault> of(String word) {
        return Stream.of(values()).filter(fault -> fault.word().equals(word)).findFirst();
    }
}
