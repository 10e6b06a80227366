package io.litemaas.suite;

import java.nio.file.Path;

/** Prints the secret that LiteLLM's pushes carry, so that a start can tell it to the LiteLLM that it starts. */
public final class ShowPushSecret {
    private ShowPushSecret() {}

    /** The data folder is the only argument; its secrets are made if it has none. */
    public static void main(String[] args) {
        System.out.println(DataFolder.at(Path.of(args[0])).secrets().get("litemaas.ledger.push-secret"));
    }
}
