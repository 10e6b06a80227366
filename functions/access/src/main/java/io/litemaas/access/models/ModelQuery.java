package io.litemaas.access.models;

import io.litemaas.platform.problem.FieldError;
import io.litemaas.platform.problem.HttpProblem;
import io.litemaas.platform.problem.Problem;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

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

    /** The name after which the page begins; a cursor that names none was never given out. */
    String after() {
        String name = cursor == null ? "" : new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        if (name.indexOf(0) >= 0) {
            throw Problem.invalid(HttpProblem.INVALID_REQUEST, List.of(new FieldError("cursor", "is none of ours")));
        }
        return name;
    }
}
