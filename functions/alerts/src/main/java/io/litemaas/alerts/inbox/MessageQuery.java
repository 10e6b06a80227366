package io.litemaas.alerts.inbox;

import io.litemaas.platform.page.PageQuery;

/** Which messages. A bean with setters, since Funqy reads queries so. */
public class MessageQuery extends PageQuery {
    private boolean unread;

    public boolean isUnread() {
        return unread;
    }

    public void setUnread(boolean unread) {
        this.unread = unread;
    }
}
