package io.litemaas.bench.load;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A whole LiteMaaS of one build, started by its own command. */
final class Installation implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** By this header the bench says whose call it is, as a gateway does. */
    static final String CLIENT_HEADER = "X-Bench-Client";

    private final Process process;
    private final Path data;
    private final int port;

    private Installation(Process process, Path data, int port) {
        this.process = process;
        this.data = data;
        this.port = port;
    }

    static Installation start(Path build, Database database, int port) throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("litemaas-bench");
        ProcessBuilder command = new ProcessBuilder(
                        build.resolve("litemaas").toString(),
                        "start",
                        "--port",
                        Integer.toString(port),
                        "--data",
                        data.resolve("data").toString())
                .directory(build.toFile())
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("start.log").toFile());
        command.environment().put("LITEMAAS_DATABASE_OWNER_URL", database.url());
        command.environment().put("LITEMAAS_CLIENT_HEADER", CLIENT_HEADER);
        Installation installation = new Installation(command.start(), data, port);
        installation.awaitReady();
        return installation;
    }

    private void awaitReady() throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.readString(data.resolve("start.log")).contains("LiteMaaS is ready")) {
            if (!process.isAlive() || System.nanoTime() > end) {
                close();
                throw new IOException("LiteMaaS did not start: " + Files.readString(data.resolve("start.log")));
            }
            Thread.sleep(200);
        }
    }

    URI api() {
        return URI.create("http://127.0.0.1:" + port);
    }

    URI litellm() {
        return URI.create("http://127.0.0.1:" + (port + 2));
    }

    URI provider() {
        return URI.create("http://127.0.0.1:" + (port + 3));
    }

    /** What the process of the rooms has used so far. */
    Usage usage() throws IOException {
        ProcessHandle suite = process.descendants()
                .filter(child -> child.info().arguments().map(List::of).orElse(List.of()).stream()
                        .anyMatch(argument -> argument.endsWith("quarkus-run.jar")))
                .findFirst()
                .orElseThrow(() -> new IOException("The suite is not running any more; see " + data));
        return Usage.of(suite.pid());
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
