package io.litemaas.bench.load;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All that can be measured of an installation, by the people that call it. */
final class Subjects {
    private final Map<String, String> session;
    private final Map<String, String> token;

    private Subjects(Map<String, String> session, Map<String, String> token) {
        this.session = session;
        this.token = token;
    }

    /** Signs in whoever calls; a session lasts for ten minutes. */
    static Subjects of(Installation installation) throws IOException, InterruptedException {
        Visitor alice = Visitor.signIn(installation, "alice");
        String value = alice.create("/tokens/create", Map.of("name", "bench", "scope", "keys"))
                .get("value")
                .asText();
        return new Subjects(Map.of("Cookie", alice.cookies()), Map.of("Authorization", "Bearer " + value));
    }

    List<Subject> all() {
        return Stream.concat(lists(), Stream.of(usage("", ""), usage("-year", "?from=2026-01-01"), who()))
                .toList();
    }

    private Stream<Subject> lists() {
        return Stream.of("models", "subscriptions", "keys")
                .flatMap(what -> Stream.of(
                        Subject.ofCalls(what + "-session", n -> Call.get("/" + what + "/list", session)),
                        Subject.ofCalls(what + "-token", n -> Call.get("/" + what + "/list", token))));
    }

    private Subject usage(String suffix, String query) {
        return Subject.ofCalls("usage" + suffix, n -> Call.get("/usage" + query, session));
    }

    private Subject who() {
        return Subject.ofCalls("me", n -> Call.get("/auth/me", session));
    }
}
