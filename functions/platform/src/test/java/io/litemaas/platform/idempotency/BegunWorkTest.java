package io.litemaas.platform.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.litemaas.platform.idempotency.IdempotentRequest.Fingerprint;
import io.litemaas.platform.problem.HttpProblem;
import io.litemaas.platform.problem.Problem;
import io.litemaas.platform.room.Room;
import io.litemaas.testing.Sql;
import io.litemaas.testing.TestDatabase;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Work that can't end in one transaction, and was refused on its way. */
class BegunWorkTest {
    private final Problem refused = Problem.of(HttpProblem.NOT_FOUND, "There is no such thing.");

    private final Sql sql = TestDatabase.shared().sql();
    private final Room room = Room.over("access", TestDatabase.shared().as("access"));
    private final Once once = new Once(Clock.systemUTC(), new ObjectMapper());
    private final UUID user = UUID.randomUUID();
    private final Fingerprint request = new Fingerprint(user, "keys/issue", new byte[32], new byte[32]);

    @Test
    void locks_the_request_before_the_work_as_who_repeats_it_does() {
        begin();

        boolean ended = room.inTransaction(handle -> once.refuseBegun(handle, room, request, refused, () -> {
            assertThat(sql.value(
                            "select count(*) from (select from access.idempotency where user_id = ? for update skip locked) free",
                            user))
                    .isEqualTo("0");
            return true;
        }));

        assertThat(ended).isTrue();
        assertThatThrownBy(this::begin).isInstanceOf(Problem.class).hasMessage(refused.getMessage());
    }

    @Test
    void keeps_nothing_where_the_work_was_not_to_be_ended_any_more() {
        begin();

        assertThat(room.<Boolean>inTransaction(handle -> once.refuseBegun(handle, room, request, refused, () -> false)))
                .isFalse();

        begin();
    }

    private void begin() {
        room.useTransaction(handle -> once.begin(handle, room, request, UUID.randomUUID()));
    }
}
