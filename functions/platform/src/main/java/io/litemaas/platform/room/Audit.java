package io.litemaas.platform.room;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.litemaas.platform.id.Ids;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Who did what to which thing. Entries are written in the transaction of the deed and never changed. */
public final class Audit {
    private final Clock clock;
    private final Ids ids;
    private final ObjectMapper json;

    public Audit(Clock clock, Ids ids, ObjectMapper json) {
        this.clock = clock;
        this.ids = ids;
        this.json = json;
    }

    /**
     * Writes an entry.
     *
     * @param actor the user who did it; empty where the system itself did
     * @param action such as {@code key.blocked}
     * @param object the id of the thing it was done to
     * @param detail what else an auditor wants to know; never a secret
     */
    public void record(Handle handle, Optional<UUID> actor, String action, String object, Map<String, ?> detail) {
        JsonNode stored = json.valueToTree(detail);
        handle.createUpdate("""
                insert into platform.audit (id, room, at, actor, action, object, detail)
                values (:id, platform.caller_room(), :at, :actor, :action, :object, cast(:detail as jsonb))
                """)
                .bind("id", ids.next())
                .bind("at", clock.instant())
                .bind("actor", actor.orElse(null))
                .bind("action", action)
                .bind("object", object)
                .bind("detail", stored.toString())
                .execute();
    }
}
