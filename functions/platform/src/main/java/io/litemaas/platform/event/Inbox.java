package io.litemaas.platform.event;

import io.litemaas.platform.room.Room;
import io.quarkus.funqy.knative.events.CloudEvent;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/** Where a room notes which events it has handled, in the transaction that handles them. */
public final class Inbox {
    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Room room;
    private final Clock clock;

    public Inbox(Room room, Clock clock) {
        this.room = room;
        this.clock = clock;
    }

    /**
     * Claims an event for a handler.
     *
     * @param publisher the room that publishes events of this type
     * @return false if that room never announced it so, or this handler has had it: then nothing is to be done
     */
    public boolean claim(Handle handle, CloudEvent<?> event, String publisher, String handler) {
        return claimSubject(handle, event, publisher, handler).isPresent();
    }

    /** The same for a handler that goes by the subject: the one that was announced, whatever the wire says. */
    public Optional<String> claimSubject(Handle handle, CloudEvent<?> event, String publisher, String handler) {
        if (event.id() == null || !UUID_FORM.matcher(event.id()).matches()) {
            return Optional.empty();
        }
        UUID id = UUID.fromString(event.id());
        return announced(handle, id, event, publisher).filter(subject -> note(handle, id, handler));
    }

    /**
     * Claims an event and marks what it is about, in one transaction: the work that follows goes by the mark, so it may
     * be repeated, and a broker that delivers twice or a process that dies in between lose nothing.
     *
     * @param mark writes the mark for the subject's id
     * @return false where {@link #claim} would say so
     */
    public boolean mark(CloudEvent<?> event, String publisher, String handler, BiConsumer<Handle, UUID> mark) {
        return room.inTransaction(handle -> {
            Optional<String> subject = claimSubject(handle, event, publisher, handler);
            subject.map(UUID::fromString).ifPresent(id -> mark.accept(handle, id));
            return subject.isPresent();
        });
    }

    private static Optional<String> announced(Handle handle, UUID id, CloudEvent<?> event, String publisher) {
        return handle.createQuery("select subject from " + publisher + """
                .published_event where id = :id and type = :type and job is not distinct from :job
                """)
                .bind("id", id)
                .bind("type", event.type())
                .bind("job", event.extensions().get("job"))
                .mapTo(String.class)
                .findOne();
    }

    private boolean note(Handle handle, UUID id, String handler) {
        return 1
                == handle.createUpdate("insert into " + room.name() + """
                .inbox (event_id, handler, claimed_at) values (:id, :handler, :now) on conflict do nothing
                """)
                        .bind("id", id)
                        .bind("handler", handler)
                        .bind("now", clock.instant())
                        .execute();
    }
}
