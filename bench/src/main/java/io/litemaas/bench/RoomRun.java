package io.litemaas.bench;

import io.litemaas.testing.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A packaged room as a process, from its start to its end by SIGTERM. */
final class RoomRun implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern STARTED = Pattern.compile("started in (\\d+\\.\\d{3})s");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Subject subject;
    private final Person person;
    private final Process process;
    private final Path log;
    private final int port;
    private final int managementPort;
    private final long began;

    private RoomRun(
            Subject subject, Person person, Process process, Path log, int port, int managementPort, long began) {
        this.subject = subject;
        this.person = person;
        this.process = process;
        this.log = log;
        this.port = port;
        this.managementPort = managementPort;
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
        int managementPort = freePort();
        List<String> command = new ArrayList<>(List.of(java, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(flags);
        command.add("-Dquarkus.http.port=" + port);
        command.add("-Dquarkus.management.port=" + managementPort);
        subject.settings().forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-jar", "quarkus-run.jar"));
        Path log = app.resolve("bench.log");
        long began = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .directory(app.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new RoomRun(subject, person, process, log, port, managementPort, began);
    }

    /** How long each part of a start takes. */
    Parts start() throws InterruptedException, IOException {
        Duration listening = until(this::listens);
        Duration ready = until(this::isReady);
        Duration answered = untilFirstAnswer();
        return new Parts(listening, quarkus(), ready.minus(listening), answered.minus(ready));
    }

    /** The time from the process's start to the first right answer. */
    Duration untilFirstAnswer() throws InterruptedException {
        return until(() -> answers(subject.questions().get(0)));
    }

    private Duration until(Happened happened) throws InterruptedException {
        while (System.nanoTime() - began < PATIENCE.toNanos() && process.isAlive()) {
            if (happened.yet()) {
                return Duration.ofNanos(System.nanoTime() - began);
            }
            Thread.sleep(2);
        }
        throw new IllegalStateException(subject.room() + " gave no right answer; see its bench.log");
    }

    private boolean listens() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 100);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** What Serving's proxy asks. */
    private boolean isReady() throws InterruptedException {
        return isOk(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + "/q/health/ready")));
    }

    /** What Quarkus says of its own start, from its first line of code on. */
    private Duration quarkus() throws IOException {
        Matcher said = STARTED.matcher(Files.readString(log));
        if (!said.find()) {
            throw new IllegalStateException(subject.room() + " does not say when it started; see its bench.log");
        }
        return Duration.ofMillis(new BigDecimal(said.group(1)).movePointRight(3).longValueExact());
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
        return isOk(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + question))
                .header("Authorization", "Bearer " + person.token()));
    }

    private boolean isOk(HttpRequest.Builder request) throws InterruptedException {
        try {
            return http.send(request.timeout(Duration.ofSeconds(5)).build(), HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
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

    /** Something that is asked until it is so. */
    private interface Happened {
        boolean yet() throws InterruptedException;
    }

    /**
     * The parts of a start, one after the other, and what Quarkus says.
     *
     * @param listening until the port opens
     * @param quarkus how long Quarkus says that it took: from its first line of code until after the port is open, so it is no
     *     part of the whole
     * @param ready until the schema was found new enough
     * @param answer until the first right answer, which takes a query
     */
    record Parts(Duration listening, Duration quarkus, Duration ready, Duration answer) {
        Duration whole() {
            return listening.plus(ready).plus(answer);
        }
    }
}
