package io.litemaas.platform.problem;

/** What can be wrong with a request whatever the function. */
public enum HttpProblem implements ProblemType {
    MALFORMED_BODY(400, "http.malformed_body", "The body is not the JSON that was expected."),
    EVENT_NOT_EXPECTED(400, "http.event_not_expected", "No event is taken here."),
    MALFORMED_EVENT(400, "http.malformed_event", "The request is no CloudEvent in binary mode."),
    IDEMPOTENCY_KEY_REQUIRED(400, "http.idempotency_key_required", "This operation needs an Idempotency-Key."),
    SIGN_IN_REQUIRED(401, "auth.sign_in_required", "Sign in first."),
    SESSION_ENDED(401, "auth.session_ended", "The session has ended; sign in again."),
    FORBIDDEN(403, "auth.forbidden", "Your role does not allow this."),
    SCOPE_MISSING(403, "auth.scope_missing", "The service token's scope does not allow this."),
    CSRF_HEADER_MISSING(403, "auth.csrf_header_missing", "A browser's change needs the header X-LiteMaaS-CSRF."),
    NOT_FOUND(404, "http.not_found", "There is nothing here."),
    METHOD_NOT_ALLOWED(405, "http.method_not_allowed", "This operation takes another method."),
    NOT_ACCEPTABLE(406, "http.not_acceptable", "This operation answers with application/json."),
    IN_PROGRESS(409, "http.in_progress", "The same request is being worked on."),
    TOO_LARGE(413, "http.too_large", "The body is too large."),
    UNSUPPORTED_MEDIA_TYPE(415, "http.unsupported_media_type", "The body must be application/json."),
    INVALID_REQUEST(422, "http.invalid_request", "The request has invalid fields."),
    IDEMPOTENCY_KEY_REUSED(422, "http.idempotency_key_reused", "This Idempotency-Key was used for another request."),
    RATE_LIMITED(429, "http.rate_limited", "Too many requests; wait a little."),
    INTERNAL(500, "http.internal", "Something went wrong on our side."),
    DATABASE_UNAVAILABLE(503, "http.database_unavailable", "The database can't be reached at the moment."),
    /** Said by the gateway, in a room's place (knative/base/gateway). */
    ROOM_UNAVAILABLE(503, "http.room_unavailable", "This part of LiteMaaS is not there at the moment.");

    private final int status;
    private final String code;
    private final String title;

    HttpProblem(int status, String code, String title) {
        this.status = status;
        this.code = code;
        this.title = title;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String title() {
        return title;
    }
}
