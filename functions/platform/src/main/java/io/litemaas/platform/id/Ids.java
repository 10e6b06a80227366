package io.litemaas.platform.id;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.util.Random;
import java.util.UUID;

/** Makes ids: UUIDs of version 7 (RFC 9562), which sort by the time they were made. */
public final class Ids {
    private final NoArgGenerator generator;

    public Ids(Random randomness) {
        this.generator = Generators.timeBasedEpochRandomGenerator(randomness);
    }

    /** A new id. */
    public UUID next() {
        return generator.generate();
    }
}
