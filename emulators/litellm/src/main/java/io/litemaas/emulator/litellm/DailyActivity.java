package io.litemaas.emulator.litellm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Totals by day. The paged form pages over (day, key, model), so a page holds a part of a day and a total of its own;
 * the aggregated form holds all.
 */
final class DailyActivity {
    private final Store store;
    private final Ledger ledger;

    DailyActivity(Store store, Ledger ledger) {
        this.store = store;
        this.ledger = ledger;
    }

    void addTo(Face face) {
        face.get("/user/daily/activity", Access.SELF_SERVICE, this::paged);
        face.get("/user/daily/activity/aggregated", Access.SELF_SERVICE, this::aggregated);
    }

    private Reply paged(Call call) {
        List<List<SpendRow>> groups = groups(rows(call));
        int size = Math.max(1, call.number("page_size", 50));
        int page = Math.max(1, call.number("page", 1));
        List<SpendRow> shown = groups.stream()
                .skip((long) (page - 1) * size)
                .limit(size)
                .flatMap(List::stream)
                .toList();
        ObjectNode answer = answer(shown, page, Math.max(1, (groups.size() + size - 1) / size));
        ObjectNode metadata = (ObjectNode) answer.path("metadata");
        for (String absent : List.of("api_key_limit", "total_api_keys", "entity_total_api_keys")) {
            metadata.putNull(absent);
        }
        return Reply.ok(answer);
    }

    private Reply aggregated(Call call) {
        return Reply.ok(answer(rows(call), 1, 1));
    }

    /** One group a day, key, model and status of one user; newest day first. */
    private static List<List<SpendRow>> groups(List<SpendRow> rows) {
        Map<String, List<SpendRow>> groups = new LinkedHashMap<>();
        rows.forEach(row -> groups.computeIfAbsent(
                        day(row) + "|" + row.keyHash() + "|" + row.model() + "|" + row.route(),
                        name -> new ArrayList<>())
                .add(row));
        List<List<SpendRow>> newestFirst = new ArrayList<>(groups.values());
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    private List<SpendRow> rows(Call call) {
        if (call.param("start_date").isEmpty() || call.param("end_date").isEmpty()) {
            throw Refusal.detailError(400, "Please provide start_date and end_date");
        }
        Caller caller = call.caller();
        String user = call.param("user_id");
        if (!caller.seesEverything() && !user.isEmpty() && !user.equals(caller.userId())) {
            throw Refusal.detailError(403, "Non-admin users can only view their own spend data.");
        }
        String wanted = caller.seesEverything() ? user : caller.userId();
        LocalDate from = parse(call.param("start_date"));
        LocalDate to = parse(call.param("end_date"));
        return ledger.visible().stream()
                .filter(row -> !day(row).isBefore(from) && !day(row).isAfter(to))
                .filter(row -> wanted.isEmpty() || row.userId().equals(wanted))
                .filter(row -> matches(call, "api_key", row.keyHash()))
                .filter(row -> matches(call, "model", row.model()))
                .toList();
    }

    private static boolean matches(Call call, String param, String value) {
        return call.param(param).isEmpty() || call.param(param).equals(value);
    }

    private static LocalDate parse(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw Refusal.detailError(400, "Invalid date format. Use YYYY-MM-DD");
        }
    }

    private static LocalDate day(SpendRow row) {
        return LocalDate.ofInstant(row.start(), ZoneOffset.UTC);
    }

    private ObjectNode answer(List<SpendRow> rows, int page, int pages) {
        Map<LocalDate, List<SpendRow>> days = new TreeMap<>(Collections.reverseOrder());
        rows.forEach(
                row -> days.computeIfAbsent(day(row), day -> new ArrayList<>()).add(row));
        ObjectNode body = Json.object();
        ArrayNode results = body.putArray("results");
        days.forEach((day, ofDay) -> results.add(result(day, ofDay)));
        ObjectNode totals = Shapes.defaults("totals");
        metrics(rows).properties().forEach(each -> {
            String name = each.getKey().equals("total_tokens") || each.getKey().startsWith("total_")
                    ? each.getKey()
                    : "total_" + each.getKey();
            totals.set(name, each.getValue());
        });
        totals.put("page", page).put("total_pages", pages).put("has_more", page < pages);
        totals.put("api_key_limit", 100);
        totals.put(
                "total_api_keys",
                rows.stream().map(SpendRow::keyHash).distinct().count());
        totals.set("entity_total_api_keys", keysByEntity(rows));
        body.set("metadata", totals);
        return body;
    }

