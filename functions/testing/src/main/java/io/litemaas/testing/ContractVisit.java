package io.litemaas.testing;

import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * An answer that some test saw, written down for the one that asks whether all was seen that the contract promises.
 *
 * @param path as the contract has it, without the leading slash
 * @param outcome a status, or a problem's code
 */
public record ContractVisit(String path, String outcome) {
    /** Where a module's tests write them; said by the build. */
    private static final Optional<Path> FILE =
            Optional.ofNullable(System.getProperty("litemaas.contract.visits")).map(Path::of);

    /** What only an outage answers, or two calls at once; they have tests of their own. */
    private static final Set<String> WHATEVER_THE_OPERATION = Set.of("http.database_unavailable", "http.in_progress");

    static ContractVisit of(String path, Response response) {
        boolean problem = response.contentType().startsWith("application/problem+json");
        return new ContractVisit(
                path.substring(1), problem ? response.path("code") : Integer.toString(response.statusCode()));
    }

    /** All that the contract promises and a test must have seen. */
    public static Set<ContractVisit> promised(Contract contract) {
        Set<ContractVisit> promised = new HashSet<>();
        for (ContractOperation operation : contract.operations()) {
            Set<String> outcomes = new TreeSet<>(operation.problems());
            outcomes.removeAll(WHATEVER_THE_OPERATION);
            contract.successes(operation).forEach(status -> outcomes.add(Integer.toString(status)));
            outcomes.forEach(outcome -> promised.add(new ContractVisit(operation.path(), outcome)));
        }
        return promised;
    }

    /** What the tests of a module have written down. */
    public static Set<ContractVisit> recorded(Path file) throws IOException {
        Set<ContractVisit> visits = new HashSet<>();
        for (String line : Files.readAllLines(file)) {
            String[] parts = line.split(" ", -1);
            visits.add(new ContractVisit(parts[0], parts[1]));
        }
        return visits;
    }

    void record() {
        FILE.ifPresent(file -> {
            try {
                Files.writeString(
                        file,
                        String.join(" ", path, outcome) + "\n",
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
