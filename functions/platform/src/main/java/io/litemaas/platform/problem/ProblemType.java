package io.litemaas.platform.problem;

/** What an answer says of the kind of a problem. */
public interface ProblemType {

    /** The HTTP status that it is answered with. */
    int status();

    /** What clients decide by, such as {@code keys.model_not_subscribed}: it never changes. */
    String code();

    /** One sentence for people, the same for each problem of this kind. */
    String title();
}
