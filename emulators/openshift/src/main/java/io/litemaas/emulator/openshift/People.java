package io.litemaas.emulator.openshift;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who can sign in: those on the list, and anybody who is given a name. */
record People(List<Person> offered) {
    /** Somebody on the list, or a new person in the groups given (comma-separated); empty where it is no name. */
    Optional<Person> named(String name, String groups) {
        if (name == null || !Person.isName(name)) {
            return Optional.empty();
        }
        return offered.stream()
                .filter(person -> person.name().equals(name))
                .findFirst()
                .or(() -> Optional.of(new Person(name, name, split(groups))));
    }

    private static List<String> split(String groups) {
        return Stream.ofNullable(groups)
                .flatMap(text -> Stream.of(text.split(",", -1)))
                .map(String::strip)
                .filter(group -> !group.isEmpty())
                .toList();
    }
}
