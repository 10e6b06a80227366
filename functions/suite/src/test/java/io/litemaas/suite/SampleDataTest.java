package io.litemaas.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.litemaas.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = SuiteResource.class, restrictToAnnotatedClass = true)
class SampleDataTest {

    @Test
    void is_marked_and_made_once() throws Exception {
        make();
        make();

        assertThat(
                        TestDatabase.shared()
                                .sql()
                                .column(
                                        "select name || ' ' || state from access.subscription where name like 'Sample:%' order by name"))
                .containsExactly("Sample: everyday models active", "Sample: premium model pending");
        assertThat(TestDatabase.shared().sql().column("select name from access.key where name like 'Sample:%'"))
                .containsExactly("Sample: laptop");
    }

    private static void make() throws Exception {
        Map<String, String> environment = SuiteResource.environment();
        SampleData.main(new String[] {
            environment.get("LITEMAAS_URL"),
            environment.get("LITEMAAS_PROVIDER_URL"),
            environment.get("LITEMAAS_LITELLM_URL")
        });
    }
}
