package io.litemaas.litellm;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * LiteLLM's own total of a UTC day, over all users. A sum of doubles: to compare with, not to bill from.
 *
 * @param date the day
 * @param spend in LiteLLM's currency
 * @param promptTokens read by models
 * @param completionTokens written by models
 * @param apiRequests all of them
 * @param successfulRequests those that were answered
 * @param failedRequests those that were not
 */
public record DailyActivity(
        LocalDate date,
        BigDecimal spend,
        long promptTokens,
        long completionTokens,
        long apiRequests,
        long successfulRequests,
        long failedRequests) {

    static DailyActivity from(Fields day) {
        Fields metrics = day.object("metrics");
        return new DailyActivity(
                date(day),
                metrics.decimal("spend"),
                metrics.whole("prompt_tokens"),
                metrics.whole("completion_tokens"),
                metrics.whole("api_requests"),
                metrics.whole("successful_requests"),
                metrics.whole("failed_requests"));
    }

    private static LocalDate date(Fields day) {
        try {
            return LocalDate.parse(day.text("date"));
        } catch (DateTimeException e) {
            throw day.garbage("date");
        }
    }
}
