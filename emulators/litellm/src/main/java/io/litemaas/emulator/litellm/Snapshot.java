package io.litemaas.emulator.litellm;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** All that an emulator holds at one moment, to go back to. */
public final class Snapshot {
    private final ObjectNode json;

    Snapshot(ObjectNode json) {
        this.json = json;
    }

    ObjectNode json() {
        return json;
    }
}
