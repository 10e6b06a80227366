package io.litemaas.alerts.inbox;

import static io.litemaas.alerts.inbox.Inboxes.inbox;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.litemaas.testing.Events;
import io.litemaas.testing.Person;
import io.litemaas.testing.RoomResource;
import io.litemaas.testing.Sql;
import io.litemaas.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whose key LiteLLM lost hears of it, whatever the wire says. */
@QuarkusTest
@QuarkusTestResource(value = RoomResource.class, initArgs = @ResourceArg(name = "rooms", value = "alerts"))
class LostKeyTest {
    private static final String LOST = "io.litemaas.key.lost.v1";

    private final Sql sql = TestDatabase.shared().sql();
    private final Person ulla = Person.user("ulla");
    private final Person ada = Person.admin("ada");

    @Test
    void tells_the_owner_and_nobody_else() {
        UUID key = keyOf(ulla, "now()");

        tell(announced(key), key);

        inbox(ulla)
                .body("items.title", contains("The key laptop is lost"))
                .body("items.kind", contains("key_lost"))
                .body("items.text", contains(startsWith("LiteLLM does not have it any more")));
        inbox(ada).body("items", hasSize(0));
    }

    @Test
    void makes_one_message_when_twenty_deliveries_come_at_once() {
        UUID key = keyOf(ulla, "now()");
        String event = announced(key);
        String other = announced(key);

        IntStream.range(0, 20).parallel().forEach(i -> tell(i % 2 == 0 ? event : other, key));

        assertThat(sql.value("select count(*) from alerts.message where cause_id = ?", key))
                .isEqualTo("1");
    }

    @Test
    void tells_nothing_on_a_forged_event_or_of_a_key_that_lives() {
        UUID lost = keyOf(ulla, "now()");
        UUID living = keyOf(ulla, "null");

        tell(UUID.randomUUID().toString(), lost);
        tell(announced(living), lost);

        inbox(ulla).body("items", hasSize(0));
    }

    @Test
    void tells_later_whose_event_never_came() {
        UUID key = keyOf(ulla, "now()");
        sql.run("""
                insert into access.credential (id, key_id, hash, pepper_id, state, attempt, created_at, ended_at)
                values (?, ?, sha256(cast(? as bytea)), 'p1', 'lost', 1, now() - interval '1 day', now() - interval '3 hours')
                """, UUID.randomUUID(), key, key.toString());
        sql.run("update alerts.told set until = now() - interval '30 days'");
        assertThat(sql.value("select due from alerts.published_due_tell_missed"))
                .isEqualTo("t");

        Events.runJob("alerts", "alerts.tell-missed");
        sql.run("update alerts.told set until = now() - interval '30 days'");
        Events.runJob("alerts", "alerts.tell-missed");

        inbox(ulla).body("items.title", contains("The key laptop is lost"));
        assertThat(sql.value("select due from alerts.published_due_tell_missed"))
                .isEqualTo("f");
    }

    private UUID keyOf(Person owner, String ended) {
        UUID id = UUID.randomUUID();
        sql.run("""
                insert into access.subscription (id, owner_id, name, state, requested_at) values (?, ?, 'work', 'active', now())
                """, id, owner.id());
        sql.run("""
                insert into access.key (id, owner_id, subscription_id, name, created_at, ended_at)
                values (?, ?, ?, 'laptop', now(),""" + ended + ")", id, owner.id(), id);
        return id;
    }

    private static String announced(UUID key) {
        return Events.announced("access", LOST, key.toString());
    }

    private static void tell(String event, UUID subject) {
        Events.event(event, LOST)
                .header("ce-subject", subject.toString())
                .post("/alerts/tell-key-lost")
                .then()
                .statusCode(204);
    }
}
