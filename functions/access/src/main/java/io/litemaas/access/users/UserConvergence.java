package io.litemaas.access.users;

import io.litemaas.access.convergence.Refusals;
import io.litemaas.access.room.Fleet;
import io.litemaas.access.users.UserDao.Desired;
import io.litemaas.litellm.Deadline;
import io.litemaas.litellm.Deadlines;
import io.litemaas.litellm.LiteLlmException;
import io.litemaas.litellm.LiteLlmUsers;
import io.litemaas.litellm.UserProfile;
import io.litemaas.platform.config.PlatformConfig;
import io.litemaas.platform.room.Room;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Makes LiteLLM's user agree with our person. LiteLLM accepts keys for users that do not exist, so nothing else would. */
@Singleton
public class UserConvergence {
    private final Room room;
    private final LiteLlmUsers users;
    private final Deadlines deadlines;
    private final Fleet fleet;
    private final Refusals refusals;
    private final Clock clock;
    private final String instance;

    UserConvergence(
            @DataSource("access") Room room,
            LiteLlmUsers users,
            Deadlines deadlines,
            Fleet fleet,
            Refusals refusals,
            Clock clock,
            PlatformConfig config) {
        this.refusals = refusals;
        this.fleet = fleet;
        this.room = room;
        this.users = users;
        this.deadlines = deadlines;
        this.clock = clock;
        this.instance = config.instance();
    }

    /** Makes the user agree now, or throws what LiteLLM said; idempotent. */
    public void ensure(UUID userId, Deadline deadline) {
        Desired desired = room.read(handle -> new UserDao(handle).desired(userId, instance));
        UserProfile profile = desired.profile();
        boolean agrees = users.find(profile.userId(), deadline)
                .filter(actual -> actual.matches(profile))
                .isPresent();
        if (!agrees) {
            users.upsert(profile, deadline);
        }
        room.useTransaction(handle -> {
            new UserDao(handle).synced(userId, desired.generation(), clock.instant());
            refusals.taken(handle, userId.toString());
        });
    }

    /** LiteLLM does not take this user: shown to them, and to admins, and asked again seldom. */
    public void refused(UUID userId, LiteLlmException refusal) {
        room.useTransaction(handle -> {
            new UserDao(handle).failed(userId, refusal.getMessage(), clock.instant());
            refusals.note(handle, userId.toString(), refusal);
        });
    }

    /** Makes the users agree that are due, some at a time. Returns whether more are due. */
    boolean convergeDue() {
        List<UUID> due = room.inTransaction(handle -> new UserDao(handle).claimDue(clock.instant()));
        for (int next = 0; next < due.size(); next++) {
            Optional<Duration> pause = tryOne(due.get(next));
            if (pause.isPresent()) {
                leaveAlone(due.subList(next, due.size()), clock.instant().plus(pause.get()));
                return false;
            }
        }
        return due.size() == UserDao.BATCH;
    }

    /** Returns for how long no other would fare better. */
    private Optional<Duration> tryOne(UUID userId) {
        try {
            fleet.run(() -> ensure(userId, deadlines.start()));
            return Optional.empty();
        } catch (LiteLlmException e) {
            if (e.isLasting()) {
                refused(userId, e);
            }
            // else it stays pending, and due again after the time that the claim gave it
            return e.pause();
        }
    }

    private void leaveAlone(List<UUID> userIds, Instant until) {
        room.useTransaction(handle -> new UserDao(handle).leftAlone(userIds, until));
    }

    /** What LiteLLM knows about a person beside the name, so that an admin there finds the way back. */
    static Map<String, String> metadata(String instance) {
        return Map.of("litemaas_instance", instance);
    }
}
