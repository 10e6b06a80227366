package io.litemaas.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    private static final Pattern TAKES_AWAY = Pattern.compile(
            "\\bdrop\\s+(table|view|column|schema|function|sequence|default)\\b|\\brename\\b|\\balter\\s+column\\s+\\S+\\s+(set\\s+data\\s+)?type\\b"
                    + "|\\bset\\s+not\\s+null\\b|\\brevoke\\b|\\btruncate\\b");
    private static final Pattern INDEX =
            Pattern.compile("\\bcreate\\s+(unique\\s+)?index\\s+(concurrently\\s+)?.*?\\bon\\s+(\\S+)");
    private static final Pattern CONSTRAINT =
            Pattern.compile("\\badd\\s+constraint\\s+\\S+\\s+(check|foreign\\s+key)\\b[^;]*", Pattern.DOTALL);
    private static final Pattern NEW_NOT_NULL =
            Pattern.compile("\\badd\\s+column\\s+\\S+\\s+[^;,]*\\bnot\\s+null\\b(?![^;,]*\\bdefault\\b)");

    static List<Path> sinceTheRelease() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("db"))) {
            return files.filter(file -> number(file) > released()).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("sinceTheRelease")
    void a_migration_since_the_release_only_adds_and_holds_no_table_for_long(Path file) throws IOException {
        assertThat(faults(Files.readString(file))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter table a.b drop column c;",
                "alter table a.b rename column c to d;",
                "alter table a.b alter column c type bigint;",
                "alter table a.b alter column c set not null;",
                "drop view a.b;",
                "create index i on a.b (c);",
                "alter table a.b add constraint c check (d > 0);",
                "alter table a.b add column c integer not null;"
            })
    void knows_what_would_break_the_release_before(String statement) {
        assertThat(faults(statement)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create index concurrently i on a.b (c);",
                "create table a.b (c integer); create index i on a.b (c);",
                "alter table a.b drop constraint c, add constraint c check (d in (1, 2)) not valid; alter table a.b validate constraint c;",
                "alter table a.b add column c integer not null default 0;",
                "create or replace view a.b as select 1;"
            })
    void lets_pass_what_does_not(String statement) {
        assertThat(faults(statement)).isEmpty();
    }

    @Test
    void what_was_released_is_there() throws IOException {
        assertThat(sinceTheRelease()).isNotEmpty();
        assertThat(released()).isPositive();
    }

    private static List<String> faults(String sql) {
        String text = sql.replaceAll("--[^\\n]*", "").toLowerCase(Locale.ROOT);
        return Stream.of(
                        TAKES_AWAY.matcher(text).results().map(found -> "takes away: " + found.group()),
                        INDEX.matcher(text)
                                .results()
                                .filter(found ->
                                        found.group(2) == null && !text.contains("create table " + found.group(3)))
                                .map(found -> "holds the table: " + found.group()),
                        CONSTRAINT
                                .matcher(text)
                                .results()
                                .filter(found -> !found.group().contains("not valid"))
                                .map(found -> "reads the table under a lock: " + found.group()),
                        NEW_NOT_NULL
                                .matcher(text)
                                .results()
                                .map(found -> "wants what nobody writes yet: " + found.group()))
                .flatMap(found -> found)
                .toList();
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
