package io.litemaas.suite.contract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** PostgreSQL's own dump, where {@code PG_DUMP} names a program that reads the server's version. */
record PgDump(Path program) {
    static Optional<PgDump> named() {
        return Optional.ofNullable(System.getenv("PG_DUMP"))
                .filter(name -> !name.isBlank())
                .map(Path::of)
                .map(PgDump::new);
    }

    /** @param keepsAddresses a table whose rows are left out */
    String of(String jdbcUrl, String keepsAddresses) throws IOException, InterruptedException {
        Process dump = new ProcessBuilder(List.of(
                        program.toString(),
                        "--username=postgres",
                        "--exclude-table-data=" + keepsAddresses,
                        "--dbname=" + jdbcUrl.replaceFirst("^jdbc:", "")))
                .redirectErrorStream(true)
                .start();
        String text = new String(dump.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (dump.waitFor() != 0) {
            throw new IOException(text);
        }
        return text;
    }
}
