package io.litemaas.bench;

import io.litemaas.testing.Person;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A packaged room as a process, from its start to its end by SIGTERM. */
final class RoomRun implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Subject subject;
    private final Person person;
    private final Process process;
    private final int port;
    private final long began;

    private RoomRun(Subject subject, Person person, Process process, int port, long began) {
        this.subject = subject;
        this.person = person;
        this.process = process;
        this.port = port;
        this.began = began;
    }

    /**
     * Starts a room.
     *
     * @param java the program
     * @param flags before {@code -jar}
     * @param app the folder of {@code quarkus-run.jar}, in which it runs
     */
    static RoomRun start(Subject subject, Person person, String java, List<String> flags, Path app) throws IOException {
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(java, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(flags);
        command.add("-Dquarkus.http.port=" + port);
        command.add("-Dquarkus.management.port=" + freePort());
        subject.settings().forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-jar", "quarkus-run.jar"));
        File log = app.resolve("bench.log").toFile();
        long began = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .directory(app.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        return new RoomRun(subject, person, process, port, began);
    }

    /** The time from the process's start to the first right answer. */
    Duration untilFirstAnswer() throws InterruptedException {
        while (System.nanoTime() - began < PATIENCE.toNanos() && process.isAlive()) {
            if (answers(subject.questions().get(0))) {
                return Duration.ofNanos(System.nanoTime() - began);
            }
            Thread.sleep(5);
        }
        throw new IllegalStateException(subject.room() + " gave no right answer; see its bench.log");
    }

    /** Asks all that a person asks. */
    void askAll() throws InterruptedException {
        for (String question : subject.questions()) {
            if (!answers(question)) {
                throw new IllegalStateException(subject.room() + " did not answer " + question);
            }
        }
    }

    /** Resident memory in MiB, as Linux counts it. */
    long residentMebibytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .sum()
                / 1024;
    }

    /** SIGTERM; returns when the process has ended, which in a training run is when its cache is written. */
    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    private boolean answers(String question) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + question))
                .header("Authorization", "Bearer " + person.token())
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
