/**
 * Errors are values with a stable code. A function throws a {@link io.litemaas.platform.problem.Problem}; the http
 * face alone turns it into an answer (RFC 9457).
 */
package io.litemaas.platform.problem;
