package io.litemaas.platform.face;

/** How often one caller may call a function in a minute: a user where one is known, else an address. */
public enum Rate {
    NONE(Integer.MAX_VALUE),
    SIGN_IN(30),
    /** Each open tab asks every ten minutes, and a whole company can have one address. */
    REFRESH(600),
    ISSUE(30),
    /** What one user makes and others have to look at. */
    CREATE(30),
    VERIFY(1200),
    WEBHOOK(1200);

    private final int perMinute;

    Rate(int perMinute) {
        this.perMinute = perMinute;
    }

    /** Calls in a minute; {@link Integer#MAX_VALUE} where nobody counts. */
    public int perMinute() {
        return perMinute;
    }
}
