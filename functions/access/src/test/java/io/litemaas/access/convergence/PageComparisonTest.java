package io.litemaas.access.convergence;

import static org.assertj.core.api.Assertions.assertThat;

import io.litemaas.access.AccessQuarkusTest;
import io.litemaas.access.AccessTest;
import io.litemaas.litellm.KeyHash;
import io.litemaas.litellm.ListedKey;
import io.litemaas.platform.id.Ids;
import io.litemaas.platform.room.Room;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A reconcile costs the database by the page, not by the key. */
@QuarkusTest
@AccessQuarkusTest
class PageComparisonTest extends AccessTest {
    @Inject
    @DataSource("access")
    Room room;

    @Inject
    Ids ids;

    @ParameterizedTest
    @ValueSource(ints = {1, 99})
    void asks_four_times_however_many_keys_are_others(int strangers) {
        List<ListedKey> page = new ArrayList<>(IntStream.range(0, strangers)
                .mapToObj(i -> stranger(fresh(), "somebody-else"))
                .toList());
        page.add(stranger(issued(user).path("value"), user.id().toString()));
        List<String> statements = new ArrayList<>();

        int changed = room.inTransaction(handle -> {
            handle.setSqlLogger(new SqlLogger() {
                @Override
                public void logAfterExecution(StatementContext context) {
                    statements.add(context.getRawSql());
                }
            });
            return new PageComparison(handle, "lm:litemaas:", ids, Instant.now()).compare(page);
        });

        assertThat(statements).hasSize(4);
        assertThat(changed).isEqualTo(1);
    }

    /** A key of a form that we don't know. */
    private static ListedKey stranger(String value, String userId) {
        return new ListedKey(new KeyHash(sha256(value)), Optional.empty(), Optional.of(userId), Optional.empty());
    }
}
