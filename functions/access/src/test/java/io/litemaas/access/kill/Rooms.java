package io.litemaas.access.kill;

import io.litemaas.emulator.litellm.LiteLlmEmulator;
import io.litemaas.testing.Events;
import io.litemaas.testing.SigningKeys;
import io.litemaas.testing.TestDatabase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The processes of one installation: one that lives throughout, and one after the other to be killed. */
final class Rooms implements AutoCloseable {
    private final Map<String, String> settings;
    private final List<RoomProcess> started = new ArrayList<>();
    private final RoomProcess survivor;
    private CompletableFuture<RoomProcess> next;

    Rooms(LiteLlmEmulator emulator, Broker broker) {
        settings = settings(emulator, broker);
        survivor = start("survivor");
        next = startNext();
        survivor.awaitReady();
    }

    RoomProcess survivor() {
        return survivor;
    }

    /** A process that nobody has used; the one after it starts meanwhile. */
    RoomProcess victim() {
        RoomProcess victim = next.join();
        next = startNext();
        return victim;
    }

    /** All that the processes have logged. */
    List<String> logs() {
        next.join();
        return started.stream().map(RoomProcess::log).toList();
    }

    @Override
    public void close() {
        started.forEach(RoomProcess::close);
    }

    private CompletableFuture<RoomProcess> startNext() {
        RoomProcess victim = start("victim-" + started.size());
        return CompletableFuture.supplyAsync(victim::awaitReady);
    }

    private RoomProcess start(String name) {
        RoomProcess room = RoomProcess.start(name, settings);
        started.add(room);
        return room;
    }

    private static Map<String, String> settings(LiteLlmEmulator emulator, Broker broker) {
        Map<String, String> settings = new HashMap<>();
        settings.put("litemaas.database.url", TestDatabase.shared().url());
        settings.put("litemaas.access.database-password", TestDatabase.PASSWORD);
        settings.put("litemaas.token.verification-keys", SigningKeys.publicKeys());
        settings.put("litemaas.secure-cookies", "false");
        settings.put("litemaas.expose", "suite");
        settings.put("litemaas.relay-secret", Events.RELAY_SECRET);
        settings.put("litemaas.sink", broker.url());
        settings.put("litemaas.litellm.url", emulator.url());
        settings.put("litemaas.litellm.key", emulator.masterKey());
        settings.put("litemaas.access.pepper.current", "p1");
        settings.put("litemaas.access.pepper.values.p1", "0123456789abcdef".repeat(4));
        return settings;
    }
}
