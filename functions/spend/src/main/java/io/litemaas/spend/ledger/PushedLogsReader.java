package io.litemaas.spend.ledger;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads a pushed batch as a stream: an array of {@code StandardLoggingPayload}, about 12 kB each. */
final class PushedLogsReader extends StdDeserializer<PushedLogs> {
    private static final long serialVersionUID = 1L;
    /** LiteLLM pushes at most 512, unless it is told otherwise. */
    private static final int MOST_ROWS = 10_000;

    PushedLogsReader() {
        super(PushedLogs.class);
    }

    /** A batch that is {@code null} is none. */
    @Override
    public PushedLogs getNullValue(DeserializationContext context) throws JsonMappingException {
        throw MismatchedInputException.from(context.getParser(), PushedLogs.class, "not an array");
    }

    @Override
    public PushedLogs deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        // Python writes NaN where a cost is none; that must cost one row, not the batch
        parser.enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS.mappedFeature());
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw MismatchedInputException.from(parser, PushedLogs.class, "not an array");
        }
        List<LoggedRequest> requests = new ArrayList<>();
        List<UnbookableRow> unbookable = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (requests.size() + unbookable.size() == MOST_ROWS) {
                throw MismatchedInputException.from(parser, PushedLogs.class, "too many rows");
            }
            PushedRow row = PushedRow.read(parser);
            row.request().ifPresentOrElse(requests::add, () -> unbookable.add(row.unbookable()));
        }
        return new PushedLogs(requests, unbookable);
    }
}
