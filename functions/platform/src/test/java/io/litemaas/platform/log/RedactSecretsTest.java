package io.litemaas.platform.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.Level;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactSecretsTest {
    private final RedactSecrets filter = new RedactSecrets();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sk-lm-S3cr3tS3cr3tS3cr3t",
                "lmt_S3cr3tS3cr3tS3cr3t",
                "lmr_S3cr3tS3cr3tS3cr3t",
                "whsec_S3cr3tS3cr3tS3cr3t+/S3cr3t==",
                "sha256~S3cr3tS3cr3tS3cr3t",
                "eyJhbGciOiJS3cr3t.eyJzdWIiOiJS3cr3t.c2lnS3cr3t",
                "Authorization: Bearer S3cr3tS3cr3t",
                "Authorization: Basic S3cr3tS3cr3t=",
                "Idempotency-Key: S3cr3t"
            })
    void no_secret_passes_in_a_message_or_a_parameter(String secret) {
        ExtLogRecord inMessage = new ExtLogRecord(Level.INFO, "got " + secret + " from it", "test");
        ExtLogRecord inParameter =
                new ExtLogRecord(Level.INFO, "got %s from it", ExtLogRecord.FormatStyle.PRINTF, "test");
        inParameter.setParameters(new Object[] {secret});

        assertThat(filter.isLoggable(inMessage)).isTrue();
        assertThat(filter.isLoggable(inParameter)).isTrue();

        assertThat(inMessage.getMessage())
                .doesNotContain("S3cr3t")
                .contains("[redacted]")
                .endsWith("from it");
        assertThat(inParameter.getMessage()).doesNotContain("S3cr3t").endsWith("from it");
        assertThat(inParameter.getParameters()).isNull();
    }

    @Test
    void no_secret_passes_in_an_exception_or_its_cause() {
        ExtLogRecord entry = new ExtLogRecord(Level.SEVERE, "failed", "test");
        entry.setThrown(new IllegalStateException("outer", new IllegalArgumentException("sk-lm-S3cr3tS3cr3t")));

        filter.isLoggable(entry);

        StringWriter trace = new StringWriter();
        entry.getThrown().printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString())
                .doesNotContain("S3cr3t")
                .contains("IllegalArgumentException")
                .contains(getClass().getName());
    }

    @Test
    void leaves_other_lines_alone() {
        ExtLogRecord entry =
                new ExtLogRecord(Level.INFO, "%d keys of risk-based users", ExtLogRecord.FormatStyle.PRINTF, "test");
        entry.setParameters(new Object[] {3});

        filter.isLoggable(entry);

        assertThat(entry.getMessage()).isEqualTo("%d keys of risk-based users");
        assertThat(entry.getParameters()).containsExactly(3);
    }
}
