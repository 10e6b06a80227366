package io.litemaas.platform.job;

/** Something a room does when operations says it is due. */
public interface Job {

    /** {@code <room>.<what>}, as in the table {@code operations.job}. */
    String name();

    /** Does a bounded piece of the work; it may be repeated. Returns whether more is left. */
    boolean slice();

    /** The same for work of which nothing can be concluded before all of it is done: it asks for time as it goes on. */
    default boolean slice(Lease lease) {
        return slice();
    }

    /** What a job holds while it works. */
    interface Lease {

        /** Holds on to it for another while; false if somebody else has it by now, who will do the work. */
        boolean extend();
    }
}
