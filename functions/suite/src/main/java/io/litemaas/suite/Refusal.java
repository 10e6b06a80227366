package io.litemaas.suite;

/** Why a start does not go on, in a sentence for the person at the command line, who can mend it. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int STATUS = 1;

    Refusal(String sentence) {
        super(sentence);
    }

    /** Starts something; where it is refused, says why without a stack trace, and ends the program with a status that tells. */
    static void orElseStart(Runnable start) {
        try {
            start.run();
        } catch (Refusal refused) {
            System.err.println("litemaas: " + refused.getMessage());
            System.exit(STATUS);
        }
    }
}
