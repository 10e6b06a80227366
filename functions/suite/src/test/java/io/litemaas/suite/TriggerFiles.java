package io.litemaas.suite;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.knative.eventing.v1.Broker;
import io.fabric8.knative.eventing.v1.Trigger;
import io.fabric8.knative.sources.v1.PingSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The manifests of a folder, read by Knative's types; a field that those do not have is refused. */
record TriggerFiles(Map<String, Object> objects, List<String> kustomization) {
    private static final String KUSTOMIZATION = "kustomization.yaml";
    private static final Map<String, Class<?>> KINDS = Map.of(
            "Trigger", Trigger.class,
            "Broker", Broker.class,
            "PingSource", PingSource.class);

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .annotationIntrospector(new NothingElse())
            .build();

    static TriggerFiles read(Path folder) {
        Map<String, Object> objects = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (!name.equals(KUSTOMIZATION)) {
                    objects.put(name, parse(Files.readString(file)));
                }
            }
            JsonNode resources = YAML.readTree(Files.readString(folder.resolve(KUSTOMIZATION)))
                    .path("resources");
            return new TriggerFiles(
                    objects,
                    StreamSupport.stream(resources.spliterator(), false)
                            .map(JsonNode::asText)
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Object parse(String text) throws IOException {
        JsonNode document = YAML.readTree(text);
        return YAML.treeToValue(document, KINDS.get(document.path("kind").asText()));
    }

    /** As its own type, where it has no field that the type does not know. */
    static <T> T strictly(JsonNode document, Class<T> type) {
        try {
            return YAML.treeToValue(document, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> names() {
        return List.copyOf(objects.keySet());
    }

    <T> Map<String, T> of(Class<T> kind) {
        return objects.entrySet().stream()
                .filter(entry -> kind.isInstance(entry.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> kind.cast(entry.getValue())));
    }

    /** The types keep what they do not know in a map; without it, Jackson refuses it. */
    private static final class NothingElse extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1L;

        @Override
        public Boolean hasAnySetter(Annotated annotated) {
            return false;
        }
    }
}
