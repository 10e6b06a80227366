package io.litemaas.suite;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The settings that the product's {@code @ConfigMapping} interfaces declare. */
final class MappedSettings {
    /** Who reads what a library maps. */
    private static final Map<String, String> READERS = Map.of("platform", "all", "litellm", "access, spend");

    private final JavaClasses product = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.litemaas");

    private final Map<String, String> defaults = defaults();
    private final List<Setting> settings = product.stream()
            .filter(type -> type.isAnnotatedWith(ConfigMapping.class))
            .flatMap(this::settings)
            .sorted(Comparator.comparing(Setting::name))
            .toList();

    /** By name. */
    List<Setting> settings() {
        return settings;
    }

    private Stream<Setting> settings(JavaClass mapping) {
        String module = mapping.getPackageName().replaceFirst("io\\.litemaas\\.(\\w+).*", "$1");
        String prefix = mapping.getAnnotationOfType(ConfigMapping.class).prefix();
        return settings(prefix, mapping, READERS.getOrDefault(module, module), new Javadoc(source(mapping, module)));
    }

    private Stream<Setting> settings(String prefix, JavaClass mapping, String readers, Javadoc texts) {
        return mapping.getMethods().stream().flatMap(method -> {
            JavaClass type = method.getRawReturnType();
            String name = prefix + "." + kebab(method.getName());
            return isGroup(type)
                    ? settings(name, type, readers, texts)
                    : Stream.of(setting(name, method, readers, texts));
        });
    }

    private Setting setting(String name, JavaMethod method, String readers, Javadoc texts) {
        Method reflected = method.reflect();
        boolean many = reflected.getReturnType() == Map.class;
        boolean optional = many || reflected.getReturnType() == Optional.class;
        WithDefault declared = reflected.getAnnotation(WithDefault.class);
        String value = declared == null ? defaults.get(name) : declared.value();
        return new Setting(
                many ? name + ".NAME" : name,
                readers,
                Optional.ofNullable(value).map(given -> isChoice(method) ? given.toLowerCase(Locale.ROOT) : given),
                !optional && value == null,
                texts.of(method.getOwner().getSimpleName(), method.getName()) + choices(method),
                !method.getCallsOfSelf().isEmpty()
                        || !method.getReferencesToSelf().isEmpty());
    }

    private static boolean isGroup(JavaClass type) {
        return type.isInterface() && type.getPackageName().startsWith("io.litemaas");
    }

    private static boolean isChoice(JavaMethod method) {
        return method.getRawReturnType().isEnum();
    }

    private static String choices(JavaMethod method) {
        return !isChoice(method)
                ? ""
                : Arrays.stream(method.reflect().getReturnType().getEnumConstants())
                        .map(choice -> "`" + choice.toString().toLowerCase(Locale.ROOT) + "`")
                        .collect(Collectors.joining(", ", " One of ", "."));
    }

    private static String kebab(String method) {
        return method.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static String source(JavaClass mapping, String module) {
        try {
            return Files.readString(
                    Path.of("..", module, "src/main/java", mapping.getName().replace('.', '/') + ".java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the jars say themselves; a reference to another setting is no value. */
    private static Map<String, String> defaults() {
        Map<String, String> all = new HashMap<>();
        for (String room : RoomSettings.ROOMS) {
            all.putAll(RequiredSettings.defaults(room));
        }
        all.values().removeIf(value -> value.startsWith("${"));
        return Collections.unmodifiableMap(all);
    }

    /** What an interface's source says of its methods. */
    private record Javadoc(String source) {

        String of(String type, String method) {
            String body = source.substring(source.indexOf("interface " + type + " "));
            String before = body.substring(0, body.indexOf(" " + method + "();"));
            String text = before.substring(before.lastIndexOf("/**") + 3, before.lastIndexOf("*/"));
            return before.substring(before.lastIndexOf("*/")).contains(";") ? "" : plain(text);
        }

        private static String plain(String text) {
            return text.replaceAll("\\n\\s*\\*", " ")
                    .replaceAll("\\{@code ([^}]*)}", "`$1`")
                    .replaceAll("\\{@link #(\\w+)\\(\\)}", "`$1`")
                    .replaceAll("\\s+", " ")
                    .strip();
        }
    }
}
