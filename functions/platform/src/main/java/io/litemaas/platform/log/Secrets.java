package io.litemaas.platform.log;

import java.util.regex.Pattern;

/** What a secret looks like in running text. */
public final class Secrets {
    /**
     * Virtual keys, service and refresh tokens, secrets of webhooks, OpenShift's tokens, signed tokens, and whatever
     * follows Bearer or Basic.
     */
    private static final Pattern SECRET = Pattern.compile("\\bsk-[A-Za-z0-9_-]{8,}"
            + "|\\blm[rt]_[A-Za-z0-9_-]{8,}"
            + "|\\bwhsec_[A-Za-z0-9+/=_-]{8,}"
            + "|\\bsha256~[A-Za-z0-9_-]{8,}"
            + "|\\beyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]*\\.[A-Za-z0-9_-]*"
            + "|(?i:(?<=\\bbearer )|(?<=\\bbasic ))[A-Za-z0-9._~+/=-]{8,}"
            + "|(?i:(?<=idempotency-key: )|(?<=idempotency-key=))[^\\s,;]+");

    private Secrets() {}

    /** Whether it holds one. */
    public static boolean appearIn(String text) {
        return SECRET.matcher(text).find();
    }

    /** The text without what looks like one. */
    public static String redact(String text) {
        return SECRET.matcher(text).replaceAll("[redacted]");
    }
}
