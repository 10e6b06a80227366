package io.litemaas.bench.load;

import io.litemaas.bench.load.Load.Measured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code ./litemaas bench}: measures the works that are named, of each build in turns, and prints a table. */
public final class Bench {
    private static final int FIRST_PORT = 9700;
    private static final int PORTS_EACH = 10;

    private static final Duration ROUND = Duration.ofSeconds(3);
    private static final int SETTLED = 2;
    private static final int MOST_ROUNDS = 20;

    private final BenchOptions options;

    private Bench(BenchOptions options) {
        this.options = options;
    }

    /** The folder of this checkout is the first argument; the others are {@link BenchOptions#USAGE}. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] args) throws Exception {
        BenchOptions options;
        try {
            options = BenchOptions.of(Path.of(args[0]), List.of(args).subList(1, args.length));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        new Bench(options).run();
    }

    private void run() throws Exception {
        List<Candidate> candidates = new ArrayList<>();
        try {
            for (Map.Entry<String, Path> build : options.builds().entrySet()) {
                Candidate candidate =
                        Candidate.start(build.getKey(), build.getValue(), FIRST_PORT + PORTS_EACH * candidates.size());
                candidates.add(candidate);
                candidate.fill(options.sizes());
            }
            writeCsv(measure(candidates));
        } finally {
            for (Candidate candidate : candidates) {
                candidate.close();
            }
        }
    }

    @SuppressWarnings("SystemOut")
    private List<Row> measure(List<Candidate> candidates) throws IOException, InterruptedException, SQLException {
        List<Row> rows = new ArrayList<>();
        System.out.printf(
                "JDK %s, %d processors, %d connections, %s%n",
                Runtime.version(), Runtime.getRuntime().availableProcessors(), options.connections(), options.sizes());
        System.out.println(Row.HEAD);
        for (String name : names(candidates.get(0))) {
            for (Candidate candidate : candidates) {
                Row row = measure(candidate, candidate.subject(name));
                System.out.println(row);
                rows.add(row);
            }
        }
        return rows;
    }

    private List<String> names(Candidate candidate) throws IOException, InterruptedException {
        List<String> known = candidate.subjects().stream().map(Subject::name).toList();
        List<String> unknown =
                options.names().stream().filter(name -> !known.contains(name)).toList();
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("Nothing is called " + unknown + "; known are " + known);
        }
        return options.names().isEmpty() ? known : options.names();
    }

    private Row measure(Candidate candidate, Subject subject) throws IOException, InterruptedException, SQLException {
        try (Load load = new Load(candidate.installation().api(), options.connections())) {
            warmUp(load, subject);
            Usage before = candidate.installation().usage();
            Database.Work workBefore = candidate.database().work();
            long began = System.nanoTime();
            Measured saturated = load.saturate(subject.calls(), options.length());
            double seconds = (System.nanoTime() - began) / 1e9;
            Usage after = candidate.installation().usage();
            Database.Work work = candidate.database().work().since(workBefore);
            Measured half = load.pace(subject.calls(), Math.max(1, saturated.rate() / 2), options.length());
            return new Row(
                    candidate.name(),
                    subject,
                    saturated,
                    half,
                    after.processor().minus(before.processor()),
                    after.stolen().minus(before.stolen()).toMillis()
                            / 1000.0
                            / seconds
                            / Runtime.getRuntime().availableProcessors(),
                    after.mebibytes(),
                    work);
        }
    }

    /** Until it gets no faster: the compiler of the JVM takes a minute to come to rest. */
    private static void warmUp(Load load, Subject subject) throws InterruptedException {
        double fastest = 0;
        for (int settled = 0, round = 0; settled < SETTLED && round < MOST_ROUNDS; round++) {
            double rate = load.saturate(subject.calls(), ROUND).rate();
            settled = rate < fastest * 1.05 ? settled + 1 : 0;
            fastest = Math.max(fastest, rate);
        }
    }

    private void writeCsv(List<Row> rows) throws IOException {
        if (options.csv().isPresent()) {
            Files.writeString(
                    options.csv().get(),
                    rows.stream().map(Row::csv).collect(Collectors.joining("\n", Row.CSV_HEAD + "\n", "\n")));
        }
    }
}
