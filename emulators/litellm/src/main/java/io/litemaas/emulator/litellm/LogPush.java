package io.litemaas.emulator.litellm;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Request logs as LiteLLM's {@code generic_api} callback pushes them: a JSON array, flushed from time to time, with
 * static headers. A batch that does not arrive is gone.
 */
final class LogPush {
    private static final int LARGEST = 512;

    private final EmulatorOptions options;
    private final Store store;
    private final Faults faults;
    private final Push push;
    private final List<ObjectNode> waiting = new ArrayList<>();

    LogPush(EmulatorOptions options, Store store, Faults faults, Push push) {
        this.options = options;
        this.store = store;
        this.faults = faults;
        this.push = push;
    }

    void add(SpendRow row, ObjectNode request, ObjectNode answer) {
        if (options.logEndpoint().isEmpty()) {
            return;
        }
        ObjectNode key = store.key(row.keyHash()).orElseGet(Json::object);
        ObjectNode user = store.user(row.userId()).orElseGet(Json::object);
        waiting.add(LogPayload.of(row, key, user, request, answer));
        if (waiting.size() >= LARGEST) {
            flush();
        }
    }

    void flush() {
        if (waiting.isEmpty() || options.logEndpoint().isEmpty()) {
            return;
        }
        ArrayNode batch = Json.MAPPER.createArrayNode();
        waiting.forEach(batch::add);
        waiting.clear();
        if (!faults.dropsPush()) {
            push.post(options.logEndpoint().get(), options.logHeaders(), Json.write(batch), status -> {});
        }
    }
}
