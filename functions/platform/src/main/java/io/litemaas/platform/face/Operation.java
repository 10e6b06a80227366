package io.litemaas.platform.face;

import io.litemaas.platform.caller.Role;
import io.litemaas.platform.caller.Scope;
import io.litemaas.platform.room.Room;
import io.quarkus.funqy.runtime.FunctionInvoker;
import io.vertx.core.http.HttpMethod;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Optional;

/**
 * What a function that people call declares of itself.
 *
 * @param path without the leading slash, which is the function's name
 * @param secretSegment the setting that holds what must follow the path as its last segment
 * @param input what its body or query is read as
 */
public record Operation(
        String path,
        HttpMethod method,
        Role role,
        Scope scope,
        Rate rate,
        Changes.Creation creates,
        boolean page,
        boolean ownCredential,
        boolean bulk,
        Optional<String> secretSegment,
        Optional<Type> input,
        Room room) {

    /** A function whose caller the face does not look at can't be kept for some callers. */
    public Operation {
        if ((page || ownCredential) && role != Role.ANYONE) {
            throw new IllegalStateException(path + " is for " + role + ", so its caller must be known");
        }
    }

    /** The path as the contract has it. */
    public String template() {
        return secretSegment.isEmpty() ? path : path + "/{token}";
    }

    static Optional<Operation> of(FunctionInvoker function, Room room) {
        Method method = function.getMethod();
        Optional<Type> input = Optional.ofNullable(function.getInputType());
        Reads reads = method.getAnnotation(Reads.class);
        if (reads != null) {
            return Optional.of(new Operation(
                    function.getName(),
                    HttpMethod.GET,
                    reads.role(),
                    reads.scope(),
                    reads.rate(),
                    Changes.Creation.NOTHING,
                    reads.page(),
                    false,
                    false,
                    Optional.empty(),
                    input,
                    room));
        }
        return Optional.ofNullable(method.getAnnotation(Changes.class))
                .map(changes -> new Operation(
                        function.getName(),
                        HttpMethod.POST,
                        changes.role(),
                        changes.scope(),
                        changes.rate(),
                        changes.creates(),
                        false,
                        changes.ownCredential(),
                        changes.bulk(),
                        Optional.of(changes.secretSegment()).filter(setting -> !setting.isEmpty()),
                        input,
                        room));
    }
}
