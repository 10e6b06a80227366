package io.litemaas.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The same walk while events come twice, late, in another order, and fail on their way. */
@QuarkusTest
@QuarkusTestResource(value = SuiteResource.class, restrictToAnnotatedClass = true)
@TestProfile(TroubledDeliveryTest.AllTroubles.class)
class TroubledDeliveryTest {

    @Test
    void the_example_goes_through_whatever_delivery_does() throws Exception {
        Example example = Example.run("first-key.sh");

        assertThat(example.status()).as(example.output()).isZero();
    }

    /** All switches of the suite's relay. */
    public static final class AllTroubles implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "litemaas.suite.delivery.duplicate", "true",
                    "litemaas.suite.delivery.reorder", "true",
                    "litemaas.suite.delivery.delay", "100ms",
                    "litemaas.suite.delivery.fail-every", "3",
                    "litemaas.suite.tick", "5s");
        }
    }
}
