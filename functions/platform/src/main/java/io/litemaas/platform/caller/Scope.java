package io.litemaas.platform.caller;

/** What a service token may do; a signed-in person has no scope and needs none. */
public enum Scope {
    /** No service token at all: a person must be there. */
    PERSON("person"),
    READ("read"),
    KEYS("keys");

    private final String word;

    Scope(String word) {
        this.word = word;
    }

    /** The scope as SQL and JSON name it. */
    public String word() {
        return word;
    }

    /** The scope of a token by its name. */
    public static Scope named(String word) {
        return "keys".equals(word) ? KEYS : READ;
    }

    /** Whether a token of this scope may call a function that asks for the other. */
    public boolean covers(Scope needed) {
        return needed != PERSON && compareTo(needed) >= 0;
    }
}
