package io.litemaas.litellm;

import java.util.List;

/**
 * One page of a window of spend logs, oldest first.
 *
 * @param rows those that could be read
 * @param malformed those that could not
 * @param total rows of all pages
 * @param page counted from 1
 * @param totalPages zero where the window is empty
 * @param totalIsCapped whether LiteLLM stopped counting, so that there may be more than {@code total}
 */
public record SpendLogPage(
        List<SpendLog> rows,
        List<MalformedSpendLog> malformed,
        long total,
        int page,
        int totalPages,
        boolean totalIsCapped) {

    /** Takes copies. */
    public SpendLogPage {
        rows = List.copyOf(rows);
        malformed = List.copyOf(malformed);
    }

    /** Whether another page should be asked for. */
    public boolean hasNext() {
        boolean empty = rows.isEmpty() && malformed.isEmpty();
        return !empty && (totalIsCapped || page < totalPages);
    }
}
