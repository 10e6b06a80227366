package io.litemaas.suite.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.litemaas.testing.Contract;
import io.litemaas.testing.ContractVisit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** After the tests of all modules: whatever the contract documents, some test has been answered with. */
class ContractCoverageIT {
    private static final List<String> MODULES = List.of("identity", "access", "spend", "alerts", "operations", "suite");

    @Test
    void each_documented_answer_was_seen_by_a_test() throws IOException {
        Set<ContractVisit> seen = new HashSet<>();
        for (String module : MODULES) {
            seen.addAll(ContractVisit.recorded(Path.of("..", module, "target", "contract-visits.txt")));
        }

        assertThat(seen).containsAll(ContractVisit.promised(Contract.load()));
    }
}
