package io.litemaas.emulator.openshift;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Reads the command line. */
final class Arguments {
    private Arguments() {}

    /** Refuses with a sentence what it does not understand. */
    static EmulatorOptions parse(String[] arguments) throws IOException {
        EmulatorOptions options = EmulatorOptions.defaults();
        Set<String> redirects = new HashSet<>();
        for (int i = 0; i < arguments.length; i += 2) {
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException(arguments[i] + " needs a value");
            }
            String value = arguments[i + 1];
            switch (arguments[i]) {
                case "--port" -> options = options.withPort(port(value));
                case "--client-id" -> options = options.withClient(value, options.clientSecret());
                case "--client-secret" -> options = options.withClient(options.clientId(), value);
                case "--users" -> options = options.withPeople(people(Path.of(value)));
                case "--redirect-uri" -> redirects.add(value);
                default -> throw new IllegalArgumentException("unknown option " + arguments[i]);
            }
        }
        return redirects.isEmpty() ? options : options.withOnlyRedirects(redirects);
    }

    private static int port(String value) {
        try {
            int port = Integer.parseInt(value);
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--port takes a number", e);
        }
        throw new IllegalArgumentException("--port is 0 to 65535");
    }

    private static List<Person> people(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new IllegalArgumentException("cannot read " + file);
        }
        try {
            JsonArray array = new JsonArray(Files.readString(file));
            return IntStream.range(0, array.size())
                    .mapToObj(array::getJsonObject)
                    .map(Arguments::person)
                    .toList();
        } catch (DecodeException | ClassCastException e) {
            throw new IllegalArgumentException(file + " is not a JSON array of people", e);
        }
    }

    private static Person person(JsonObject entry) {
        String name = entry.getString("name", "");
        JsonArray groups = entry.getJsonArray("groups", new JsonArray());
        return new Person(
                name,
                entry.getString("fullName", name),
                IntStream.range(0, groups.size()).mapToObj(groups::getString).toList());
    }
}
