package io.litemaas.litellm;

import java.util.List;

/**
 * One page of LiteLLM's keys, oldest first.
 *
 * @param keys those on this page; none beyond the last page
 * @param totalCount of all pages, when this one was read
 * @param page counted from 1
 * @param totalPages zero where there are no keys
 */
public record KeyPage(List<ListedKey> keys, long totalCount, int page, int totalPages) {
    /** Keys on a full page, the most that LiteLLM gives. */
    public static final int SIZE = 100;

    /** Takes a copy. */
    public KeyPage {
        keys = List.copyOf(keys);
    }

    /** Whether another page follows. */
    public boolean hasNext() {
        return page < totalPages;
    }
}
