package io.litemaas.litellm;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.faulttolerance.Retry;

/** What LiteLLM logged and added up; only read. */
@ApplicationScoped
@Retry(
        maxRetries = Repeat.TIMES,
        delay = Repeat.DELAY_MILLIS,
        jitter = Repeat.JITTER_MILLIS,
        retryOn = LiteLlmUnavailable.class,
        abortOn = NotTried.class)
public class LiteLlmSpend {
    private final Exchange exchange;

    LiteLlmSpend(Exchange exchange) {
        this.exchange = exchange;
    }

    /** One page of a window. Rows appear some seconds after their calls, failed ones among them. */
    public SpendLogPage logs(SpendLogQuery query, Deadline deadline) {
        Call call = Call.getByReader("/spend/logs/v2", query.parameters());
        Fields answer = exchange.ask(call, deadline);
        List<SpendLog> rows = new ArrayList<>();
        List<MalformedSpendLog> malformed = new ArrayList<>();
        List<JsonNode> data = answer.elements("data");
        for (int i = 0; i < data.size(); i++) {
            try {
                rows.add(SpendLog.from(new Fields(call, data.get(i))));
            } catch (LiteLlmFault e) {
                malformed.add(new MalformedSpendLog(i, requestId(data.get(i)), e.getMessage()));
            }
        }
        return new SpendLogPage(
                rows,
                malformed,
                answer.whole("total"),
                answer.count("page"),
                answer.count("total_pages"),
                answer.flag("total_is_capped"));
    }

    private static String requestId(JsonNode row) {
        String id = row.path("request_id").asText("");
        return id.substring(0, Math.min(id.length(), MalformedSpendLog.LONGEST_ID));
    }

    /** LiteLLM's totals of these days, first and last included; days without calls are left out. */
    public List<DailyActivity> dailyActivity(LocalDate first, LocalDate last, Deadline deadline) {
        Map<String, String> query = Map.of("start_date", first.toString(), "end_date", last.toString());
        return exchange
                .ask(Call.getByReader("/user/daily/activity/aggregated", query), deadline)
                .objects("results")
                .stream()
                .map(DailyActivity::from)
                .toList();
    }
}
