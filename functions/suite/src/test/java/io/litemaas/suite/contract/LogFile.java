package io.litemaas.suite.contract;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.Map;

/** Has the product log as on a cluster, behind the same filter, into a file that a test can read. */
public final class LogFile implements QuarkusTestResourceLifecycleManager {
    static final Path PATH = Path.of("target/canary.log");

    @Override
    public Map<String, String> start() {
        return Map.of(
                "quarkus.log.file.enabled", "true",
                "quarkus.log.file.path", PATH.toString(),
                "quarkus.log.file.filter", "redact-secrets",
                "quarkus.log.file.json.enabled", "true",
                "quarkus.log.category.\"io.litemaas.calls\".level", "INFO");
    }

    @Override
    public void stop() {
        // the file is read after the test, too
    }
}
