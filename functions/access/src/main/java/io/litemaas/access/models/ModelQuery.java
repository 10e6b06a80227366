package io.litemaas.access.models;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The query of {@code models/list}: pages follow the names. */
public class ModelQuery {
    @Size(max = 200)
    private String text;

    private boolean gone;

    @Min(1)
    @Max(200)
    private int limit = 50;

    @Pattern(regexp = "([A-Za-z0-9_-]{4})*([A-Za-z0-9_-]{2,3})?")
    private String cursor;

    static String cursor(String name) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(name.getBytes(StandardCharsets.UTF_8));
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public boolean isGone() {
        return gone;
    }

    /** Whether models that LiteLLM no longer lists are shown too. */
    public void setGone(boolean gone) {
        this.gone = gone;
    }

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

    String after() {
        return cursor == null ? "" : new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    }
}
