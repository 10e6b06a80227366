package io.litemaas.emulator.litellm;

import java.util.ArrayList;
import java.util.List;

/** The requests seen since the start, or since it was cleared; the newest ten thousand of them. */
final class RequestLog {
    private static final int KEPT = 10_000;

    private final List<Entry> entries = new ArrayList<>();

    static final class Entry {
        private final String method;
        private final String path;
        private volatile int status;

        private Entry(String method, String path) {
            this.method = method;
            this.path = path;
        }

        void answered(int value) {
            status = value;
        }
    }

    synchronized Entry add(String method, String path) {
        if (entries.size() >= KEPT) {
            entries.remove(0);
        }
        Entry entry = new Entry(method, path);
        entries.add(entry);
        return entry;
    }

    synchronized List<SeenRequest> all() {
        return entries.stream()
                .map(each -> new SeenRequest(each.method, each.path, each.status))
                .toList();
    }

    synchronized void clear() {
        entries.clear();
    }
}
