package io.litemaas.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What is read by its name where it is needed: properties without a mapping, and variables of programs. */
record PlainSettings(Map<String, List<Setting>> chapters) {
    private static final Path ROOT = Path.of("../..");

    /** A key of a file of properties or an argument; or a literal of Java, but for what is plainly something else. */
    private static final Pattern PROPERTY = Pattern.compile("(?m)(?:^|-D|\")(litemaas\\.[a-z.-]*[a-z])="
            + "|(?<!timer\\(|counter\\(|builder\\(|prefix = )\"\\{?(litemaas\\.[a-z.-]*[a-z])}?\"");

    /** Names of meters, and of what traces say. */
    private static final Set<String> OTHER_NAMES = Set.of("litemaas.call", "litemaas.function", "litemaas.key.verdict");

    private static final Pattern VARIABLE =
            Pattern.compile("\"((?:LITEMAAS|LITELLM|OIDC)_[A-Z_]*[A-Z])\"|\\$\\{((?:GATEWAY|UPSTREAM|PORTAL)_[A-Z]+)}"
                    + "|\\$\\{([A-Z][A-Z_]*_[A-Z_]*[A-Z]):[-+]");

    static PlainSettings read() {
        try (InputStream file = PlainSettings.class.getResourceAsStream("/settings.yaml")) {
            Map<String, List<Setting>> chapters = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> chapter :
                    new YAMLMapper().readTree(file).properties()) {
                chapters.put(chapter.getKey(), settings(chapter.getValue()));
            }
            return new PlainSettings(chapters);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Setting> all() {
        return chapters.values().stream().flatMap(List::stream).toList();
    }

    /** What the product's code and scripts ask for. */
    static Set<String> namesInCode() throws IOException {
        Set<String> names = new TreeSet<>();
        String code = code();
        for (Pattern pattern : List.of(PROPERTY, VARIABLE)) {
            Matcher found = pattern.matcher(code);
            while (found.find()) {
                for (int i = 1; i <= found.groupCount(); i++) {
                    Optional.ofNullable(found.group(i)).ifPresent(names::add);
                }
            }
        }
        names.removeAll(OTHER_NAMES);
        return names;
    }

    /** Sources, configuration and scripts of the product, one after another. */
    static String code() throws IOException {
        StringBuilder code = new StringBuilder();
        for (Path file : Stream.concat(
                        Stream.of("litemaas", "apart.sh", "knative/test-cluster")
                                .map(ROOT::resolve),
                        Stream.of("functions", "schema/src/main", "knative/base")
                                .map(ROOT::resolve)
                                .flatMap(PlainSettings::files))
                .toList()) {
            code.append(Files.readString(file)).append('\n');
        }
        return code.toString();
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files
                    .filter(file -> file.toString().matches(".*\\.(java|properties|template|yaml)"))
                    .filter(file -> !file.toString().matches(".*/(target|src/test|testing)/.*"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Setting> settings(JsonNode chapter) {
        return StreamSupport.stream(chapter.spliterator(), false)
                .map(setting -> new Setting(
                        setting.path("name").asText(),
                        setting.path("read-by").asText(),
                        Optional.ofNullable(setting.path("default").asText(null)),
                        setting.path("required").asBoolean(),
                        setting.path("meaning").asText(),
                        true))
                .toList();
    }
}
