package io.litemaas.suite;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a room can't start without being told: the settings of its mappings that are not optional and have no default. */
final class RequiredSettings {
    private static final Map<String, List<String>> LIBRARIES = Map.of(
            "access", List.of("platform", "litellm"),
            "spend", List.of("platform", "litellm"),
            "identity", List.of("platform"),
            "alerts", List.of("platform"),
            "operations", List.of("platform"));

    private RequiredSettings() {}

    static Set<String> of(String room) {
        Map<String, String> defaults = defaults(room);
        return Stream.concat(
                        modules(room)
                                .flatMap(RequiredSettings::mappings)
                                .flatMap(mapping -> required(
                                        mapping.getAnnotation(ConfigMapping.class)
                                                .prefix(),
                                        mapping)),
                        Stream.of("litemaas.database.url", "litemaas." + room + ".database-password"))
                .filter(name -> !defaults.containsKey(name))
                .collect(Collectors.toSet());
    }

    /** What the jars of the room and its libraries say themselves. */
    static Map<String, String> defaults(String room) {
        Map<String, String> defaults = new HashMap<>();
        try {
            for (URL file : Collections.list(
                    RequiredSettings.class.getClassLoader().getResources("META-INF/microprofile-config.properties"))) {
                if (modules(room).anyMatch(module -> file.toString().matches(".*[/-]" + module + "[/-].*"))) {
                    defaults.putAll(properties(file.openStream()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return defaults;
    }

    static Map<String, String> properties(InputStream file) throws IOException {
        try (file) {
            Properties properties = new Properties();
            properties.load(file);
            return properties.stringPropertyNames().stream()
                    .collect(Collectors.toMap(name -> name, properties::getProperty));
        }
    }

    private static Stream<String> modules(String room) {
        return Stream.concat(Stream.of(room), LIBRARIES.get(room).stream());
    }

    private static Stream<Class<?>> mappings(String module) {
        return new ClassFileImporter()
                .importPackages("io.litemaas." + module).stream()
                        .filter(type -> type.isAnnotatedWith(ConfigMapping.class))
                        .map(JavaClass::reflect);
    }

    private static Stream<String> required(String prefix, Class<?> mapping) {
        return Arrays.stream(mapping.getMethods())
                .filter(setting -> !setting.isAnnotationPresent(WithDefault.class)
                        && setting.getReturnType() != Optional.class
                        && setting.getReturnType() != Map.class)
                .flatMap(setting -> isGroup(setting)
                        ? required(name(prefix, setting), setting.getReturnType())
                        : Stream.of(name(prefix, setting)));
    }

    private static boolean isGroup(Method setting) {
        return setting.getReturnType().isInterface()
                && setting.getReturnType().getName().startsWith("io.litemaas.");
    }

    private static String name(String prefix, Method setting) {
        return prefix + "." + setting.getName().replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
    }
}
