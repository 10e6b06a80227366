package io.litemaas.identity.signin;

import java.util.regex.Pattern;

/** Where a browser may be sent after the sign-in: a path of this host, and nothing that a browser reads as another. */
final class LocalPath {
    /** Browsers take {@code //host} and {@code /\host} for another host, and drop tabs and line ends on the way there. */
    static final String FORM = "/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]{0,511}";

    static final String START = "/";

    private static final Pattern PATTERN = Pattern.compile(FORM);

    private LocalPath() {}

    /** The path, or the start where it is none. */
    static String of(String text) {
        return text != null && PATTERN.matcher(text).matches() ? text : START;
    }
}
