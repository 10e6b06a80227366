package io.litemaas.emulator.broker;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Reads the command line, and from the environment what others on the machine must not see. */
final class Arguments {
    static final String HEADER = "BROKER_HEADER";

    private Arguments() {}

    /** Refuses with a sentence what it does not understand. */
    static BrokerOptions parse(String[] arguments, Map<String, String> environment) {
        BrokerOptions options = BrokerOptions.of(Path.of("triggers"));
        for (int i = 0; i < arguments.length; i += 2) {
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException(arguments[i] + " needs a value");
            }
            options = with(options, arguments[i], arguments[i + 1]);
        }
        String header = environment.getOrDefault(HEADER, "");
        if (header.isEmpty()) {
            return options;
        }
        String[] pair = pair(HEADER, header);
        return options.withHeader(pair[0], pair[1]);
    }

    private static BrokerOptions with(BrokerOptions options, String name, String value) {
        return switch (name) {
            case "--port" -> options.withPort(number(name, value, 65_535));
            case "--triggers" -> options.withTriggers(Path.of(value));
            case "--service" -> options.withService(pair(name, value)[0], URI.create(pair(name, value)[1]));
            case "--tick" -> options.withTick(Duration.ofSeconds(Math.max(1, number(name, value, 86_400))));
            default -> throw new IllegalArgumentException("unknown option " + name);
        };
    }

    private static String[] pair(String name, String value) {
        String[] pair = value.split("=", 2);
        if (pair.length != 2 || pair[0].isEmpty() || pair[1].isEmpty()) {
            throw new IllegalArgumentException(name + " takes name=value");
        }
        return pair;
    }

    private static int number(String name, String value, int most) {
        if (!value.matches("\\d{1,6}") || Integer.parseInt(value) > most) {
            throw new IllegalArgumentException(name + " takes a number up to " + most);
        }
        return Integer.parseInt(value);
    }
}
