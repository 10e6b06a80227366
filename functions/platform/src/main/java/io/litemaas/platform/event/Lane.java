package io.litemaas.platform.event;

/**
 * Which events wait for the same takers: those of one type and, where jobs are due, of one room. One that is dead holds up its
 * own lane alone.
 *
 * @param room empty where the event is about no job
 */
record Lane(String type, String room) {

    static Lane of(Event event) {
        return new Lane(event.type(), event.room().orElse(""));
    }
}
