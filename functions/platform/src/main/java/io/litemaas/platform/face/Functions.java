package io.litemaas.platform.face;

import io.litemaas.platform.room.Rooms;
import io.quarkus.funqy.knative.events.CloudEventMapping;
import io.quarkus.funqy.runtime.FunctionInvoker;
import io.quarkus.funqy.runtime.FunctionRecorder;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** All functions of this process, as they declare themselves; one that declares nothing stops the start. */
@Singleton
public class Functions {
    private final Map<String, Operation> operations = new HashMap<>();
    private final Map<String, EventHandler> handlers = new HashMap<>();

    Functions(Rooms rooms) {
        for (FunctionInvoker function : FunctionRecorder.registry.invokers()) {
            add(function, rooms);
        }
    }

    /** The operations that people call. */
    public Collection<Operation> operations() {
        return operations.values();
    }

    /** The handlers that events call. */
    public Collection<EventHandler> handlers() {
        return handlers.values();
    }

    Optional<Operation> operation(String path) {
        return Optional.ofNullable(operations.get(path));
    }

    Optional<EventHandler> handler(String path) {
        return Optional.ofNullable(handlers.get(path));
    }

    private void add(FunctionInvoker function, Rooms rooms) {
        CloudEventMapping mapping = function.getMethod().getAnnotation(CloudEventMapping.class);
        if (mapping != null) {
            EventHandler handler = new EventHandler(
                    function.getName(),
                    mapping.trigger(),
                    rooms.of(function.getTargetClass()).name());
            handler.mustFilterOnItself(mapping);
            handlers.put(function.getName(), handler);
            return;
        }
        Operation operation = Operation.of(function, rooms.of(function.getTargetClass()))
                .orElseThrow(() -> new IllegalStateException(
                        function.getName() + " declares neither @Reads nor @Changes nor @CloudEventMapping"));
        operations.put(function.getName(), operation);
    }
}
