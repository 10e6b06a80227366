package io.litemaas.alerts.outgoing;

import java.util.Locale;

/** Why a call brought no answer. */
public enum Failure {
    /** Not public and not allowed by configuration, or no address to be called at all. */
    ADDRESS_NOT_ALLOWED,
    NAME_NOT_RESOLVED,
    NOT_CONNECTED,
    /** The receiver's certificate is not trusted, is another name's, or has expired. */
    TLS_FAILED,
    TIMED_OUT,
    /** Something answered, but not by HTTP, or it hung up. */
    NO_HTTP_ANSWER;

    /** As it is stored and shown. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
