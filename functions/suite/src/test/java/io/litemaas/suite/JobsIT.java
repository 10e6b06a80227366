package io.litemaas.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A cluster's Jobs are run as their image has them, and say what happened and nothing else. */
class JobsIT {
    private static final Map<String, String> NOBODY_IS_THERE = Map.of(
            "LITEMAAS_DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/litemaas",
            "LITEMAAS_DATABASE_USER", "owner",
            "LITEMAAS_DATABASE_PASSWORD", "secret",
            "LITELLM_URL", "http://127.0.0.1:1",
            "LITELLM_MASTER_KEY", "sk-master",
            "LITEMAAS_SPEND_LITELLM_KEY", "sk-lm-reading");

    static Stream<Job> jobs() {
        return Manifests.read(Path.of("../../knative/install/kubernetes.yaml")).byName(Job.class).values().stream();
    }

    @ParameterizedTest
    @MethodSource("jobs")
    void a_job_says_whom_it_could_not_reach_and_does_not_complain_of_its_logger(Job job)
            throws IOException, InterruptedException {
        List<String> command = job.getSpec().getTemplate().getSpec().getContainers().get(0).getCommand().stream()
                .map(JobsIT::onThisMachine)
                .toList();
        ProcessBuilder program = new ProcessBuilder(command).redirectErrorStream(true);
        program.environment().putAll(NOBODY_IS_THERE);

        Process process = program.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isPositive();
        assertThat(said).contains("127.0.0.1:1").doesNotContain("SLF4J");
    }

    private static String onThisMachine(String argument) {
        return argument.equals("java")
                ? Path.of(System.getProperty("java.home"), "bin", "java").toString()
                : argument.replace("/app/", "target/quarkus-app/");
    }
}
