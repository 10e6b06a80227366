package io.litemaas.platform.problem;

/**
 * One kind of problem as it is explained to people, in the answer, in the documents and in the portal.
 *
 * @param status the HTTP status that it is answered with
 * @param code what clients decide by, such as {@code keys.model_not_subscribed}: it never changes
 * @param title what happened, one sentence
 * @param cause why
 * @param next what to do about it
 */
public record ProblemText(int status, String code, String title, String cause, String next) {}
