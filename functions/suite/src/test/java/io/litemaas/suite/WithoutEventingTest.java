package io.litemaas.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.litemaas.platform.event.Outbox;
import io.litemaas.platform.room.Room;
import io.litemaas.testing.Sql;
import io.litemaas.testing.TestDatabase;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A suite for whom nobody set {@code K_SINK}: it delivers by itself, and ticks by itself. */
@QuarkusTest
@QuarkusTestResource(
        value = SuiteResource.class,
        restrictToAnnotatedClass = true,
        initArgs = @ResourceArg(name = "broker", value = "none"))
class WithoutEventingTest {
    private final Sql sql = TestDatabase.shared().sql();

    @Inject
    @DataSource("spend")
    Room spend;

    @Inject
    @DataSource("spend")
    Outbox outbox;

    @Test
    void an_event_reaches_the_handlers_of_its_type_and_no_others() {
        String subject = UUID.randomUUID().toString();
        Map<String, ?> data = Map.of("key", subject);

        spend.useTransaction(handle -> outbox.announce(handle, "io.litemaas.allowance.changed.v1", subject, data));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(handlersOf(subject)).isEqualTo("access/converge-allowance"));
    }

    @Test
    void a_tick_runs_what_is_due() {
        sql.run("update operations.job set next_due = now() - interval '1 hour' where name = 'access.sync-models'");

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(sql.value(
                                "select next_due > now() from operations.job where name = 'access.sync-models'"))
                        .isEqualTo("t"));
    }

    private String handlersOf(String subject) {
        return sql.value("""
                select string_agg(handler, ' ') from (
                  select event_id, handler from access.inbox union all select event_id, handler from spend.inbox
                  union all select event_id, handler from alerts.inbox) i
                join spend.outbox o on o.id = i.event_id where o.subject = ?""", subject);
    }
}
