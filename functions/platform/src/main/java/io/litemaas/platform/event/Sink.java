package io.litemaas.platform.event;

import io.litemaas.platform.room.Room;

/** Where events go: Knative's broker, or the handlers of the same process in the suite. */
public interface Sink {

    /**
     * Delivers one event.
     *
     * @return whether it was taken for good; false keeps it in the outbox for another attempt
     */
    boolean deliver(Room from, Event event);
}
