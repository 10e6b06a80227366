package io.litemaas.identity.provider;

/** The provider took no code for a token: it is used, too old, or was never given to us. */
final class CodeRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    CodeRefused() {
        super("The provider refused the code", null, false, false);
    }
}
