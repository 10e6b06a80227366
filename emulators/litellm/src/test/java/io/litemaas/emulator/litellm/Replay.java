package io.litemaas.emulator.litellm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Sends the recorded requests in their order, at their times, and says how the answers differ. */
final class Replay implements AutoCloseable {
    private static final Path RESOURCES = Path.of("src/test/resources");
    private static final String MASTER = "sk-master-1234";

    private final JsonNode prepared = json("replay/prepared.json");
    private final JsonNode volatiles = json("replay/volatile.json");
    private final JsonNode skipped = json("replay/skipped.json");
    private final Comparison comparison = new Comparison(volatiles);
    private final MovableClock clock = new MovableClock(Instant.EPOCH);
    private final Map<String, String> keysMade = new LinkedHashMap<>();
    private final Map<String, List<String>> failures = new LinkedHashMap<>();
    private final List<String> needlesslySkipped = new ArrayList<>();
    private final List<String> unknownSkips = new ArrayList<>();
    private int replayed;
    private LiteLlmEmulator emulator = start(Json.object());

    static JsonNode json(String file) {
        try {
            return Json.MAPPER.readTree(Files.readString(RESOURCES.resolve(file)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private LiteLlmEmulator start(JsonNode how) {
        return LiteLlmEmulator.start(EmulatorOptions.defaults()
                .withMasterKey(MASTER)
                .withClock(clock)
                .withFlush(Duration.ofMillis(how.path("flush_ms").asLong(1_000)))
                .withCache(how.path("cache").asBoolean()));
    }

    void run() throws IOException {
        List<String> numbers = recordings().stream().map(Recording::number).toList();
        skipped.fieldNames().forEachRemaining(number -> {
            if (!numbers.contains(number)) {
                unknownSkips.add(number);
            }
        });
        JsonNode names = prepared.path("names");
        names.properties()
                .forEach(each -> comparison.learn(
                        each.getKey(), Ids.sha256(each.getValue().asText())));
        for (Recording recording : recordings()) {
            clock.set(recording.at());
            prepare(recording.number());
            if (skipped.has(recording.number())) {
                Snapshot before = emulator.snapshot();
                if (answer(recording, new Comparison(volatiles)).isEmpty()) {
                    needlesslySkipped.add(recording.name());
                }
                emulator.restore(before);
            } else {
                List<String> differences = answer(recording, comparison);
                replayed++;
                if (!differences.isEmpty()) {
                    failures.put(recording.name(), differences);
                }
            }
        }
    }

    private static List<Recording> recordings() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(RESOURCES.resolve("recordings"))) {
            files = all.sorted().toList();
        }
        List<Recording> recordings = new ArrayList<>();
        Instant previous = Instant.EPOCH;
        for (Path file : files) {
            Recording recording =
                    Recording.of(file.getFileName().toString(), Json.MAPPER.readTree(Files.readString(file)), previous);
            recordings.add(recording);
            previous = recording.at();
        }
        return recordings;
    }

    /** Does what was done outside the recordings before this one. */
    private void prepare(String number) throws IOException {
        for (JsonNode step : prepared.path("steps")) {
            if (!step.path("before").asText().equals(number)) {
                continue;
            }
            if (step.has("fault")) {
                emulator.faults().add(Fault.of(FaultKind.of(step.path("fault").asText())));
            } else if (step.has("clear")) {
                emulator.faults().clear();
            } else if (step.has("time")) {
                clock.set(Instant.parse(step.path("time").asText()));
            } else if (step.has("restart")) {
                Snapshot state = emulator.snapshot();
                emulator.close();
                emulator = start(step.path("restart"));
                emulator.restore(state);
            } else {
                HttpResponse<String> answer = new Http(emulator.url())
                        .post(
                                step.path("path").asText(),
                                step.path("as").asText(MASTER),
                                step.path("body").toString());
                if (answer.statusCode() != 200) {
                    throw new IllegalStateException(step + " was answered " + answer.body());
                }
            }
        }
    }

    private List<String> answer(Recording recording, Comparison by) throws IOException {
        HttpResponse<String> answer = new Http(emulator.url())
                .send(
                        recording.method(),
                        comparison.translated(target(recording)),
                        headers(recording),
                        comparison.translated(recording.body()));
        List<String> differences = new ArrayList<>();
        int status = recording.response().path("status").asInt();
        if (answer.statusCode() != status) {
            differences.add("status " + answer.statusCode() + " instead of " + status + ": " + answer.body());
            return differences;
        }
        differences.addAll(by.differences(
                recording.response().path("body"),
                bodyOf(answer),
                volatiles.path("selections").path(recording.number()).asText("")));
        if (bodyOf(answer).path("key").isTextual()) {
            keysMade.put(recording.number(), bodyOf(answer).path("key").asText());
        }
        for (JsonNode header : volatiles.path("headers")) {
            JsonNode recorded = recording.response().path("headers").path(header.asText());
            String answered = answer.headers().firstValue(header.asText()).orElse("");
            if (recorded.isTextual() && !sameHeader(recorded.asText(), answered)) {
                differences.add(header.asText() + ": " + answered + " instead of " + recorded.asText());
            }
        }
        return differences;
    }

    private static boolean sameHeader(String recorded, String answered) {
        String number = "[0-9.]+(e-[0-9]+)?";
        return recorded.equals(answered)
                || (recorded.matches(number)
                        && answered.matches(number)
                        && Math.abs(Double.parseDouble(recorded) - Double.parseDouble(answered)) < 1e-15);
    }

    private static JsonNode bodyOf(HttpResponse<String> answer) {
        if (answer.headers().firstValue("content-type").orElse("").startsWith("text/event-stream")) {
            return TextNode.valueOf(answer.body());
        }
        try {
            return Json.MAPPER.readTree(answer.body());
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    private static String target(Recording recording) {
        StringBuilder target =
                new StringBuilder(recording.request().path("path").asText());
        char separator = '?';
        for (Map.Entry<String, JsonNode> each :
                recording.request().path("query").properties()) {
            target.append(separator).append(each.getKey()).append('=');
            target.append(URLEncoder.encode(each.getValue().asText(), StandardCharsets.UTF_8));
            separator = '&';
        }
        return target.toString();
    }

    private Map<String, String> headers(Recording recording) {
        Map<String, String> headers = new LinkedHashMap<>();
        recording.request().path("headers").properties().forEach(each -> {
            String value = each.getValue().asText();
            if (each.getKey().equals("Authorization") && value.contains("(")) {
                value = "Bearer " + credential(value.substring("Bearer ".length()), recording.number());
            }
            headers.put(each.getKey(), value);
        });
        return headers;
    }

    /** The recordings from 467 on name their keys instead of showing them. */
    private String credential(String name, String number) {
        String known = prepared.path("credentials").path(name).asText("");
        if (name.equals("(master)")) {
            return MASTER;
        }
        if (!known.isEmpty()) {
            return known;
        }
        if (name.startsWith("(key ")) {
            return keysMade.get(name.replaceAll("\\D", ""));
        }
        return keysMade.get(number.equals("473") ? "472" : "467");
    }

    List<String> unknownSkips() {
        return unknownSkips;
    }

    int replayed() {
        return replayed;
    }

    int skippedCount() {
        return skipped.size();
    }

    Map<String, List<String>> failures() {
        return failures;
    }

    List<String> needlesslySkipped() {
        return needlesslySkipped;
    }

    @Override
    public void close() {
        emulator.close();
    }
}
