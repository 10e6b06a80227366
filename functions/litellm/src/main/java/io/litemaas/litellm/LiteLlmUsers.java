package io.litemaas.litellm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.faulttolerance.Retry;

/** LiteLLM's users, under our ids. Each method can throw any {@link LiteLlmException}. */
@ApplicationScoped
@Retry(
        maxRetries = Repeat.TIMES,
        delay = Repeat.DELAY_MILLIS,
        jitter = Repeat.JITTER_MILLIS,
        retryOn = LiteLlmUnavailable.class,
        abortOn = NotTried.class)
public class LiteLlmUsers {
    private final Exchange exchange;

    LiteLlmUsers(Exchange exchange) {
        this.exchange = exchange;
    }

    /**
     * Creates a user without a key; not repeated by itself.
     *
     * @throws LiteLlmRefused with 409 where the id or the e-mail is taken
     */
    @Retry(maxRetries = 0)
    public void create(UserProfile profile, Deadline deadline) {
        ObjectNode body = profile.body().put("auto_create_key", false);
        Fields answer = exchange.ask(Call.post("/user/new", body), deadline);
        if (!answer.text("user_id").equals(profile.userId())) {
            throw answer.garbage("another user");
        }
        if (answer.optionalText("key").filter(key -> !key.isEmpty()).isPresent()) {
            throw answer.garbage("a key that was not asked for");
        }
    }

    /** The user; empty where LiteLLM has none of this id. */
    public Optional<User> find(String userId, Deadline deadline) {
        if (userId.isBlank()) {
            throw new IllegalArgumentException("without an id LiteLLM answers everybody's keys");
        }
        return exchange.find(Call.get("/user/info", Map.of("user_id", userId)), deadline)
                .map(answer -> User.from(userId, answer.object("user_info")));
    }

    /** Sets all that we own; creates the user where there is none of this id, and never makes a key. */
    public User upsert(UserProfile profile, Deadline deadline) {
        Fields answer = exchange.ask(Call.post("/user/update", profile.body()), deadline);
        return User.from(profile.userId(), answer.object("data"));
    }

    /** Deletes the user, and in LiteLLM all their keys with them. False where there was none of this id. */
    public boolean delete(String userId, Deadline deadline) {
        ObjectNode body = Json.object();
        body.set("user_ids", Json.tree(List.of(userId)));
        return exchange.findCount(Call.post("/user/delete", body), deadline).isPresent();
    }
}
