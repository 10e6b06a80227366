package io.litemaas.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.litemaas.testing.Sql;
import io.litemaas.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The example walks the whole thread. */
@QuarkusTest
@QuarkusTestResource(value = SuiteResource.class, restrictToAnnotatedClass = true)
class FirstKeyTest {
    private final Sql sql = TestDatabase.shared().sql();

    @Test
    void the_example_goes_from_sign_in_to_a_refused_key() throws Exception {
        Example example = Example.run("first-key.sh");

        assertThat(example.status()).as(example.output()).isZero();
    }

    @Test
    void the_example_takes_no_message_of_an_earlier_run_for_its_own() throws Exception {
        Example earlier = Example.run("first-key.sh");
        assertThat(earlier.status()).as(earlier.output()).isZero();
        sql.run("revoke insert on alerts.message from litemaas_alerts");
        try {
            Example later = Example.run("first-key.sh", Map.of("PATIENCE", "10"));

            assertThat(later.status()).isNotZero();
            assertThat(later.output()).contains("FAILED: no message came of");
        } finally {
            sql.run("grant insert on alerts.message to litemaas_alerts");
        }
    }
}
