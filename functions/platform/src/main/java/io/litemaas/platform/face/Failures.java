package io.litemaas.platform.face;

import io.litemaas.platform.problem.FieldError;
import io.litemaas.platform.problem.HttpProblem;
import io.litemaas.platform.problem.Problem;
import io.quarkus.funqy.runtime.ApplicationException;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.jdbi.v3.core.ConnectionException;

/** Says which problem a failure is; what nobody foresaw is internal, and its text stays here. */
@Singleton
class Failures {

    Problem problemOf(RoutingContext context) {
        Throwable failure = context.failure();
        if (failure == null || failure instanceof io.vertx.ext.web.handler.HttpException) {
            return ofStatus(context.statusCode());
        }
        Throwable cause = failure instanceof ApplicationException wrapped ? wrapped.getCause() : failure;
        if (cause instanceof Problem problem) {
            return problem;
        }
        if (cause instanceof ConstraintViolationException invalid) {
            return Problem.invalid(HttpProblem.INVALID_REQUEST, fieldErrors(invalid));
        }
        if (isConnectionLoss(cause)) {
            return Problem.retryLater(
                    HttpProblem.DATABASE_UNAVAILABLE, "Nothing was changed. Try again.", Duration.ofSeconds(5));
        }
        return Problem.internal(cause);
    }

    private static Problem ofStatus(int status) {
        return switch (status) {
            case 404 -> Problem.of(HttpProblem.NOT_FOUND, "There is nothing at this path.");
            case 413 -> Problem.of(HttpProblem.TOO_LARGE, "The body is too large.");
            case 400, 406 -> Problem.of(HttpProblem.MALFORMED_BODY, "The request can't be read.");
            default -> Problem.internal(null);
        };
    }

    private static List<FieldError> fieldErrors(ConstraintViolationException invalid) {
        return invalid.getConstraintViolations().stream()
                .map(violation -> new FieldError(path(violation), violation.getMessage()))
                .sorted(Comparator.comparing(FieldError::field).thenComparing(FieldError::message))
                .toList();
    }

    /** Drops the method's and the parameter's names, which are ours and not the caller's. */
    private static String path(ConstraintViolation<?> violation) {
        String[] steps = violation.getPropertyPath().toString().split("\\.", 3);
        return steps.length < 3 ? "" : steps[2];
    }

    /** SQLSTATE class 08 is a lost connection, 57P0x a server that stops or starts, 53300 one that is full. */
    private static boolean isConnectionLoss(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectionException) {
                return true;
            }
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                String state = sql.getSQLState();
                return state.startsWith("08") || state.startsWith("57P") || state.equals("53300");
            }
        }
        return false;
    }
}
