package io.litemaas.platform.job;

/** Something a room does when operations says it is due. */
public interface Job {

    /** {@code <room>.<what>}, as in the table {@code operations.job}. */
    String name();

    /** Does a bounded piece of the work; it may be repeated. Returns whether more is left. */
    boolean slice();
}
