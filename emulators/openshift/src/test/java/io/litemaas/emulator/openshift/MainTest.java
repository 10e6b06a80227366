package io.litemaas.emulator.openshift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class MainTest {
    private static final String AUTHORIZE =
            "/oauth/authorize?response_type=code&client_id=app&redirect_uri=http://localhost/cb";

    @TempDir
    private Path folder;

    private static Process run(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "io.litemaas.emulator.openshift.Main"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static HttpResponse<String> get(String address) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void says_where_it_is_serves_the_people_of_a_file_and_ends_on_sigterm() throws Exception {
        Path users = Files.writeString(
                folder.resolve("users.json"), "[{\"name\":\"zoe\",\"fullName\":\"Zoe\",\"groups\":[\"g\"]}]");
        Process program = run("--client-id", "app", "--users", users.toString());
        try (BufferedReader output = program.inputReader(StandardCharsets.UTF_8)) {
            String ready = output.readLine();
            assertThat(ready).matches("OpenShift stand-in ready at http://127\\.0\\.0\\.1:\\d+");
            String url = ready.substring(ready.indexOf("http"));

            assertThat(get(url + AUTHORIZE).body()).contains("value=\"zoe\"").doesNotContain("value=\"alice\"");

            program.destroy();
            assertThat(program.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThatThrownBy(() -> get(url + AUTHORIZE)).isInstanceOf(ConnectException.class);
        } finally {
            program.destroyForcibly();
        }
    }

    @Test
    void says_in_a_sentence_why_it_can_not_start() throws Exception {
        try (OpenShiftEmulator holder = OpenShiftEmulator.start(EmulatorOptions.defaults())) {
            String port = Integer.toString(URI.create(holder.url()).getPort());
            Process program = run("--port", port);

            String output = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(program.waitFor()).isEqualTo(1);
            assertThat(output).contains("port " + port + " is taken").doesNotContain("\tat ");
        }
    }

    @Test
    void explains_its_options_when_it_does_not_understand() throws Exception {
        Process program = run("--prot", "1");

        String output = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(program.waitFor()).isEqualTo(2);
        assertThat(output).contains("unknown option --prot").contains("--client-secret");
    }
}
