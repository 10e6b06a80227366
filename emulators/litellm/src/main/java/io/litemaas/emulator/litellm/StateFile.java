package io.litemaas.emulator.litellm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The state on disk, always whole: written beside, then moved into place. */
final class StateFile {
    private final Path file;

    StateFile(Path folder) {
        file = folder.resolve("litellm.json");
    }

    void readInto(Store store) {
        try {
            if (Files.exists(file)) {
                store.restore(Json.readDoubles(Files.readString(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(ObjectNode state) {
        try {
            Files.createDirectories(file.getParent());
            Path beside = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(beside, Json.write(state));
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
