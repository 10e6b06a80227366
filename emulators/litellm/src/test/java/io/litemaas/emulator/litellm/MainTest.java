package io.litemaas.emulator.litellm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MainTest {
    @Test
    void takes_a_secret_header_from_the_environment() {
        EmulatorOptions options = Main.withEnvironment(
                Main.options("--port", "0"), Map.of("GENERIC_LOGGER_HEADERS", "X-LiteMaaS-Push=secret=1"));

        assertThat(options.logHeaders()).containsExactly(Map.entry("X-LiteMaaS-Push", "secret=1"));
        assertThat(Main.withEnvironment(options, Map.of())).isSameAs(options);
    }

    @Test
    void takes_a_secret_address_for_alerts_from_the_environment() {
        EmulatorOptions options = Main.withEnvironment(
                Main.options("--port", "0"),
                Map.of("WEBHOOK_URL", "http://127.0.0.1:8080/ledger/litellm-alerts/secret"));

        assertThat(options.alertWebhook()).hasValue(URI.create("http://127.0.0.1:8080/ledger/litellm-alerts/secret"));
    }

    @Test
    void reads_its_flags() {
        EmulatorOptions options = Main.options(
                "--port",
                "4001",
                "--master-key",
                "sk-m",
                "--data",
                "d",
                "--flush-seconds",
                "0.5",
                "--log-endpoint",
                "http://localhost:1/l",
                "--log-header",
                "a=b=c",
                "--alert-webhook",
                "http://localhost:1/a");

        assertThat(options.port()).isEqualTo(4001);
        assertThat(options.masterKey()).isEqualTo("sk-m");
        assertThat(options.data()).contains(Path.of("d"));
        assertThat(options.flush()).isEqualTo(Duration.ofMillis(500));
        assertThat(options.logEndpoint()).contains(URI.create("http://localhost:1/l"));
        assertThat(options.logHeaders()).containsEntry("a", "b=c");
        assertThat(options.alertWebhook()).contains(URI.create("http://localhost:1/a"));
    }

    @Test
    void says_how_it_is_used() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Main.options("--nope", "x"))
                .withMessageStartingWith("Usage:");
        assertThatIllegalArgumentException().isThrownBy(() -> Main.options("--port"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Main.options("--port", "http"))
                .withMessageStartingWith("Usage:");
    }
}
