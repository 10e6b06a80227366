package io.litemaas.operations.deadletters;

import io.litemaas.platform.page.PageQuery;

/** Which letters. A bean with setters, since Funqy reads queries so. */
public class DeadLetterQuery extends PageQuery {
    private boolean waiting;

    public boolean isWaiting() {
        return waiting;
    }

    public void setWaiting(boolean waiting) {
        this.waiting = waiting;
    }
}
