package io.litemaas.emulator.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class MainTest {
    @TempDir
    private Path folder;

    private static Process run(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "io.litemaas.emulator.broker.Main"));
        command.addAll(List.of(arguments));
        ProcessBuilder program = new ProcessBuilder(command).redirectErrorStream(true);
        program.environment().put("BROKER_HEADER", "X-LiteMaaS-Relay=by-environment");
        return program.start();
    }

    private static String output(Process program) throws IOException {
        return new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void says_where_it_is_delivers_and_ends_on_sigterm() throws Exception {
        Folder.in(folder).withTrigger(Folder.SUBSCRIBER + Folder.DELIVERY);
        try (Rooms rooms = new Rooms()) {
            Process program = run("--triggers", folder.toString(), "--service", "rooms=" + rooms.url());
            try (BufferedReader lines = program.inputReader(StandardCharsets.UTF_8)) {
                String ready = lines.readLine();
                assertThat(ready).matches("Broker stand-in ready at http://127\\.0\\.0\\.1:\\d+");

                new Poster(URI.create(ready.substring(ready.indexOf("http")))).post("e1", Poster.SIGNED_IN);

                await().untilAsserted(() -> assertThat(rooms.all()).hasSize(1));
                assertThat(rooms.all().get(0).header("X-LiteMaaS-Relay")).isEqualTo("by-environment");
                program.destroy();
                assertThat(program.waitFor(20, TimeUnit.SECONDS)).isTrue();
            } finally {
                program.destroyForcibly();
            }
        }
    }

    @Test
    void says_in_a_sentence_what_is_wrong_with_a_manifest() throws Exception {
        Folder.in(folder).withTrigger(Folder.SUBSCRIBER + Folder.DELIVERY.replace("retry", "retries"));
        Process program = run("--triggers", folder.toString());

        String output = output(program);

        assertThat(program.waitFor()).isEqualTo(1);
        assertThat(output).contains("trigger.yaml: spec.delivery.retries").doesNotContain("\tat ");
    }

    @Test
    void says_in_a_sentence_that_its_port_is_taken() throws Exception {
        Folder.in(folder);
        try (BrokerEmulator holder = BrokerEmulator.start(BrokerOptions.of(folder))) {
            String port = Integer.toString(holder.url().getPort());
            Process program = run("--triggers", folder.toString(), "--port", port);

            String output = output(program);

            assertThat(program.waitFor()).isEqualTo(1);
            assertThat(output).contains("port " + port + " is taken").doesNotContain("\tat ");
        }
    }

    @Test
    void explains_its_options_when_it_does_not_understand() throws Exception {
        for (String[] arguments : List.of(
                new String[] {"--prot", "1"}, new String[] {"--port"}, new String[] {"--service", "no-address"})) {
            Process program = run(arguments);

            assertThat(output(program)).contains("--service NAME=ADDRESS");
            assertThat(program.waitFor()).isEqualTo(2);
        }
    }
}
