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
    /** Answered 401, as a credential that LiteLLM does not know; nothing is done. */
    UNAUTHORIZED,
    /** Answered 403, as a key that may not call the route; nothing is done. */
    FORBIDDEN,
    /** Answered 429, with {@code Retry-After} where the fault has one; nothing is done. */
    THROTTLED,
    /** Answered 400, as a value that LiteLLM does not take; nothing is done. */
    REFUSED400,
    /** Answered 422, as a body that LiteLLM can't read; nothing is done. */
    REFUSED422,
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
