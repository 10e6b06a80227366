package io.litemaas.emulator.litellm;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Lists of keys, newest first unless asked otherwise; a page beyond the end is empty, not an error. */
final class KeyListing {
    private static final int LARGEST = 100;
    private static final Set<String> SORTS =
            Set.of("spend", "max_budget", "created_at", "updated_at", "token", "key_alias");

    private final Store store;

    KeyListing(Store store) {
        this.store = store;
    }

    void addTo(Face face) {
        face.get("/key/list", Access.SELF_SERVICE, this::list);
        face.get("/key/aliases", Access.SELF_SERVICE, this::aliases);
    }

    private Reply list(Call call) {
        int size = call.number("size", 10);
        if (size > LARGEST) {
            throw Fields.tooLarge("size", LARGEST);
        }
        List<ObjectNode> rows = sorted(call, matching(call));
        boolean whole = call.param("return_full_object").equalsIgnoreCase("true");
        ArrayNode keys = Json.MAPPER.createArrayNode();
        int page = Math.max(1, call.number("page", 1));
        rows.stream()
                .skip((long) (page - 1) * size)
                .limit(size)
                .forEach(row -> keys.add(whole ? Shapes.render("key.listed", row) : row.get("token")));
        ObjectNode body = Json.object();
        body.set("keys", keys);
        return Reply.ok(paged(body, rows.size(), page, size));
    }

    private List<ObjectNode> matching(Call call) {
        List<ObjectNode> rows = new ArrayList<>(
                call.param("status").equals("deleted")
                        ? store.deletedKeys()
                        : store.keys().values());
        Collections.reverse(rows);
        Caller caller = call.caller();
        return rows.stream()
                .filter(row -> caller.seesEverything() || matches(row, "user_id", caller.userId()))
                .filter(row -> matches(row, "user_id", call.param("user_id")))
                .filter(row -> matches(row, "team_id", call.param("team_id")))
                .filter(row -> matches(row, "key_alias", call.param("key_alias")))
                .filter(row -> matches(row, "token", call.param("key_hash")))
                .toList();
    }

    private static boolean matches(ObjectNode row, String column, String wanted) {
        return wanted.isEmpty() || row.path(column).asText("").equals(wanted);
    }

    private static List<ObjectNode> sorted(Call call, List<ObjectNode> rows) {
        String column = call.param("sort_by");
        if (column.isEmpty()) {
            return rows;
        }
        if (!SORTS.contains(column)) {
            String message = "{'error': 'Invalid sort column. Must be one of: spend, max_budget, created_at,"
                    + " updated_at, token, key_alias'}";
            throw Refusal.error(400, "internal_server_error", "None", message);
        }
        Comparator<ObjectNode> order = column.equals("spend") || column.equals("max_budget")
                ? Comparator.comparingDouble(row -> row.path(column).asDouble())
                : Comparator.comparing(row -> row.path(column).asText(""));
        boolean ascending = call.param("sort_order").equalsIgnoreCase("asc");
        return rows.stream().sorted(ascending ? order : order.reversed()).toList();
    }

    private Reply aliases(Call call) {
        int size = call.number("size", 50);
        int page = Math.max(1, call.number("page", 1));
        List<String> all = store.keys().values().stream()
                .map(row -> row.path("key_alias").asText(""))
                .filter(alias -> !alias.isEmpty())
                .distinct()
                .sorted()
                .toList();
        ArrayNode aliases = Json.MAPPER.createArrayNode();
        all.stream().skip((long) (page - 1) * size).limit(size).forEach(aliases::add);
        ObjectNode body = Json.object();
        body.set("aliases", aliases);
        return Reply.ok(paged(body, all.size(), page, size).put("size", size));
    }

    private static ObjectNode paged(ObjectNode body, int total, int page, int size) {
        int pages = size < 1 ? 0 : (total + size - 1) / size;
        return body.put("total_count", total).put("current_page", page).put("total_pages", pages);
    }
}
