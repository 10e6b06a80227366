package io.litemaas.litellm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.faulttolerance.Retry;

/** LiteLLM's virtual keys, always named by hash. Each method can throw any {@link LiteLlmException}. */
@ApplicationScoped
@Retry(
        maxRetries = Repeat.TIMES,
        delay = Repeat.DELAY_MILLIS,
        jitter = Repeat.JITTER_MILLIS,
        retryOn = LiteLlmUnavailable.class,
        abortOn = NotTried.class)
public class LiteLlmKeys {
    private final Exchange exchange;

    LiteLlmKeys(Exchange exchange) {
        this.exchange = exchange;
    }

    /**
     * Generates a key. That it returns does not say that this key was stored: read it back with {@link #find} and compare
     * with {@link NewKey#isStoredAs}. Never repeated by itself, since LiteLLM refuses an identical retry with 400.
     */
    @Retry(maxRetries = 0)
    public void generate(NewKey key, Deadline deadline) {
        Fields answer = exchange.ask(Call.post("/key/generate", key.body()), deadline);
        if (!Key.hash(answer, "token").equals(key.value().hash())) {
            throw answer.garbage("another token");
        }
    }

    /** The key, blocked and expired ones too; empty where none works under this hash, also where it was deleted. */
    public Optional<Key> find(KeyHash hash, Deadline deadline) {
        return exchange.find(Call.get("/key/info", Map.of("key", hash.hex())), deadline)
                .flatMap(answer -> alive(hash, answer));
    }

    /** LiteLLM shows deleted keys from its archive, with status 200. */
    private static Optional<Key> alive(KeyHash hash, Fields answer) {
        if (!answer.text("key").equals(hash.hex())) {
            throw answer.garbage("another key");
        }
        Fields info = answer.object("info");
        return switch (info.text("status")) {
            case "active", "revoked", "expired" -> Optional.of(Key.from(hash, info));
            case "deleted" -> Optional.empty();
            default -> throw info.garbage("status");
        };
    }

    /** Sets all that we own; empty where LiteLLM has no such key. */
    public Optional<Key> update(KeyUpdate update, Deadline deadline) {
        return exchange.find(Call.post("/key/update", update.body()), deadline).map(answer -> updated(update, answer));
    }

    private static Key updated(KeyUpdate update, Fields answer) {
        if (!Key.hash(answer, "token").equals(update.hash())) {
            throw answer.garbage("another token");
        }
        return Key.from(update.hash(), answer);
    }

    /** Blocks; acts on the key's next request. False where LiteLLM has no such key. */
    public boolean block(KeyHash hash, Deadline deadline) {
        return flag("/key/block", hash, true, deadline);
    }

    /** Lifts the block; acts on the key's next request. False where LiteLLM has no such key. */
    public boolean unblock(KeyHash hash, Deadline deadline) {
        return flag("/key/unblock", hash, false, deadline);
    }

    private boolean flag(String path, KeyHash hash, boolean blocked, Deadline deadline) {
        Optional<Fields> answer = exchange.find(Call.post(path, Json.object().put("key", hash.hex())), deadline);
        answer.ifPresent(key -> {
            if (!Key.hash(key, "token").equals(hash) || key.flag("blocked") != blocked) {
                throw key.garbage("not what was asked");
            }
        });
        return answer.isPresent();
    }

    /** Deletes; acts on the key's next request. False where LiteLLM had no such key, as after the first of two deletes. */
    public boolean delete(KeyHash hash, Deadline deadline) {
        ObjectNode body = Json.object();
        body.set("keys", Json.tree(List.of(hash.hex())));
        Optional<Fields> answer = exchange.find(Call.post("/key/delete", body), deadline);
        answer.ifPresent(deleted -> {
            if (!deleted.texts("deleted_keys").equals(List.of(hash.hex()))) {
                throw deleted.garbage("deleted_keys");
            }
        });
        return answer.isPresent();
    }

    /**
     * One page of all keys, our own and others', without the deleted ones; counted from 1. Another page than the asked one,
     * or an empty one before the last, is garbage: whoever turns the pages would never come to an end.
     */
    public KeyPage list(int page, Deadline deadline) {
        Map<String, String> query = Map.of(
                "page", Integer.toString(page),
                "size", Integer.toString(KeyPage.SIZE),
                "return_full_object", "true",
                "sort_by", "created_at",
                "sort_order", "asc");
        Fields answer = exchange.ask(Call.get("/key/list", query), deadline);
        KeyPage read = new KeyPage(
                answer.objects("keys").stream().map(ListedKey::from).toList(),
                answer.whole("total_count"),
                answer.count("current_page"),
                answer.count("total_pages"));
        if (read.page() != page) {
            throw answer.garbage("another page");
        }
        if (read.keys().isEmpty() && read.hasNext()) {
            throw answer.garbage("an empty page before the last");
        }
        return read;
    }
}
