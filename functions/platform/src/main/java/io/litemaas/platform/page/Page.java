package io.litemaas.platform.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * A page of a list.
 *
 * @param next the cursor of the following page; empty on the last
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Page<T>(List<T> items, Optional<String> next) {

    /**
     * Makes a page of rows that were read with a limit of one more than the page holds.
     *
     * @param id what the list is ordered by
     */
    public static <T> Page<T> of(List<T> oneMore, int limit, Function<T, UUID> id) {
        return cut(oneMore, limit, last -> Cursor.after(id.apply(last)));
    }

    /** The same for a list that is ordered by number. */
    public static <T> Page<T> numbered(List<T> oneMore, int limit, ToLongFunction<T> number) {
        return cut(oneMore, limit, last -> Cursor.after(number.applyAsLong(last)));
    }

    private static <T> Page<T> cut(List<T> oneMore, int limit, Function<T, String> cursor) {
        if (oneMore.size() <= limit) {
            return new Page<>(oneMore, Optional.empty());
        }
        List<T> items = oneMore.subList(0, limit);
        return new Page<>(items, Optional.of(cursor.apply(items.get(limit - 1))));
    }
}
