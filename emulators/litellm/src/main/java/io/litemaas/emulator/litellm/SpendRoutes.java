package io.litemaas.emulator.litellm;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The spend log. The old form summarises by day as soon as dates are given; the new one wants dates, and pages. */
final class SpendRoutes {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final int LARGEST_PAGE = 1_000;

    private final Store store;
    private final Ledger ledger;

    SpendRoutes(Store store, Ledger ledger) {
        this.store = store;
        this.ledger = ledger;
    }

    void addTo(Face face) {
        face.get("/spend/logs", Access.SELF_SERVICE, this::logs);
        face.get("/spend/logs/v2", Access.SELF_SERVICE, this::logsV2);
    }

    private Reply logs(Call call) {
        String hash = Ids.hashOf(call.param("api_key"));
        List<SpendRow> rows = newestFirst(call).stream()
                .filter(row -> hash.isEmpty() || row.keyHash().equals(hash))
                .filter(row -> matches(call, "user_id", row.userId()))
                .filter(row -> matches(call, "request_id", row.requestId()))
                .toList();
        if (call.param("start_date").isEmpty() || call.param("end_date").isEmpty()) {
            return Reply.ok(list(rows));
        }
        LocalDate from = day(call.param("start_date"));
        LocalDate to = day(call.param("end_date"));
        List<SpendRow> within = rows.stream()
                .filter(row -> isWithin(row, startOf(from), startOf(to)))
                .toList();
        return Reply.ok(call.param("summarize").equals("false") ? list(within) : new SpendSummary(within).until(to));
    }

    private ArrayNode list(List<SpendRow> rows) {
        ArrayNode list = Json.MAPPER.createArrayNode();
        rows.forEach(row -> list.add(SpendShapes.log(row, keyOf(row))));
        return list;
    }

    private ObjectNode keyOf(SpendRow row) {
        return store.key(row.keyHash())
                .or(() -> store.deletedKeys().stream()
                        .filter(key -> key.path("token").asText().equals(row.keyHash()))
                        .findFirst())
                .orElseGet(Json::object);
    }

    private Reply logsV2(Call call) {
        if (call.param("start_date").isEmpty() || call.param("end_date").isEmpty()) {
            throw Refusal.error(400, "bad_request", "None", "Start date and end date are required");
        }
        int size = call.number("page_size", 50);
        if (size > LARGEST_PAGE) {
            throw Fields.tooLarge("page_size", LARGEST_PAGE);
        }
        int page = Math.max(1, call.number("page", 1));
        List<SpendRow> rows = sorted(call, matchingV2(call));
        ObjectNode body = Json.object();
        ArrayNode data = body.putArray("data");
        rows.stream()
                .skip((long) (page - 1) * size)
                .limit(size)
                .forEach(row -> data.add(SpendShapes.logV2(row, keyOf(row))));
        body.put("total", rows.size()).put("page", page).put("page_size", size);
        body.put("total_pages", size < 1 ? 0 : (rows.size() + size - 1) / size);
        return Reply.ok(body.put("total_is_capped", false));
    }

    private List<SpendRow> matchingV2(Call call) {
        Instant from = moment(call.param("start_date"), false);
        Instant to = moment(call.param("end_date"), true);
        return newestFirst(call).stream()
                .filter(row -> isWithin(row, from, to))
                .filter(row -> matches(call, "api_key", row.keyHash()))
                .filter(row -> matches(call, "user_id", row.userId()))
                .filter(row -> matches(call, "team_id", row.teamId()))
                .filter(row -> matches(call, "request_id", row.requestId()))
                .filter(row -> matches(call, "model", row.model()))
                .filter(row -> matches(call, "status_filter", row.isFailure() ? "failure" : "success"))
                .filter(row ->
                        matches(call, "key_alias", keyOf(row).path("key_alias").asText("")))
                .toList();
    }

    private static List<SpendRow> sorted(Call call, List<SpendRow> rows) {
        Comparator<SpendRow> order = switch (call.param("sort_by")) {
            case "spend" -> Comparator.comparingDouble(row -> row.cost().total());
            case "total_tokens" -> Comparator.comparingInt(row -> row.tokens().total());
            default -> Comparator.comparing(SpendRow::startMicros);
        };
        if (call.param("sort_by").isEmpty()) {
            return rows;
        }
        List<SpendRow> oldestFirst = new ArrayList<>(rows);
        Collections.reverse(oldestFirst);
        boolean ascending = call.param("sort_order").equals("asc");
        return oldestFirst.stream().sorted(ascending ? order : order.reversed()).toList();
    }

    private List<SpendRow> newestFirst(Call call) {
        List<SpendRow> rows = new ArrayList<>(ledger.visible());
        Collections.reverse(rows);
        Caller caller = call.caller();
        rows.removeIf(row -> !caller.seesEverything() && !row.userId().equals(caller.userId()));
        return rows;
    }

    private static boolean matches(Call call, String param, String value) {
        return call.param(param).isEmpty() || call.param(param).equals(value);
    }

    private static boolean isWithin(SpendRow row, Instant from, Instant to) {
        return !row.start().isBefore(from) && !row.start().isAfter(to);
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw Refusal.error(
                    500,
                    "internal_error",
                    "None",
                    "/spend/logs Errortime data '" + text + "' does not match format '%Y-%m-%d'");
        }
    }

    private static Instant moment(String text, boolean end) {
        try {
            return LocalDateTime.parse(text, MOMENT).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            LocalDate day = day(text);
            return startOf(end ? day.plusDays(1) : day);
        }
    }

    /** Sums by day; keys stand beside the other fields under their hashes. */
    private record SpendSummary(List<SpendRow> rows) {
        ArrayNode until(LocalDate last) {
            ArrayNode days = Json.MAPPER.createArrayNode();
            Map<LocalDate, List<SpendRow>> byDay = new TreeMap<>();
            rows.forEach(row -> byDay.computeIfAbsent(
                            LocalDate.ofInstant(row.start(), ZoneOffset.UTC), day -> new ArrayList<>())
                    .add(row));
            LocalDate next = last.plusDays(1);
            for (Map.Entry<LocalDate, List<SpendRow>> day : byDay.entrySet()) {
                days.add(sum(day.getKey(), day.getValue()));
                next = day.getKey().plusDays(1);
            }
            for (LocalDate day = next; !day.isAfter(last); day = day.plusDays(1)) {
                ObjectNode empty =
                        days.addObject().put("startTime", day.toString()).put("spend", 0);
                empty.putObject("users");
                empty.putObject("models");
            }
            return days;
        }

        private static ObjectNode sum(LocalDate day, List<SpendRow> rows) {
            ObjectNode sums = Json.object();
            ObjectNode users = Json.object();
            ObjectNode models = Json.object();
            double total = 0;
            for (SpendRow row : rows) {
                total += row.cost().total();
                raise(sums, row.keyHash(), row);
                raise(users, row.userId(), row);
                raise(models, row.model(), row);
            }
            sums.put("startTime", day.toString()).put("spend", total);
            sums.set("users", users);
            sums.set("models", models);
            return sums;
        }

        private static void raise(ObjectNode sums, String name, SpendRow row) {
            sums.put(name, sums.path(name).asDouble() + row.cost().total());
        }
    }
}
