package io.litemaas.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.knative.eventing.v1.Broker;
import io.fabric8.knative.eventing.v1.Trigger;
import io.fabric8.knative.serving.v1.Service;
import io.fabric8.knative.sources.v1.PingSource;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The objects of a file, read by their own types, where a misspelt field is refused.
 *
 * @param parameters of a template
 * @param text the whole file
 */
record Manifests(List<JsonNode> documents, Set<String> parameters, String text) {
    private static final Map<Class<? extends HasMetadata>, String> KINDS = Map.ofEntries(
            Map.entry(Service.class, "serving.knative.dev/v1 Service"),
            Map.entry(Deployment.class, "apps/v1 Deployment"),
            Map.entry(Job.class, "batch/v1 Job"),
            Map.entry(ServiceAccount.class, "v1 ServiceAccount"),
            Map.entry(io.fabric8.kubernetes.api.model.Service.class, "v1 Service"),
            Map.entry(ConfigMap.class, "v1 ConfigMap"),
            Map.entry(Ingress.class, "networking.k8s.io/v1 Ingress"),
            Map.entry(NetworkPolicy.class, "networking.k8s.io/v1 NetworkPolicy"),
            Map.entry(Broker.class, "eventing.knative.dev/v1 Broker"),
            Map.entry(Trigger.class, "eventing.knative.dev/v1 Trigger"),
            Map.entry(PingSource.class, "sources.knative.dev/v1 PingSource"));

    static Manifests read(Path file) {
        return new Manifests(documentsOf(file), Set.of(), textOf(file));
    }

    /** Of an OpenShift template. */
    static Manifests readTemplate(Path file) {
        JsonNode template = documentsOf(file).get(0);
        List<JsonNode> objects = new ArrayList<>();
        template.path("objects").forEach(objects::add);
        Set<String> parameters = new TreeSet<>();
        template.path("parameters")
                .forEach(parameter -> parameters.add(parameter.path("name").asText()));
        return new Manifests(objects, parameters, textOf(file));
    }

    <T extends HasMetadata> Map<String, T> byName(Class<T> type) {
        Map<String, T> found = new TreeMap<>();
        for (JsonNode document : documents) {
            if (kind(document).equals(KINDS.get(type))) {
                found.put(document.at("/metadata/name").asText(), TriggerFiles.strictly(document, type));
            }
        }
        return found;
    }

    /** Reads each object of a kind that it knows by its type, and tells the kinds of the others. */
    Set<String> kindsUnread() {
        KINDS.keySet().forEach(this::byName);
        return documents.stream()
                .map(Manifests::kind)
                .filter(kind -> !KINDS.containsValue(kind))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The objects of a kind that has no type here, as they are. */
    List<JsonNode> ofKind(String kind) {
        return documents.stream()
                .filter(document -> document.path("kind").asText().equals(kind))
                .toList();
    }

    /** The names of the objects of some kinds, whatever their group. */
    Set<String> names(String... kinds) {
        return documents.stream()
                .filter(document -> Set.of(kinds).contains(document.path("kind").asText()))
                .map(document -> document.at("/metadata/name").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** All that run, by the name of what runs them. */
    Map<String, PodSpec> pods() {
        Map<String, PodSpec> pods = new TreeMap<>();
        byName(Deployment.class)
                .forEach((name, object) ->
                        pods.put(name, object.getSpec().getTemplate().getSpec()));
        byName(Job.class)
                .forEach((name, object) ->
                        pods.put(name, object.getSpec().getTemplate().getSpec()));
        byName(Service.class)
                .forEach((name, object) ->
                        pods.put(name, podOf(object.getSpec().getTemplate().getSpec())));
        return pods;
    }

    /** What their pods are known by, by the name of what runs them. */
    Map<String, Map<String, String>> labels() {
        Map<String, Map<String, String>> labels = new TreeMap<>();
        byName(Deployment.class)
                .forEach((name, object) ->
                        labels.put(name, labelsOf(object.getSpec().getTemplate().getMetadata())));
        byName(Job.class)
                .forEach((name, object) ->
                        labels.put(name, labelsOf(object.getSpec().getTemplate().getMetadata())));
        byName(Service.class)
                .forEach((name, object) ->
                        labels.put(name, labelsOf(object.getSpec().getTemplate().getMetadata())));
        return labels;
    }

    /** What stands in the text like a parameter, but for what the gateway's image fills in. */
    Set<String> parametersUsed() {
        return Pattern.compile("\\$\\{([A-Z_]+)}")
                .matcher(text)
                .results()
                .map(name -> name.group(1))
                .filter(name -> !name.matches("(UPSTREAM|GATEWAY)_.*|PORTAL_ROOT"))
                .collect(Collectors.toSet());
    }

    private static Map<String, String> labelsOf(ObjectMeta pod) {
        return pod.getLabels();
    }

    private static PodSpec podOf(io.fabric8.knative.serving.v1.RevisionSpec revision) {
        return new PodSpecBuilder()
                .withContainers(revision.getContainers())
                .withVolumes(revision.getVolumes())
                .withServiceAccountName(revision.getServiceAccountName())
                .build();
    }

    private static String kind(JsonNode document) {
        return document.path("apiVersion").asText() + " "
                + document.path("kind").asText();
    }

    private static List<JsonNode> documentsOf(Path file) {
        YAMLMapper yaml = new YAMLMapper();
        try (var values = yaml.readerFor(JsonNode.class).<JsonNode>readValues(file.toFile())) {
            return values.readAll();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String textOf(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
