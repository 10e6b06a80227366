package io.litemaas.suite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** A script of the folder {@code examples}, run as a newcomer runs it. */
record Example(int status, String output) {

    static Example run(String script) throws IOException, InterruptedException {
        return run(script, Map.of());
    }

    static Example run(String script, Map<String, String> settings) throws IOException, InterruptedException {
        ProcessBuilder process =
                new ProcessBuilder(Path.of("../../examples", script).toString()).redirectErrorStream(true);
        process.environment().putAll(SuiteResource.environment());
        process.environment().putAll(settings);
        Process running = process.start();
        String output = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Example(running.waitFor(), output);
    }
}
