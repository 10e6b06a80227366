package io.litemaas.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * What rooms need that run as processes of their own on one machine: the embedded PostgreSQL, migrated, for as long as
 * this program runs, and for each room a file of its settings that holds no other room's secrets. The data folder is the
 * only argument; {@code LITELLM_MASTER_KEY} is what access writes in LiteLLM with.
 */
public final class Apart {
    private Apart() {}

    /** Says that it is ready when the files are written, and runs until it is stopped. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] args) throws InterruptedException {
        Refusal.orElseStart(() -> prepare(args[0]));
        System.out.println("The database is ready.");
        Thread.currentThread().join();
    }

    private static void prepare(String data) {
        DataFolder folder = DataFolder.at(Path.of(data));
        LocalDatabase.Started database = LocalDatabase.start(folder);
        Runtime.getRuntime().addShutdownHook(new Thread(database::stop, "stop-postgres"));
        Map<String, String> settings = new HashMap<>(folder.secrets());
        settings.putAll(database.settings());
        settings.put("litemaas.litellm.key", System.getenv().getOrDefault("LITELLM_MASTER_KEY", ""));
        settings.put("litemaas.spend.litellm-key", ReadingKey.ofInstallation(settings));
        try {
            for (String room : RoomSettings.ROOMS) {
                Map<String, String> own = RoomSettings.forAll(settings);
                own.putAll(RoomSettings.of(room, settings));
                folder.keep(Path.of("rooms", room + ".properties"), own);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The rooms' settings can't be written", e);
        }
    }
}
