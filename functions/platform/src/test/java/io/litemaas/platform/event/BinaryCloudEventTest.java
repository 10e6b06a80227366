package io.litemaas.platform.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.litemaas.platform.room.Room;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class BinaryCloudEventTest {
    private static final Room OPERATIONS = new Room("operations", Jdbi.create("jdbc:postgresql://nowhere/none"));
    private static final UUID ID = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");

    @Test
    void names_the_event_as_the_outbox_has_it() {
        HttpHeaders headers = headersOf("io.litemaas.key.changed.v1", Optional.empty());

        assertThat(headers.firstValue("ce-specversion")).contains("1.0");
        assertThat(headers.firstValue("ce-id")).contains(ID.toString());
        assertThat(headers.firstValue("ce-source")).contains("/litemaas/operations");
        assertThat(headers.firstValue("ce-type")).contains("io.litemaas.key.changed.v1");
        assertThat(headers.firstValue("ce-subject")).contains("about");
        assertThat(headers.firstValue("ce-time")).contains("2026-01-01T00:00:00Z");
        assertThat(headers.firstValue("ce-job")).isEmpty();
        assertThat(headers.firstValue("ce-room")).isEmpty();
    }

    @Test
    void tells_triggers_which_room_has_the_job_that_is_due() {
        HttpHeaders headers = headersOf("io.litemaas.job.due.v1", Optional.of("access.end-keys"));

        assertThat(headers.firstValue("ce-job")).contains("access.end-keys");
        assertThat(headers.firstValue("ce-room")).contains("access");
    }

    private static HttpHeaders headersOf(String type, Optional<String> job) {
        Event event = new Event(ID, type, "about", job, "{}", Instant.parse("2026-01-01T00:00:00Z"));
        return BinaryCloudEvent.request(URI.create("http://127.0.0.1/"), OPERATIONS, event)
                .build()
                .headers();
    }
}