    private static ObjectNode keysByEntity(List<SpendRow> rows) {
        Map<String, List<String>> keys = new LinkedHashMap<>();
        rows.forEach(row -> {
            List<String> ofEntity = keys.computeIfAbsent(entity(row), name -> new ArrayList<>());
            if (!ofEntity.contains(row.keyHash())) {
                ofEntity.add(row.keyHash());
            }
        });
        ObjectNode counts = Json.object();
        keys.forEach((name, ofEntity) -> counts.put(name, ofEntity.size()));
        return counts;
    }

    private ObjectNode result(LocalDate day, List<SpendRow> rows) {
        ObjectNode result = Json.object().put("date", day.toString());
        result.set("metrics", metrics(rows));
        ObjectNode breakdown = result.putObject("breakdown");
        breakdown.putObject("mcp_servers");
        breakdown.set("models", by(rows, SpendRow::model));
        breakdown.set("model_groups", by(rows, DailyActivity::group));
        breakdown.set("providers", by(rows, row -> row.provider().isEmpty() ? "unknown" : row.provider()));
        breakdown.set("endpoints", by(rows, SpendRow::route));
        breakdown.set("api_keys", keys(rows));
        ObjectNode entities = by(rows, DailyActivity::entity);
        entities.properties()
                .forEach(each -> store.user(each.getKey()).ifPresent(user -> {
                    ObjectNode metadata = (ObjectNode) each.getValue().path("metadata");
                    metadata.set("user_email", user.get("user_email"));
                    metadata.set("user_alias", user.get("user_alias"));
                }));
        breakdown.set("entities", entities);
        return result;
    }

    private static String group(SpendRow row) {
        return row.modelGroup().isEmpty() ? row.model() : row.modelGroup();
    }

    private static String entity(SpendRow row) {
        return row.userId().isEmpty() ? "Unassigned" : row.userId();
    }

    private interface Name {
        String of(SpendRow row);
    }

    private ObjectNode by(List<SpendRow> rows, Name name) {
        Map<String, List<SpendRow>> groups = new LinkedHashMap<>();
        rows.stream()
                .filter(row -> !name.of(row).isEmpty())
                .forEach(row -> groups.computeIfAbsent(name.of(row), any -> new ArrayList<>())
                        .add(row));
        ObjectNode shown = Json.object();
        groups.forEach((key, ofGroup) -> {
            ObjectNode group = shown.putObject(key);
            group.set("metrics", metrics(ofGroup));
            group.putObject("metadata");
            group.set("api_key_breakdown", keys(ofGroup));
        });
        return shown;
    }

    private ObjectNode keys(List<SpendRow> rows) {
        Map<String, List<SpendRow>> groups = new LinkedHashMap<>();
        rows.forEach(row ->
                groups.computeIfAbsent(row.keyHash(), any -> new ArrayList<>()).add(row));
        ObjectNode shown = Json.object();
        groups.forEach((hash, ofKey) -> {
            ObjectNode key = shown.putObject(hash);
            key.set("metrics", metrics(ofKey));
            key.set("metadata", about(hash));
        });
        return shown;
    }

    private ObjectNode about(String hash) {
        JsonNode key = store.key(hash)
                .or(() -> store.deletedKeys().stream()
                        .filter(each -> each.path("token").asText().equals(hash))
                        .findFirst())
                .orElseGet(Json::object);
        ObjectNode metadata = Json.object();
        metadata.set("key_alias", key.get("key_alias"));
        metadata.set("team_id", key.get("team_id"));
        metadata.set("user_id", key.get("user_id"));
        metadata.set(
                "user_email",
                store.user(key.path("user_id").asText(""))
                        .map(user -> user.get("user_email"))
                        .orElse(null));
        return metadata.put("key_exists", store.key(hash).isPresent());
    }

    private static ObjectNode metrics(List<SpendRow> rows) {
        double spend = 0;
        int prompt = 0;
        int completion = 0;
        int failed = 0;
        long millis = 0;
        for (SpendRow row : rows) {
            spend += row.cost().total();
            prompt += row.tokens().prompt();
            completion += row.tokens().completion();
            failed += row.isFailure() ? 1 : 0;
            millis += row.isFailure()
                    ? 0
                    : Duration.between(row.start(), row.end()).toMillis();
        }
        ObjectNode metrics = Shapes.defaults("usage.metrics");
        metrics.put("spend", spend).put("prompt_tokens", prompt).put("completion_tokens", completion);
        metrics.put("total_tokens", prompt + completion).put("api_requests", rows.size());
        metrics.put("successful_requests", rows.size() - failed).put("failed_requests", failed);
        metrics.put("total_response_time_ms", millis);
        return metrics.put("timed_requests", rows.size() - failed);
    }
}
