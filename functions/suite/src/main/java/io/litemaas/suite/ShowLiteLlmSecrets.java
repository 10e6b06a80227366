package io.litemaas.suite;

import java.nio.file.Path;
import java.util.Map;

/** Prints what LiteLLM proves itself with, so that a start can tell it to the LiteLLM that it starts. */
public final class ShowLiteLlmSecrets {
    private ShowLiteLlmSecrets() {}

    /**
     * Prints the secret of pushed logs, and on a second line the last segment of the alerts' address. The data folder is the
     * only argument; its secrets are made if it has none.
     */
    @SuppressWarnings("SystemOut")
    public static void main(String[] args) {
        Map<String, String> secrets = DataFolder.at(Path.of(args[0])).secrets();
        System.out.println(secrets.get("litemaas.ledger.push-secret"));
        System.out.println(secrets.get("litemaas.ledger.alert-token"));
    }
}
