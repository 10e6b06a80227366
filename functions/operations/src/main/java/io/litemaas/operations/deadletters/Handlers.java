package io.litemaas.operations.deadletters;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Which handlers there are in all rooms, and what they take: on a cluster, this process holds only its own. */
@Singleton
public class Handlers {
    private final Map<String, String> typesByPath;

    Handlers() {
        try (InputStream file = Handlers.class.getResourceAsStream("handlers.txt")) {
            this.typesByPath = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" ", 2))
                    .collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> pair[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The type of event that each takes, by the path that is its name. */
    public Map<String, String> typesByPath() {
        return typesByPath;
    }

    /**
     * Who missed the event. Where the letter names one of our handlers that takes such events, that one; another address is of
     * a subscriber that is not ours, and is called as it is. Knative names nobody where no answer came: then it may be each
     * that takes its type and, for a job, is of the job's room.
     */
    List<String> of(Undelivered event) {
        List<String> takers = typesByPath.entrySet().stream()
                .filter(handler -> handler.getValue().equals(event.type()))
                .map(Map.Entry::getKey)
                .filter(event::mayBeFor)
                .sorted()
                .toList();
        return event.destination()
                .map(named -> takers.contains(named.path()) ? named.path() : named.address())
                .map(List::of)
                .orElse(takers);
    }
}
