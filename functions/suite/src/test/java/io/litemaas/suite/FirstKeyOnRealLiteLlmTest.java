package io.litemaas.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The same walk on a real proxy, which is not configured to push: the pull alone brings the spend. */
@QuarkusTest
@QuarkusTestResource(
        value = SuiteResource.class,
        initArgs = @ResourceArg(name = "litellm", value = "real"),
        restrictToAnnotatedClass = true)
@TestProfile(FirstKeyOnRealLiteLlmTest.Real.class)
@EnabledIfEnvironmentVariable(named = "LITELLM_URL", matches = "https?://.+")
class FirstKeyOnRealLiteLlmTest {

    @Test
    void the_example_goes_from_sign_in_to_a_refused_key() throws Exception {
        Example example = Example.run("first-key.sh");

        assertThat(example.status()).as(example.output()).isZero();
    }

    /** Lets Quarkus start anew for this class. */
    public static final class Real implements QuarkusTestProfile {}
}
