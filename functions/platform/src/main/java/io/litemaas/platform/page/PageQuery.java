package io.litemaas.platform.page;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.Optional;
import java.util.UUID;

/** The query of a list; lists with filters of their own extend it. A bean with setters, since Funqy reads queries so. */
public class PageQuery {
    @Min(1)
    @Max(200)
    private int limit = 50;

    @Pattern(regexp = Cursor.FORM)
    private String cursor;

    public int getLimit() {
        return limit;
    }

    public void setLimit(int limit) {
        this.limit = limit;
    }

    public String getCursor() {
        return cursor;
    }

    public void setCursor(String cursor) {
        this.cursor = cursor;
    }

    /** The id after which the page begins; empty for the first page. */
    public Optional<UUID> after() {
        return Cursor.read(cursor);
    }

    /** The number after which the page of a list that is ordered by number begins; empty for the first page. */
    public Optional<Long> afterNumber() {
        return Cursor.read(cursor).map(UUID::getLeastSignificantBits);
    }
}
