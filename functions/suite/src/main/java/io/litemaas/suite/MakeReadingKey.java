package io.litemaas.suite;

import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/**
 * {@code litemaas litellm-keys}: makes spend's reading key in LiteLLM from the master key. It reads
 * {@code LITELLM_URL}, {@code LITELLM_MASTER_KEY}, the data folder of the pepper as the only argument, and optionally
 * {@code LITEMAAS_READING_KEY_GENERATION}.
 */
public final class MakeReadingKey {
    /** The status by which a start knows that it can go on, and LiteLLM be asked again later. */
    private static final int UNREACHABLE = 3;

    private MakeReadingKey() {}

    /** Makes the key and says so; the value is printed nowhere, since spend derives it as well. */
    public static void main(String[] args) {
        Map<String, String> environment = System.getenv();
        String url = environment.get("LITELLM_URL");
        String masterKey = environment.get("LITELLM_MASTER_KEY");
        if (args.length != 1 || url == null || masterKey == null) {
            System.err.println("Usage: LITELLM_URL=… LITELLM_MASTER_KEY=… litemaas litellm-keys --data DIR");
            System.exit(2);
            return;
        }
        Map<String, String> secrets = DataFolder.at(Path.of(args[0])).secrets();
        int generation = Integer.parseInt(environment.getOrDefault("LITEMAAS_READING_KEY_GENERATION", "1"));
        String pepper = secrets.get("litemaas.access.pepper.values." + secrets.get("litemaas.access.pepper.current"));
        try {
            new ReadingKey(URI.create(url), masterKey).ensure(ReadingKey.derive(pepper, generation));
        } catch (UncheckedIOException e) {
            System.err.println(e.getMessage());
            System.exit(UNREACHABLE);
            return;
        } catch (IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(1);
            return;
        }
        System.out.println("LiteLLM at " + url + " knows spend's reading key (user litemaas-spend, generation "
                + generation + ").");
    }
}
