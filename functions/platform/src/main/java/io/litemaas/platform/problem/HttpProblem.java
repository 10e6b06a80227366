package io.litemaas.platform.problem;

/** What can be wrong with a request whatever the function. */
public enum HttpProblem implements CataloguedProblem {
    MALFORMED_BODY(
            400,
            "http.malformed_body",
            "The request could not be read.",
            "The body is empty, or is not one JSON document.",
            "Send JSON, at least {}. In the portal: load the page again, and tell us if it stays."),
    EVENT_NOT_EXPECTED(
            400,
            "http.event_not_expected",
            "This address takes no events.",
            "An event was sent to a face that is for people.",
            "Post events through the broker."),
    MALFORMED_EVENT(
            400,
            "http.malformed_event",
            "The event is malformed.",
            "It is no CloudEvent 1.0 in binary mode, or of another type than the handler’s.",
            "Fix the Trigger."),
    IDEMPOTENCY_KEY_REQUIRED(
            400,
            "http.idempotency_key_required",
            "The request has no Idempotency-Key that will do.",
            "What creates something needs one, so that a repetition makes no second thing; where the answer holds a secret, nobody may guess it.",
            "Send a random one, and the same one on a retry. In the portal: load the page again and send the form anew."),
    SIGN_IN_REQUIRED(
            401,
            "auth.sign_in_required",
            "You are not signed in.",
            "The request carries no session and no service token.",
            "Sign in."),
    SESSION_ENDED(
            401,
            "auth.session_ended",
            "Your session has ended.",
            "It was too old, you signed out elsewhere, your role has changed, or it is none of ours.",
            "Sign in again; you come back to where you were."),
    FORBIDDEN(403, "auth.forbidden", "You may not do this.", "Your role does not allow it.", "Ask an admin."),
    SCOPE_MISSING(
            403,
            "auth.scope_missing",
            "The token may not do this.",
            "Its scope does not allow it.",
            "Make a token with that scope, or sign in."),
    CSRF_HEADER_MISSING(
            403,
            "auth.csrf_header_missing",
            "The change was refused for safety.",
            "A session by cookie did not prove that the request comes from the portal.",
            "Send the header X-LiteMaaS-CSRF. In the portal: load the page again."),
    NOT_FOUND(
            404,
            "http.not_found",
            "There is no such thing.",
            "It does not exist, or it is not yours.",
            "Check the address, or go back to the list."),
    METHOD_NOT_ALLOWED(
            405,
            "http.method_not_allowed",
            "This can’t be done there.",
            "The address takes another method.",
            "Use the one that Allow names. In the portal: load the page again, it may be older than the server."),
    NOT_ACCEPTABLE(
            406,
            "http.not_acceptable",
            "The answer has no form that was asked for.",
            "Only JSON is offered.",
            "Accept application/json."),
    IN_PROGRESS(
            409,
            "http.in_progress",
            "The same request is being worked on.",
            "It was sent before and has not been answered yet.",
            "Repeat it after Retry-After; the portal does so by itself."),
    TOO_LARGE(
            413,
            "http.too_large",
            "That is too much at once.",
            "The request is larger than what is taken.",
            "Send less, such as a shorter text."),
    UNSUPPORTED_MEDIA_TYPE(
            415,
            "http.unsupported_media_type",
            "The request has a form that is not taken.",
            "Its body is not declared as JSON.",
            "Send Content-Type: application/json."),
    INVALID_REQUEST(
            422,
            "http.invalid_request",
            "Something in the request is not right.",
            "A field is unknown, missing, of a wrong type, or out of range.",
            "Mend the fields that are named and send it again."),
    IDEMPOTENCY_KEY_REUSED(
            422,
            "http.idempotency_key_reused",
            "This Idempotency-Key was used with other contents.",
            "It belongs to that request.",
            "Take a new one; the portal does so when the form is sent once more."),
    RATE_LIMITED(
            429,
            "http.rate_limited",
            "That was too often.",
            "There is a limit of calls a minute.",
            "Wait for Retry-After, a minute at most, and try again."),
    INTERNAL(
            500,
            "http.internal",
            "Something went wrong on our side.",
            "It is a fault of LiteMaaS, and was recorded.",
            "Try again; if it stays, tell us the trace id."),
    DATABASE_UNAVAILABLE(
            503,
            "http.database_unavailable",
            "LiteMaaS can’t reach its database.",
            "It is starting, restarting or full. Nothing was changed.",
            "Repeat it after Retry-After; the portal does so by itself."),
    /** Said by the gateway, in a room's place (knative/base/gateway). */
    ROOM_UNAVAILABLE(
            503,
            "http.room_unavailable",
            "This part of LiteMaaS is not there at the moment.",
            "It is starting or being replaced. Nothing was changed.",
            "Repeat it after Retry-After; the portal does so by itself."),
    /** Said by the gateway as well, of a room that was asked. */
    ROOM_SILENT(
            503,
            "http.room_silent",
            "This part of LiteMaaS did not answer.",
            "It was too slow, or ended while it worked. It is not known whether anything was changed.",
            "Look whether it was done before you try again; with the same Idempotency-Key nothing is done twice.");

    private final ProblemText text;

    HttpProblem(int status, String code, String title, String cause, String next) {
        this.text = new ProblemText(status, code, title, cause, next);
    }

    @Override
    public ProblemText text() {
        return text;
    }
}
