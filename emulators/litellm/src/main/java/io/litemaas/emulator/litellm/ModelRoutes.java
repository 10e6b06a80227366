package io.litemaas.emulator.litellm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The catalogue: one row a deployment, or one a public name. */
final class ModelRoutes {
    private final ModelCatalogue catalogue;
    private final Store store;

    ModelRoutes(ModelCatalogue catalogue, Store store) {
        this.catalogue = catalogue;
        this.store = store;
    }

    void addTo(Face face) {
        face.get("/model/info", Access.SELF_SERVICE, this::info);
        face.get("/v1/model/info", Access.SELF_SERVICE, this::info);
        face.get("/v2/model/info", Access.SELF_SERVICE, this::page);
        face.get("/model_group/info", Access.SELF_SERVICE, this::groups);
        face.get("/v1/models", Access.MODELS, this::list);
        face.get("/models", Access.MODELS, this::list);
    }

    private Reply info(Call call) {
        String id = call.param("litellm_model_id");
        JsonNode ofUser = store.user(call.caller().userId())
                .map(user -> user.path("models"))
                .orElseGet(Json.MAPPER::createArrayNode);
        List<JsonNode> rows = visible(call).stream()
                .filter(each -> id.isEmpty() || each.id().equals(id))
                .map(each -> withDirectAccess(each, catalogue.allows(ofUser, each.group())))
                .toList();
        if (rows.isEmpty() && !id.isEmpty()) {
            throw Refusal.detailError(400, "Model id = " + id + " not found on litellm proxy");
        }
        return Reply.ok(data(rows));
    }

    private Reply page(Call call) {
        int page = Math.max(1, call.number("page", 1));
        int size = Math.max(1, call.number("size", 50));
        List<JsonNode> rows =
                visible(call).stream().map(ModelRoutes::withoutAccess).toList();
        ObjectNode body =
                data(rows.stream().skip((long) (page - 1) * size).limit(size).toList());
        body.put("total_count", rows.size());
        body.put("current_page", page);
        body.put("total_pages", (rows.size() + size - 1) / size);
        body.put("size", size);
        return Reply.ok(body);
    }

    private static JsonNode withDirectAccess(Deployment deployment, boolean direct) {
        ObjectNode row = deployment.row().deepCopy();
        ((ObjectNode) row.path("model_info")).put("direct_access", direct);
        return row;
    }

    private static JsonNode withoutAccess(Deployment deployment) {
        ObjectNode row = deployment.row().deepCopy();
        ((ObjectNode) row.path("model_info")).remove(List.of("access_via_team_ids", "direct_access"));
        return row;
    }

    private Reply groups(Call call) {
        return Reply.ok(data(allowed(call, catalogue.groups(), "model_group")));
    }

    private Reply list(Call call) {
        return Reply.ok(data(allowed(call, catalogue.listing(), "id")).put("object", "list"));
    }

    private List<Deployment> visible(Call call) {
        JsonNode allowed = allowedModels(call);
        return catalogue.deployments().stream()
                .filter(each -> catalogue.allows(allowed, each.group()))
                .toList();
    }

    private List<JsonNode> allowed(Call call, JsonNode rows, String name) {
        JsonNode allowed = allowedModels(call);
        return rows.valueStream()
                .filter(row -> catalogue.allows(allowed, row.path(name).asText()))
                .toList();
    }

    private JsonNode allowedModels(Call call) {
        return store.key(call.caller().keyHash()).map(key -> key.path("models")).orElse(Json.MAPPER.createArrayNode());
    }

    private static ObjectNode data(List<JsonNode> rows) {
        ArrayNode data = Json.MAPPER.createArrayNode();
        rows.forEach(row -> data.add(row.deepCopy()));
        ObjectNode body = Json.object();
        body.set("data", data);
        return body;
    }
}
