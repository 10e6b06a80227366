package io.litemaas.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.litemaas.platform.caller.Role;
import io.litemaas.platform.caller.Scope;
import io.litemaas.platform.face.Changes;
import io.litemaas.platform.face.Functions;
import io.litemaas.platform.face.Operation;
import io.litemaas.platform.room.Room;
import io.litemaas.platform.room.Rooms;
import io.litemaas.testing.Contract;
import io.litemaas.testing.ContractOperation;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the functions declare of themselves is what the contract promises, for all rooms at once. */
@QuarkusTest
@QuarkusTestResource(value = SuiteResource.class, restrictToAnnotatedClass = true)
class DeclarationsTest {
    @Inject
    Functions functions;

    @Inject
    Rooms rooms;

    @Test
    void each_operation_has_its_function_and_each_function_its_operation() {
        List<Declaration> declared =
                functions.operations().stream().map(Declaration::of).toList();

        assertThat(declared)
                .containsExactlyInAnyOrderElementsOf(Contract.load().operations().stream()
                        .map(Declaration::of)
                        .toList());
    }

    @Test
    void each_room_acts_in_the_database_as_its_own_role() {
        for (Room room : rooms.all()) {
            String role = room.inTransaction(handle -> handle.createQuery("select current_user::text")
                    .mapTo(String.class)
                    .one());
            assertThat(role).isEqualTo("litemaas_" + room.name());
        }
    }

    @Test
    void each_handler_of_events_takes_an_event_that_a_room_or_the_tick_sends() {
        assertThat(functions.handlers())
                .isNotEmpty()
                .allSatisfy(handler ->
                        assertThat(handler.type()).matches("io\\.litemaas\\..+\\.v1|dev\\.knative\\.sources\\.ping"));
    }

    /** What a function and its operation both say. */
    private record Declaration(
            String path,
            String method,
            String room,
            String role,
            String scope,
            boolean session,
            boolean idempotencyKey,
            boolean page,
            int rate) {

        static Declaration of(Operation operation) {
            return new Declaration(
                    operation.template(),
                    operation.method().name(),
                    operation.room().name(),
                    operation.role().word(),
                    operation.scope().word(),
                    operation.role() != Role.ANYONE || operation.scope() != Scope.PERSON,
                    operation.creates() != Changes.Creation.NOTHING,
                    operation.page(),
                    operation.rate().perMinute());
        }

        static Declaration of(ContractOperation operation) {
            return new Declaration(
                    operation.path(),
                    operation.method(),
                    operation.room(),
                    operation.role(),
                    operation.scope(),
                    operation.session(),
                    operation.idempotencyKey(),
                    operation.page(),
                    operation.rate());
        }
    }
}
