package io.litemaas.emulator.litellm;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Runs the emulator as a program until it gets a SIGTERM. */
public final class Main {
    private static final String USAGE =
            "Usage: [--port N] [--master-key KEY] [--data DIR] [--flush-seconds S] [--cache]"
                    + " [--log-endpoint URL] [--log-header name=value]... [--alert-webhook URL]"
                    + " (in the environment, GENERIC_LOGGER_HEADERS=name=value is one more header,"
                    + " WEBHOOK_URL the same as --alert-webhook)";

    private Main() {}

    /** Reads the flags, starts, prints one line with the address. */
    public static void main(String[] args) {
        LiteLlmEmulator emulator;
        try {
            emulator = LiteLlmEmulator.start(withEnvironment(options(args), System.getenv()));
        } catch (IllegalArgumentException | IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(emulator::close, "stop"));
        System.out.println("LiteLLM emulator is ready at " + emulator.url());
    }

    static EmulatorOptions options(String... args) {
        EmulatorOptions options = EmulatorOptions.defaults().withPort(4000);
        for (int i = 0; i < args.length; i++) {
            if (args[i].equals("--cache")) {
                options = options.withCache(true);
                continue;
            }
            if (i + 1 == args.length) {
                throw new IllegalArgumentException(USAGE);
            }
            options = with(options, args[i], args[++i]);
        }
        return options;
    }

    private static EmulatorOptions with(EmulatorOptions options, String flag, String value) {
        return switch (flag) {
            case "--port" -> options.withPort((int) number(value));
            case "--master-key" -> options.withMasterKey(value);
            case "--data" -> options.withData(Path.of(value));
            case "--flush-seconds" -> options.withFlush(Duration.ofMillis((long) (number(value) * 1000)));
            case "--log-endpoint" -> options.withLogEndpoint(URI.create(value));
            case "--log-header" -> withHeader(options, value);
            case "--alert-webhook" -> options.withAlertWebhook(URI.create(value));
            default -> throw new IllegalArgumentException(USAGE);
        };
    }

    /** A header or an address that is a secret comes as LiteLLM's own setting: arguments are shown to everybody on the machine. */
    static EmulatorOptions withEnvironment(EmulatorOptions options, Map<String, String> environment) {
        EmulatorOptions logging = Optional.ofNullable(environment.get("GENERIC_LOGGER_HEADERS"))
                .map(header -> withHeader(options, header))
                .orElse(options);
        return Optional.ofNullable(environment.get("WEBHOOK_URL"))
                .map(url -> logging.withAlertWebhook(URI.create(url)))
                .orElse(logging);
    }

    private static EmulatorOptions withHeader(EmulatorOptions options, String header) {
        String[] parts = header.split("=", 2);
        if (parts.length < 2) {
            throw new IllegalArgumentException(USAGE);
        }
        return options.withLogHeader(parts[0], parts[1]);
    }

    private static double number(String value) {
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(USAGE, e);
        }
    }
}
