package io.litemaas.suite;

import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/**
 * {@code litemaas litellm-keys}: makes spend's reading key in LiteLLM from the master key. It reads
 * {@code LITELLM_URL}, {@code LITELLM_MASTER_KEY}, and the data folder of the pepper as the only argument; or, on a cluster,
 * the value itself as {@code LITEMAAS_SPEND_LITELLM_KEY} and no argument.
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
        String given = environment.get("LITEMAAS_SPEND_LITELLM_KEY");
        if (args.length != (given == null ? 1 : 0) || url == null || masterKey == null) {
            System.err.println("Usage: LITELLM_URL=… LITELLM_MASTER_KEY=… litemaas litellm-keys --data DIR");
            System.exit(2);
            return;
        }
        String value = given == null
                ? ReadingKey.ofInstallation(DataFolder.at(Path.of(args[0])).secrets())
                : given;
        try {
            new ReadingKey(URI.create(url), masterKey).ensure(value);
        } catch (UncheckedIOException e) {
            System.err.println(e.getMessage());
            System.exit(UNREACHABLE);
            return;
        } catch (IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(1);
            return;
        }
        System.out.println("LiteLLM at " + url + " knows spend's reading key (user litemaas-spend).");
    }
}
