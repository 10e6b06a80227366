package io.litemaas.alerts.webhooks;

import io.litemaas.platform.problem.HttpProblem;
import io.litemaas.platform.problem.Problem;
import java.util.UUID;

/** Locks a webhook for a change that is based on a version of it. */
final class LockedVersion {
    private LockedVersion() {}

    static Webhook of(WebhookDao dao, UUID id, int version) {
        Webhook locked = any(dao, id);
        if (locked.version() != version) {
            throw Problem.of(WebhookProblem.VERSION_MOVED, "Its version is " + locked.version() + " now.");
        }
        return locked;
    }

    static Webhook any(WebhookDao dao, UUID id) {
        return dao.lock(id).orElseThrow(() -> Problem.of(HttpProblem.NOT_FOUND, "There is no such webhook."));
    }
}
