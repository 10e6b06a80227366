package io.litemaas.emulator.litellm;

import java.util.Locale;

/** What can go wrong on demand. */
public enum FaultKind {
    /** The connection is closed at once; nothing is done. */
    DOWN,
    /** Accepted and never answered; a release cuts the connection, still without doing anything. */
    HANG,
    /** Done and answered, but late. */
    SLOW,
    /** Answered 500; nothing is done. */
    ERROR500,
    /** Answered 200 with something that is no JSON; nothing is done. */
    GARBAGE,
    /** Answered 400 with all that was sent, as a careless server would in an error's text; nothing is done. */
    ECHO,
    /** Done, but the connection is cut instead of answering. */
    LOSE_ANSWER,
    /** Waits for a release before doing the work. */
    HOLD_BEFORE,
    /** Does the work, then waits for a release before answering. */
    HOLD_AFTER,
    /** A push of request logs or of an alert is not sent. */
    DROP_PUSH,
    /** LiteLLM lost its database: most requests fail in the ways recorded, models go on for keys used lately. */
    DATABASE_DOWN;

    /** The name on the wire, such as {@code lose-answer}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static FaultKind of(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    boolean concernsRequests() {
        return this != DROP_PUSH && this != DATABASE_DOWN;
    }
}
