package io.litemaas.bench;

import io.litemaas.testing.Person;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code bench/cold-start}: from a process's start to its first right answer, which takes a query, which part of that takes
 * how long, and the memory then; the median of some runs, for each room, as fast-jar and with an AOT cache.
 */
public final class ColdStart {
    private static final int RUNS = 5;

    private ColdStart() {}

    /** The folder that holds {@code fast/ROOM} and {@code aot/ROOM} is the only argument. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] args) throws Exception {
        Path apps = Path.of(args[0]);
        Person person = Person.admin("bench");
        System.out.printf("JDK %s, median of %d runs%n", Runtime.version(), RUNS);
        System.out.println("| room | | whole | listens | Quarkus says | ready | first answer | RSS |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        for (Subject subject : Subject.values()) {
            Row fast = measure(subject, person, List.of(), apps.resolve("fast").resolve(subject.room()));
            Path aot = apps.resolve("aot").resolve(subject.room());
            if (!Files.exists(aot.resolve(Train.CACHE))) {
                Train.train(subject, person, Train.java(), aot);
            }
            // an unusable cache is an error, not a slow start
            Row cached = measure(subject, person, List.of("-XX:AOTCache=" + Train.CACHE, "-XX:AOTMode=on"), aot);
            System.out.println("| " + subject.room() + " | fast-jar | " + fast + " |");
            System.out.println("| " + subject.room() + " | AOT cache | " + cached + " |");
        }
    }

    private static Row measure(Subject subject, Person person, List<String> flags, Path app) throws Exception {
        List<Row> rows = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            try (RoomRun room = RoomRun.start(subject, person, Train.java(), flags, app)) {
                RoomRun.Parts parts = room.start();
                rows.add(new Row(parts, room.residentMebibytes()));
            }
        }
        rows.sort(java.util.Comparator.comparing(row -> row.parts().whole()));
        return rows.get(RUNS / 2);
    }

    private record Row(RoomRun.Parts parts, long mebibytes) {
        @Override
        public String toString() {
            return "%.2f s | %.2f s | %.2f s | %.2f s | %.2f s | %d MiB"
                    .formatted(
                            seconds(parts.whole()),
                            seconds(parts.listening()),
                            seconds(parts.quarkus()),
                            seconds(parts.ready()),
                            seconds(parts.answer()),
                            mebibytes);
        }

        private static double seconds(Duration time) {
            return time.toMillis() / 1000.0;
        }
    }
}
