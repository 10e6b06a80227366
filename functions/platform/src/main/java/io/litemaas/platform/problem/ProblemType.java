package io.litemaas.platform.problem;

/** A kind of problem, listed by an enum in the package that raises it. */
public interface ProblemType {

    /** The HTTP status that it is answered with. */
    int status();

    /** What clients decide by, such as {@code keys.model_not_subscribed}: it never changes. */
    String code();

    /** One sentence for people, the same for each problem of this kind. */
    String title();
}
