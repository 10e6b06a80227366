package io.litemaas.platform.face;

import io.vertx.core.http.HttpServerRequest;

/** Stands before one operation and says who may come in by the request's head alone, so that no body of a stranger's is read. */
public interface Door {
    /** The operation's path, without the leading slash. */
    String path();

    /** Throws a problem at whoever may not come in. */
    void check(HttpServerRequest request);
}
