package io.litemaas.emulator.broker;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the manifests of a folder say; a field that is not known, or known but not emulated, is refused. */
record Manifests(List<Trigger> triggers, List<PingSource> pings, boolean asynchronous) {
    /** The Broker's annotation, which Knative copies to its channel, by which a post is answered at once. */
    private static final String ASYNCHRONOUS = "messaging.knative.dev/async-handler";

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /**
     * Reads all files that end in {@code .yaml}.
     *
     * @throws BadManifest with a sentence that names the file
     */
    static Manifests read(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> sorted = files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
            return of(sorted);
        } catch (IOException e) {
            throw new BadManifest("the folder " + folder + " can't be read", e);
        }
    }

    /** Refuses at the start what would fail at the first event. */
    void checkAddresses(Map<String, URI> services) {
        pings.forEach(ping -> ping.sink().address(services));
        for (Trigger trigger : triggers) {
            trigger.subscriber().address(services);
            trigger.delivery().sink().ifPresent(sink -> sink.address(services));
        }
    }

    private static Manifests of(List<Path> files) {
        List<Manifest<TriggerSpec>> triggers = new ArrayList<>();
        List<Manifest<BrokerSpec>> brokers = new ArrayList<>();
        List<PingSource> pings = new ArrayList<>();
        for (Path file : files) {
            JsonNode document = parse(file);
            String kind = document.path("kind").asText();
            switch (kind) {
                case "Trigger" -> triggers.add(bind(file, document, TriggerSpec.class));
                case "Broker" -> brokers.add(bind(file, document, BrokerSpec.class));
                case "PingSource" -> pings.add(ping(file, bind(file, document, PingSpec.class)));
                // kustomize's own file
                case "Kustomization" -> {}
                default -> throw new BadManifest(file + ": objects of kind '" + kind + "' are not emulated");
            }
        }
        if (brokers.size() != 1) {
            throw new BadManifest("one Broker is emulated, and the manifests have " + brokers.size());
        }
        return new Manifests(
                triggers.stream()
                        .map(trigger -> trigger(trigger, brokers.get(0)))
                        .toList(),
                List.copyOf(pings),
                brokers.get(0).annotations().getOrDefault(ASYNCHRONOUS, "").equals("true"));
    }

    private static Trigger trigger(Manifest<TriggerSpec> manifest, Manifest<BrokerSpec> broker) {
        TriggerSpec spec = manifest.spec();
        if (!broker.name().equals(spec.broker())) {
            throw new BadManifest(manifest.file() + ": there is no Broker " + spec.broker());
        }
        DeliverySpec delivery = Stream.of(spec.delivery(), broker.spec().delivery(), DeliverySpec.nothing())
                .filter(given -> given != null)
                .findFirst()
                .orElseThrow();
        Map<String, String> filter =
                spec.filter() == null ? Map.of() : spec.filter().attributes();
        return new Trigger(manifest.name(), filter, spec.subscriber(), delivery);
    }

    private static PingSource ping(Path file, Manifest<PingSpec> manifest) {
        PingSpec spec = manifest.spec();
        try {
            return new PingSource(
                    manifest.name(), Schedule.parse(spec.schedule()), spec.contentType(), spec.data(), spec.sink());
        } catch (IllegalArgumentException e) {
            throw new BadManifest(file + ": " + e.getMessage(), e);
        }
    }

    private static JsonNode parse(Path file) {
        try {
            return YAML.readTree(file.toFile());
        } catch (IOException e) {
            throw new BadManifest(file + " is no YAML: " + e.getMessage(), e);
        }
    }

    private static <T> Manifest<T> bind(Path file, JsonNode document, Class<T> spec) {
        String name = document.path("metadata").path("name").asText();
        if (name.isEmpty()) {
            throw new BadManifest(file + ": metadata.name is missing");
        }
        try {
            return new Manifest<>(file, name, annotations(document), YAML.treeToValue(document.path("spec"), spec));
        } catch (JsonMappingException e) {
            throw new BadManifest(file + ": spec" + path(e) + ": " + e.getOriginalMessage(), e);
        } catch (JsonProcessingException e) {
            throw new BadManifest(file + ": " + e.getOriginalMessage(), e);
        }
    }

    private static String path(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        e.getPath().forEach(step -> path.append('.').append(step.getFieldName()));
        return path.toString();
    }

    private static Map<String, String> annotations(JsonNode document) {
        Map<String, String> annotations = new TreeMap<>();
        document.path("metadata")
                .path("annotations")
                .properties()
                .forEach(each -> annotations.put(each.getKey(), each.getValue().asText()));
        return annotations;
    }

    private record Manifest<T>(Path file, String name, Map<String, String> annotations, T spec) {}

    record TriggerSpec(
            @JsonProperty(required = true) String broker,
            Filter filter,
            @JsonProperty(required = true) Destination subscriber,
            DeliverySpec delivery) {}

    record Filter(@JsonProperty(required = true) Map<String, String> attributes) {}

    record BrokerSpec(DeliverySpec delivery) {}

    record PingSpec(
            @JsonProperty(required = true) String schedule,
            @JsonProperty(required = true) String contentType,
            @JsonProperty(required = true) String data,
            @JsonProperty(required = true) Destination sink) {}
}
