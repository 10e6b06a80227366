package io.litemaas.litellm;

/** How often and how fast a call is repeated that may be: soon, since the deadline bounds it all. */
final class Repeat {
    static final int TIMES = 2;
    static final long DELAY_MILLIS = 150;
    static final long JITTER_MILLIS = 100;

    private Repeat() {}
}
