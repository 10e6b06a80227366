package io.litemaas.identity.session;

import io.litemaas.platform.id.Ids;
import io.litemaas.platform.room.Room;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/** Begins, continues and ends sessions. */
@Singleton
public class Sessions {
    private static final Logger LOG = Logger.getLogger(Sessions.class);
    private static final Duration LIFETIME = Duration.ofHours(12);
    private static final String REFRESH_TOKEN_PREFIX = "lmr_";

    private final Room room;
    private final AccessTokenMint mint;
    private final Clock clock;
    private final Ids ids;
    private final SecureRandom randomness;

    Sessions(@DataSource("identity") Room room, AccessTokenMint mint, Clock clock, Ids ids, SecureRandom randomness) {
        this.room = room;
        this.mint = mint;
        this.clock = clock;
        this.ids = ids;
        this.randomness = randomness;
    }

    /** Begins one for somebody who has just proved who they are. */
    public Session begin(Handle handle, UUID personId, int epoch) {
        Instant now = clock.instant();
        UUID family = ids.next();
        Instant expiresAt = now.plus(LIFETIME);
        SessionDao dao = new SessionDao(handle);
        dao.insertFamily(family, personId, now, expiresAt);
        return next(dao, family, personId, epoch, expiresAt);
    }

    /** Continues one; empty where the token is not good, or no longer so. */
    Optional<Session> refresh(Secret token) {
        Instant now = clock.instant();
        return room.inTransaction(handle -> {
            SessionDao dao = new SessionDao(handle);
            return dao.lock(token.hash()).flatMap(found -> switch (found.at(now)) {
                case OVER -> Optional.<Session>empty();
                case STOLEN -> {
                    LOG.warnf("A refresh token was used again: session %s ends.", found.familyId());
                    dao.endFamily(found.familyId(), "reuse", now);
                    yield Optional.<Session>empty();
                }
                case GOOD -> {
                    dao.used(token.hash(), now);
                    yield Optional.of(next(dao, found.familyId(), found.personId(), found.epoch(), found.expiresAt()));
                }
            });
        });
    }

    /** Ends this one. */
    void end(UUID sessionId) {
        room.useTransaction(handle -> new SessionDao(handle).endFamily(sessionId, "logout", clock.instant()));
    }

    /**
     * Ends all of a person.
     *
     * @param by {@code logout-everywhere} or {@code disabled}
     */
    public void endAll(Handle handle, UUID personId, String by) {
        new SessionDao(handle).endAll(personId, by, clock.instant());
    }

    private Session next(SessionDao dao, UUID family, UUID personId, int epoch, Instant expiresAt) {
        Secret token = Secret.random(REFRESH_TOKEN_PREFIX, randomness);
        dao.insertToken(token.hash(), family, clock.instant());
        return new Session(mint.mint(personId, epoch, family), token, expiresAt);
    }
}
