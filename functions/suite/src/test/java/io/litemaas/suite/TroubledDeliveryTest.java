package io.litemaas.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.litemaas.emulator.broker.FaultPlan;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same walk while events come twice, late, in another order, and fail on their way, and posts are answered late. */
@QuarkusTest
@QuarkusTestResource(
        value = SuiteResource.class,
        restrictToAnnotatedClass = true,
        initArgs = @ResourceArg(name = "broker", value = "synchronous"))
class TroubledDeliveryTest {

    @BeforeEach
    void allTroubles() {
        SuiteResource.broker().faults().set(new FaultPlan(true, true, 100, 3));
    }

    @AfterEach
    void noTroubles() {
        SuiteResource.broker().faults().clear();
    }

    @Test
    void the_example_goes_through_whatever_delivery_does() throws Exception {
        Example example = Example.run("first-key.sh");

        assertThat(example.status()).as(example.output()).isZero();
    }
}
