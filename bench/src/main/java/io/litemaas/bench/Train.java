package io.litemaas.bench;

import io.litemaas.testing.Person;
import java.nio.file.Path;
import java.util.List;

/** {@code bench/train ROOM APP}: makes {@code APP/app.aot} by starting the room there and calling it. Needs JDK 25. */
public final class Train {
    static final String CACHE = "app.aot";

    private Train() {}

    /** The room's name and the folder of its packaged application are the arguments. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] args) throws Exception {
        Subject subject = Subject.named(args[0]);
        Path app = Path.of(args[1]);
        train(subject, Person.admin("trainer"), java(), app);
        System.out.println(subject.room() + ": " + app.resolve(CACHE));
    }

    static void train(Subject subject, Person person, String java, Path app) throws Exception {
        try (RoomRun run = RoomRun.start(subject, person, java, List.of("-XX:AOTCacheOutput=" + CACHE), app)) {
            run.start();
            run.askAll();
        }
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
