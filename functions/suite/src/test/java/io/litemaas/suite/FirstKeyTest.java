package io.litemaas.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** The example walks the whole thread. */
@QuarkusTest
@QuarkusTestResource(value = SuiteResource.class, restrictToAnnotatedClass = true)
class FirstKeyTest {

    @Test
    void the_example_goes_from_sign_in_to_a_refused_key() throws Exception {
        Example example = Example.run("first-key.sh");

        assertThat(example.status()).as(example.output()).isZero();
    }
}
