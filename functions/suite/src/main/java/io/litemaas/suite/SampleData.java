package io.litemaas.suite;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * Fills a new installation with something to look at, through the public API and in the names of the stand-in's people.
 * All of it is named {@code Sample: …}; where there is some already, nothing is made.
 */
public final class SampleData {
    private static final String MARK = "Sample: ";
    private static final String RESTRICTED = "claude-sonnet-4-5";
    private static final int CALLS = 3;

    private final URI litemaas;
    private final URI provider;
    private final URI litellm;

    private SampleData(URI litemaas, URI provider, URI litellm) {
        this.litemaas = litemaas;
        this.provider = provider;
        this.litellm = litellm;
    }

    /** The addresses of LiteMaaS, of the stand-in sign-in and of LiteLLM are the arguments. */
    public static void main(String[] args) throws IOException, InterruptedException {
        new SampleData(URI.create(args[0]), URI.create(args[1]), URI.create(args[2])).make();
    }

    private void make() throws IOException, InterruptedException {
        SampleVisitor alice = SampleVisitor.signIn(litemaas, provider, "alice");
        if (alice.get("/subscriptions/list").toString().contains(MARK)) {
            System.out.println("The sample data is there.");
            return;
        }
        SampleVisitor carol = SampleVisitor.signIn(litemaas, provider, "carol");
        carol.post("/models/sync", Map.of());
        restrict(carol);
        JsonNode subscription = alice.create(
                "/subscriptions/request",
                Map.of("name", MARK + "everyday models", "models", List.of("gpt-4o-mini", "team-llama")));
        JsonNode key =
                alice.create("/keys/issue", Map.of("subscriptionId", subscription.get("id"), "name", MARK + "laptop"));
        for (int call = 0; call < CALLS; call++) {
            chat(key.get("value").asText());
        }
        carol.create("/budgets/set", budget(alice.get("/auth/me").get("id")));
        SampleVisitor.signIn(litemaas, provider, "bob")
                .create(
                        "/subscriptions/request",
                        Map.of("name", MARK + "premium model", "models", List.of(RESTRICTED)));
        System.out.println("Sample data was made: alice has a key and a budget, bob waits for carol's approval.");
    }

    private static void restrict(SampleVisitor carol) throws IOException, InterruptedException {
        JsonNode model = carol.get("/models/get?name=" + RESTRICTED);
        carol.post("/models/restrict", Map.of("name", RESTRICTED, "restricted", true, "version", model.get("version")));
    }

    private static Map<String, Object> budget(JsonNode userId) {
        return Map.of(
                "scope", "user",
                "scopeId", userId,
                "amount", Map.of("amount", "10.00", "currency", "USD"),
                "period", "month",
                "mode", "observe");
    }

    private void chat(String value) throws IOException, InterruptedException {
        Map<String, Object> message = Map.of("role", "user", "content", "Say hello");
        new SampleVisitor(litellm, value)
                .post("/v1/chat/completions", Map.of("model", "gpt-4o-mini", "messages", List.of(message)));
    }
}
