package io.litemaas.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The release before goes on while migrations run, and is gone back to when the new one fails: nothing that it reads or
 * writes may go away under it, and nothing may hold its tables for long.
 */
class ExpandFirstTest {
    private static final Pattern NUMBER = Pattern.compile("V0*(\\d+)__.*\\.sql");

    /** A repeatable one runs anew whenever it was changed. */
    static List<Path> sinceTheRelease() throws IOException {
        return migrations(file ->
                number(file) > released() || file.getFileName().toString().startsWith("R__"));
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("sinceTheRelease")
    void a_migration_since_the_release_only_adds_and_holds_no_table_for_long(Path file) throws IOException {
        assertThat(MigrationFaults.of(Files.readString(file))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter table a.b drop column c;",
                "alter table a.b drop c;",
                "alter table a.b drop if exists c;",
                "alter table a.b drop constraint d, drop column c;",
                "alter table a.b rename column c to d;",
                "alter table a.b alter column c type bigint;",
                "alter table a.b alter column c set not null;",
                "drop view a.b;",
                "create index i on a.b (c);",
                "alter table a.b add constraint c check (d > 0);",
                "create index i on a.bc (c); create table a.b (c integer);",
                "alter table a.b add check (d > 0);",
                "alter table a.b add foreign key (c) references a.d;",
                "alter table a.b add unique (c);",
                "alter table a.b add primary key (c);",
                "alter table a.b add constraint c unique (d);",
                "alter table a.b add column c integer check (c > 0);",
                "alter table a.b add column c integer, add column d numeric(3, 1) default 0 check (d in (1, 2));",
                "alter table a.b add c integer references a.d;",
                "alter table a.b add column c integer not null;",
                "alter table a.b add c integer not null;"
            })
    void knows_what_would_break_the_release_before(String statement) {
        assertThat(MigrationFaults.of(statement)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create index concurrently i on a.b (c);",
                "create table a.b (c integer); create index i on a.b (c);",
                "alter table a.b drop constraint c, add constraint c check (d in (1, 2)) not valid; alter table a.b validate constraint c;",
                "alter table a.b add column c integer not null default 0;",
                "create table a.b (c integer); alter table a.b add unique (c);",
                "alter table a.b add constraint c unique using index i;",
                "alter table a.b alter column c drop not null;",
                "-- drop table a.b",
                "create or replace view a.b as select 1;"
            })
    void lets_pass_what_does_not(String statement) {
        assertThat(MigrationFaults.of(statement)).isEmpty();
    }

    @Test
    void what_was_released_is_there() throws IOException {
        assertThat(migrations(file -> number(file) > 0 && number(file) <= released()))
                .extracting(ExpandFirstTest::number)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, released()).boxed().toList());
    }

    private static List<Path> migrations(Predicate<Path> wanted) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("db"))) {
            return files.filter(wanted).sorted().toList();
        }
    }

    private static int number(Path file) {
        Matcher matcher = NUMBER.matcher(file.getFileName().toString());
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    private static int released() {
        try (Stream<String> lines = Files.lines(Path.of("RELEASED"))) {
            return lines.filter(line -> line.startsWith("schema "))
                    .mapToInt(line -> Integer.parseInt(line.substring("schema ".length())))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
