package io.litemaas.platform.problem;

/**
 * What is wrong with one field of a request.
 *
 * @param field its path in the body or its name in the query, such as {@code limits.rpm}
 * @param message what is wrong with it, for people
 */
public record FieldError(String field, String message) {}
