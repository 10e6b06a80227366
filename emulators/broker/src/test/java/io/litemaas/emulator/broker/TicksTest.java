package io.litemaas.emulator.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TicksTest {

    @Test
    void sends_what_a_ping_source_sends_again_and_again(@TempDir Path folder) throws Exception {
        Folder.in(folder).withTick("* * * * *");
        try (Rooms rooms = new Rooms();
                BrokerEmulator broker = BrokerEmulator.start(BrokerOptions.of(folder)
                        .withService("rooms", rooms.url())
                        .withTick(Duration.ofMillis(50)))) {
            await().untilAsserted(() -> assertThat(rooms.at("/jobs/run-due")).hasSizeGreaterThan(1));
            assertThat(rooms.at("/jobs/run-due")).allSatisfy(tick -> {
                assertThat(tick.header("ce-type")).isEqualTo("dev.knative.sources.ping");
                assertThat(tick.header("ce-specversion")).isEqualTo("1.0");
                assertThat(tick.header("Content-Type")).isEqualTo("application/json");
                assertThat(tick.body()).isEqualTo("{}");
            });
            assertThat(rooms.all()).extracting(tick -> tick.header("ce-id")).doesNotHaveDuplicates();
            assertThat(broker.url()).isNotNull();
        }
    }

    @Test
    void goes_by_the_five_fields_of_cron() {
        assertThat(next("* * * * *", "2026-01-01T10:00:30Z")).isEqualTo("2026-01-01T10:01Z");
        assertThat(next("*/15 * * * *", "2026-01-01T10:00:00Z")).isEqualTo("2026-01-01T10:15Z");
        assertThat(next("10-12/2,40 3 * * *", "2026-01-01T03:12:00Z")).isEqualTo("2026-01-01T03:40Z");
        assertThat(next("0 0 1 3 *", "2026-01-01T00:00:00Z")).isEqualTo("2026-03-01T00:00Z");
        assertThat(next("0 9 * * 0", "2026-01-01T00:00:00Z")).isEqualTo("2026-01-04T09:00Z");
    }

    @Test
    void refuses_a_schedule_that_is_none() {
        assertThatThrownBy(() -> Schedule.parse("0 * * * * *")).hasMessageContaining("five fields");
        assertThatThrownBy(() -> Schedule.parse("60 * * * *")).hasMessageContaining("0 to 59");
        assertThatThrownBy(() -> Schedule.parse("@daily * * * *")).hasMessageContaining("@daily");
    }

    private static String next(String cron, String after) {
        return Schedule.parse(cron).after(ZonedDateTime.parse(after)).toString();
    }
}
