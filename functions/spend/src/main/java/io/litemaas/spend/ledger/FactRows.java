package io.litemaas.spend.ledger;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;

/** Requests as one parameter of a statement: a JSON document, in which PostgreSQL reads numbers as exact decimals. */
final class FactRows {
    /** Reads the parameter {@code :rows}. */
    static final String INCOMING = """
            incoming as (
              select * from json_to_recordset(cast(:rows as json)) as i (
                day date, identity uuid, attribution_id uuid, started_at timestamptz, cost numeric,
                prompt_tokens bigint, completion_tokens bigint, successful boolean, model text)
            )
            """;

    private FactRows() {}

    static String json(List<SortedBatch.Entry> entries) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        for (SortedBatch.Entry entry : entries) {
            LoggedRequest request = entry.request();
            rows.addObject()
                    .put("day", request.identity().day().toString())
                    .put("identity", request.identity().id().toString())
                    .put("attribution_id", entry.attribution().id().toString())
                    .put("started_at", request.identity().startedAt().toString())
                    .put("cost", request.cost())
                    .put("prompt_tokens", request.promptTokens())
                    .put("completion_tokens", request.completionTokens())
                    .put("successful", request.successful())
                    .put("model", request.model());
        }
        return rows.toString();
    }
}
