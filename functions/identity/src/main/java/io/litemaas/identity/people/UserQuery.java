package io.litemaas.identity.people;

import io.litemaas.platform.page.PageQuery;
import jakarta.validation.constraints.Size;

/** The query of {@code users/list}. */
public class UserQuery extends PageQuery {
    @Size(max = 200)
    private String text = "";

    public String getText() {
        return text;
    }

    /** What the username or the name must hold. */
    public void setText(String text) {
        this.text = text;
    }
}
