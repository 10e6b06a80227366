package io.litemaas.emulator.litellm;

/** What LiteLLM answers while its database is away: not one thing, but as recorded in 370 to 391. */
final class Outage {
    private static final String UNREACHABLE = "Can't reach database server at `127.0.0.1:5546`\n\n"
            + "Please make sure your database server is running at `127.0.0.1:5546`.";

    private Outage() {}

    static Refusal ofAuthentication() {
        return Refusal.error(
                503,
                "no_db_connection",
                "None",
                "Service Unavailable, the authentication database is temporarily unreachable. Please retry shortly.");
    }

    static Refusal ofMaster(String path, String teamId) {
        if (path.equals("/team/info")) {
            return TeamRoutes.notFound(teamId);
        }
        if (path.endsWith("/model/info") || path.equals("/model_group/info")) {
            return ofAuthentication();
        }
        if (path.equals("/key/list")) {
            return Refusal.error(500, "internal_server_error", "None", "Authentication Error, " + UNREACHABLE);
        }
        if (path.startsWith("/user/daily/activity")) {
            return Refusal.detailError(500, "Failed to fetch analytics: " + UNREACHABLE);
        }
        return Refusal.internal(500, UNREACHABLE);
    }
}
