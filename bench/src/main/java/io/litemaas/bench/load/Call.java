package io.litemaas.bench.load;

import java.util.Map;

/**
 * One request.
 *
 * @param path with the query
 * @param body empty where there is none
 */
record Call(String method, String path, Map<String, String> headers, String body) {

    static Call get(String path, Map<String, String> headers) {
        return new Call("GET", path, headers, "");
    }

    static Call post(String path, Map<String, String> headers, String body) {
        return new Call("POST", path, headers, body);
    }
}
