package io.litemaas.access.kill;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The packaged room as a process of its own, which can be killed, stopped and continued. */
final class RoomProcess implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(60);

    private final String name;
    private final Process process;
    private final Path log;
    private final int port;
    private final int managementPort;

    private RoomProcess(String name, Process process, Path log, int port, int managementPort) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.port = port;
        this.managementPort = managementPort;
    }

    /** Starts the room, without waiting until it is ready. Its connections to PostgreSQL bear its name. */
    static RoomProcess start(String name, Map<String, String> settings) {
        Path jar = Path.of(System.getProperty("litemaas.room.jar"));
        int port = freePort();
        int managementPort = freePort();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx128m",
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + port,
                "-Dquarkus.management.host=127.0.0.1",
                "-Dquarkus.management.port=" + managementPort,
                "-Dquarkus.datasource.access.jdbc.additional-jdbc-properties.ApplicationName=" + name));
        settings.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(List.of("-jar", jar.toString()));
        Path log = jar.resolveSibling("../kill-" + name + ".log").normalize();
        Process process = launch(command, log.toFile());
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return new RoomProcess(name, process, log, port, managementPort);
    }

    RoomProcess awaitReady() {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest ready = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + "/q/health/ready"))
                .build();
        await("the start of " + name + ", see " + log)
                .atMost(START)
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() ->
                        http.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200);
        return this;
    }

    String name() {
        return name;
    }

    int port() {
        return port;
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** SIGKILL; returns when the process is gone. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** SIGSTOP: it does nothing any more, and its connections stay open. */
    void freeze() {
        signal("-STOP");
    }

    /** SIGCONT: it goes on as if no time had passed. */
    void thaw() {
        signal("-CONT");
    }

    String log() {
        try {
            return Files.readString(log, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }

    private void signal(String signal) {
        Process sent = launch(List.of("kill", signal, Long.toString(process.pid())), new File("/dev/null"));
        if (sent.onExit().join().exitValue() != 0) {
            throw new IllegalStateException("kill " + signal + " failed for " + name);
        }
    }

    private static Process launch(List<String> command, File output) {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
