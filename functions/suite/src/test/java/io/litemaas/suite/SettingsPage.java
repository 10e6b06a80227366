package io.litemaas.suite;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page that lists them all. */
record SettingsPage(MappedSettings mapped, PlainSettings plain) {
    private static final String OF_ROOMS = "Rooms";

    /** Whether a property or a variable stands on the page, as itself or as one of a list of names. */
    boolean has(String name) {
        Set<String> names = Stream.concat(mapped.settings().stream(), plain.all().stream())
                .flatMap(setting -> Stream.of(setting.name(), setting.variable()))
                .collect(Collectors.toSet());
        return names.contains(name) || names.contains(name.replaceFirst("[^.]*$", "NAME"));
    }

    String text() {
        return """
                # Settings

                This page is rendered from the code that reads the settings, and a test compares
                (`./mvnw -pl functions/suite surefire:test -Dtest=SettingsPageTest -Dlitemaas.render=true`).

                A room reads properties. On a cluster they lie in files, `litemaas.properties` for all rooms and a Secret for each
                ([why](decisions/0011-settings-of-a-room-are-files.md)); anywhere, a variable of the environment or `-DNAME=VALUE`
                comes before a file. An entry of a list of names, such as a pepper's, is set in a file. Lengths of time are
                ISO 8601's (`PT30S`) or short (`30s`). What begins with `quarkus.` is Quarkus' own.

                ## Rooms

                | setting | variable | read by | default | what it does |
                |---|---|---|---|---|
                """
                + Stream.concat(mapped.settings().stream(), plain.chapters().get(OF_ROOMS).stream())
                        .sorted(Comparator.comparing(Setting::name))
                        .map(SettingsPage::property)
                        .collect(Collectors.joining())
                + plain.chapters().entrySet().stream()
                        .filter(chapter -> !chapter.getKey().equals(OF_ROOMS))
                        .map(SettingsPage::chapter)
                        .collect(Collectors.joining())
                + """

                ## Stand-ins

                The stand-ins for [LiteLLM](../emulators/litellm/README.md), [OpenShift's sign-in](../emulators/openshift/README.md) and
                Knative's broker are told by arguments and variables of their own.
                """;
    }

    private static String chapter(Map.Entry<String, List<Setting>> chapter) {
        return "\n## " + chapter.getKey() + "\n\n| name | read by | default | what it does |\n|---|---|---|---|\n"
                + chapter.getValue().stream()
                        .map(setting -> "| `%s` | %s | %s | %s |%n"
                                .formatted(
                                        setting.name(), setting.readers(), setting.defaultValue(), setting.meaning()))
                        .collect(Collectors.joining());
    }

    private static String property(Setting setting) {
        String variable = setting.name().endsWith(".NAME") ? "" : "`" + setting.variable() + "`";
        return "| `%s` | %s | %s | %s | %s |%n"
                .formatted(setting.name(), variable, setting.readers(), setting.defaultValue(), setting.meaning());
    }
}
