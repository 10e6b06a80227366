package io.litemaas.emulator.litellm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The models that the recorded proxy was configured with. */
final class ModelCatalogue {
    private final List<Deployment> deployments = new ArrayList<>();
    private final JsonNode groups;
    private final JsonNode listing;

    ModelCatalogue() {
        JsonNode models = Json.resource("models.json");
        models.path("deployments").forEach(each -> deployments.add(new Deployment((ObjectNode) each)));
        groups = models.path("groups");
        listing = models.path("listing");
    }

    List<Deployment> deployments() {
        return deployments;
    }

    JsonNode groups() {
        return groups;
    }

    JsonNode listing() {
        return listing;
    }

    Optional<Deployment> byGroup(String publicName) {
        return deployments.stream()
                .filter(each -> each.group().equals(publicName))
                .findFirst();
    }

    /** Whether a list of allowed models, which may name access groups, covers a model. An empty list covers all. */
    boolean allows(JsonNode allowed, String publicName) {
        if (allowed.isEmpty()) {
            return true;
        }
        for (JsonNode each : allowed) {
            String name = each.asText();
            boolean named = name.equals(publicName) || name.equals("all-proxy-models");
            if (named
                    || deployments.stream()
                            .anyMatch(model -> model.group().equals(publicName) && model.isInGroup(name))) {
                return true;
            }
        }
        return false;
    }
}
