package io.litemaas.spend.ledger;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One row of a pushed batch. Only fields named here are ever read; prompts, answers and addresses are skipped token by
 * token.
 */
final class PushedRow {
    private static final Set<String> TEXTS = Set.of("id", "litellm_call_id", "status", "model", "model_group");
    private static final Set<String> NUMBERS =
            Set.of("startTime", "response_cost", "prompt_tokens", "completion_tokens");
    private static final String METADATA = "metadata";
    private static final String KEY_HASH = "user_api_key_hash";

    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, BigDecimal> numbers = new HashMap<>();
    private Optional<String> fault = Optional.empty();

    private PushedRow() {}

    /** Reads the value that the parser stands at, to its end, whatever it is. */
    static PushedRow read(JsonParser parser) throws IOException {
        PushedRow row = new PushedRow();
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            row.fault = Optional.of("not an object");
            return row;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            if (METADATA.equals(name)) {
                row.readMetadata(parser);
            } else {
                row.readField(name, parser);
            }
        }
        return row;
    }

    private void readMetadata(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean hash = KEY_HASH.equals(parser.currentName());
            parser.nextToken();
            if (hash) {
                readText(KEY_HASH, parser);
            } else {
                parser.skipChildren();
            }
        }
    }

    private void readField(String name, JsonParser parser) throws IOException {
        if (TEXTS.contains(name)) {
            readText(name, parser);
        } else if (NUMBERS.contains(name)) {
            readNumber(name, parser);
        } else {
            parser.skipChildren();
        }
    }

    private void readText(String name, JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            texts.put(name, parser.getText());
        } else if (parser.currentToken() != JsonToken.VALUE_NULL) {
            wrongType(name, parser);
        }
    }

    private void readNumber(String name, JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        boolean finite =
                token == JsonToken.VALUE_NUMBER_INT || (token == JsonToken.VALUE_NUMBER_FLOAT && !parser.isNaN());
        if (finite && LoggedRequest.isSane(parser.getDecimalValue())) {
            numbers.put(name, parser.getDecimalValue());
        } else if (token != JsonToken.VALUE_NULL) {
            wrongType(name, parser);
        }
    }

    private void wrongType(String name, JsonParser parser) throws IOException {
        parser.skipChildren();
        fault = Optional.of(name + " has the wrong type");
    }

    /** The request, if the row is of the form that was recorded. */
    Optional<LoggedRequest> request() {
        if (fault().isPresent()) {
            return Optional.empty();
        }
        String group = texts.getOrDefault("model_group", "");
        return Optional.of(new LoggedRequest(
                new RequestIdentity(
                        texts.get("litellm_call_id"),
                        texts.get("id"),
                        Optional.ofNullable(texts.get(KEY_HASH)),
                        RequestIdentity.moment(numbers.get("startTime"))),
                group.isEmpty() ? texts.getOrDefault("model", "") : group,
                numbers.get("response_cost"),
                whole("prompt_tokens"),
                whole("completion_tokens"),
                texts.get("status").equals("success")));
    }

    UnbookableRow unbookable() {
        return UnbookableRow.unread(
                fault().orElseThrow(), texts.getOrDefault("litellm_call_id", ""), texts.getOrDefault("id", ""));
    }

    private Optional<String> fault() {
        return fault.or(this::missing).or(this::outOfRange);
    }

    private Optional<String> missing() {
        for (String name : new String[] {"id", "litellm_call_id", "status"}) {
            if (!texts.containsKey(name)) {
                return Optional.of(name + " is missing");
            }
        }
        for (String name : new String[] {"startTime", "response_cost", "prompt_tokens", "completion_tokens"}) {
            if (!numbers.containsKey(name)) {
                return Optional.of(name + " is missing");
            }
        }
        return Optional.empty();
    }

    private Optional<String> outOfRange() {
        if (numbers.get("startTime")
                        .abs()
                        .compareTo(BigDecimal.valueOf(Integer.MAX_VALUE).scaleByPowerOfTen(2))
                > 0) {
            return Optional.of("startTime is out of range");
        }
        for (String name : new String[] {"prompt_tokens", "completion_tokens"}) {
            BigDecimal tokens = numbers.get(name);
            if (tokens.stripTrailingZeros().scale() > 0 || tokens.abs().precision() - tokens.scale() > 18) {
                return Optional.of(name + " is no count");
            }
        }
        return Optional.empty();
    }

    private long whole(String name) {
        return numbers.get(name).longValueExact();
    }
}
