package io.litemaas.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a migration's text would take away from the release before, or hold one of its tables for. */
final class MigrationFaults {
    private static final Pattern COMMENT = Pattern.compile("--[^\\n]*");
    private static final Pattern TAKES_AWAY = Pattern.compile(
            "\\bdrop\\s+(table|view|materialized|schema|function|procedure|sequence|type|domain|owned)\\b"
                    + "|\\brevoke\\b|\\btruncate\\b|\\balter\\s+(view|schema|function|sequence|type)\\b.*?\\brename\\b");
    private static final Pattern INDEX = Pattern.compile(
            "\\bcreate\\s+(?:unique\\s+)?index\\s+(?!concurrently\\b).*?\\bon\\s+(?:only\\s+)?([^\\s(]+)",
            Pattern.DOTALL);
    private static final Pattern ALTER_TABLE = Pattern.compile(
            "\\balter\\s+table\\s+(if\\s+exists\\s+)?(only\\s+)?(?<table>\\S+)\\s+(?<actions>.*)", Pattern.DOTALL);

    /** Of one action of an {@code alter table}. */
    private static final Pattern LESS = Pattern.compile("drop\\s+(?!constraint\\b).*|rename\\b.*|set\\s+schema\\b.*"
            + "|alter\\s+(column\\s+)?\\S+\\s+((set\\s+data\\s+)?type|set\\s+not\\s+null|drop\\s+default)\\b.*");

    private static final String NAMED = "add\\s+(constraint\\s+\\S+\\s+)?";
    private static final Pattern READS = Pattern.compile(NAMED + "(check|foreign\\s+key)\\b(?!.*\\bnot\\s+valid\\b).*");
    private static final Pattern BUILDS =
            Pattern.compile(NAMED + "(unique|primary\\s+key|exclude)\\b(?!.*\\busing\\s+index\\b).*");
    private static final Pattern NEW_COLUMN =
            Pattern.compile("add\\s+(?!(constraint|check|foreign|unique|primary|exclude)\\b).*");
    private static final Pattern CHECKED = Pattern.compile(".*\\b(check|references|unique|primary\\s+key)\\b.*");
    private static final Pattern NEEDED = Pattern.compile("(?!.*\\bdefault\\b).*\\bnot\\s+null\\b.*");

    /** Of few rows, so that it is read through in no time. */
    private static final Set<String> SMALL = Set.of("platform.integration_health");

    private final String text;

    private MigrationFaults(String sql) {
        this.text = COMMENT.matcher(sql).replaceAll(" ").toLowerCase(Locale.ROOT);
    }

    static List<String> of(String sql) {
        MigrationFaults migration = new MigrationFaults(sql);
        return Stream.of(migration.text.split(";"))
                .flatMap(migration::ofStatement)
                .toList();
    }

    private Stream<String> ofStatement(String statement) {
        Matcher altered = ALTER_TABLE.matcher(statement);
        Stream<String> ofActions = altered.find()
                ? actions(altered.group("actions")).flatMap(action -> ofAction(altered.group("table"), action))
                : Stream.empty();
        return Stream.of(
                        ofActions,
                        TAKES_AWAY.matcher(statement).results().map(found -> "takes away: " + found.group()),
                        INDEX.matcher(statement)
                                .results()
                                .filter(found -> !isNew(found.group(1)))
                                .map(found -> "holds the table: " + found.group()))
                .flatMap(found -> found);
    }

    private Stream<String> ofAction(String table, String action) {
        boolean lasts = !isNew(table) && !SMALL.contains(table);
        boolean column = NEW_COLUMN.matcher(action).matches();
        if (LESS.matcher(action).matches()) {
            return Stream.of("takes away: " + action);
        }
        if (lasts && READS.matcher(action).matches()) {
            return Stream.of("reads the table under a lock: " + action);
        }
        if (lasts
                && (BUILDS.matcher(action).matches()
                        || (column && CHECKED.matcher(action).matches()))) {
            return Stream.of("holds the table: " + action);
        }
        return column && NEEDED.matcher(action).matches()
                ? Stream.of("wants what nobody writes yet: " + action)
                : Stream.empty();
    }

    private boolean isNew(String table) {
        return Pattern.compile("\\bcreate\\s+table\\s+(if\\s+not\\s+exists\\s+)?" + Pattern.quote(table) + "(?![\\w.])")
                .matcher(text)
                .find();
    }

    /** They are parted by commas, but not by those in parentheses. */
    private static Stream<String> actions(String text) {
        List<String> actions = new ArrayList<>();
        int depth = 0;
        int begin = 0;
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '(' -> depth++;
                case ')' -> depth--;
                case ',' -> {
                    if (depth == 0) {
                        actions.add(text.substring(begin, i));
                        begin = i + 1;
                    }
                }
                default -> {}
            }
        }
        actions.add(text.substring(begin));
        return actions.stream().map(each -> each.strip().replaceAll("\\s+", " "));
    }
}
