package io.litemaas.identity.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The statements of {@code identity.session_family} and {@code identity.refresh_token}. */
final class SessionDao {
    private final Handle handle;

    SessionDao(Handle handle) {
        this.handle = handle;
    }

    void insertFamily(UUID id, UUID personId, Instant now, Instant expiresAt) {
        handle.createUpdate("""
                insert into identity.session_family (id, person_id, created_at, expires_at)
                values (:id, :personId, :now, :expiresAt)
                """)
                .bind("id", id)
                .bind("personId", personId)
                .bind("now", now)
                .bind("expiresAt", expiresAt)
                .execute();
    }

    void insertToken(byte[] hash, UUID familyId, Instant now) {
        handle.createUpdate("""
                insert into identity.refresh_token (hash, family_id, created_at) values (:hash, :familyId, :now)
                """)
                .bind("hash", hash)
                .bind("familyId", familyId)
                .bind("now", now)
                .execute();
    }

    /** The family is locked, so that two uses of one token, or a use and the sign-out, follow each other. */
    Optional<RefreshedToken> lock(byte[] hash) {
        handle.createQuery("""
                select f.id from identity.session_family f
                where f.id = (select family_id from identity.refresh_token where hash = :hash) for update
                """).bind("hash", hash).mapTo(UUID.class).findOne();
        return handle.createQuery("""
                select f.id, f.person_id, p.epoch, p.disabled_at is not null as disabled,
                       f.expires_at, f.ended_at is not null as ended, t.used_at
                from identity.refresh_token t
                join identity.session_family f on f.id = t.family_id
                join identity.person p on p.id = f.person_id
                where t.hash = :hash
                """)
                .bind("hash", hash)
                .map((row, context) -> token(row))
                .findOne();
    }

    void used(byte[] hash, Instant now) {
        handle.createUpdate("update identity.refresh_token set used_at = :now where hash = :hash and used_at is null")
                .bind("now", now)
                .bind("hash", hash)
                .execute();
    }

    void endFamily(UUID id, String by, Instant now) {
        handle.createUpdate("""
                update identity.session_family set ended_at = :now, ended_by = :by where id = :id and ended_at is null
                """).bind("now", now).bind("by", by).bind("id", id).execute();
    }

    void endAll(UUID personId, String by, Instant now) {
        handle.createUpdate("""
                update identity.session_family set ended_at = :now, ended_by = :by
                where person_id = :personId and ended_at is null
                """)
                .bind("now", now)
                .bind("by", by)
                .bind("personId", personId)
                .execute();
    }

    /** Forgets families that can't be refreshed any more, with their tokens. Returns how many. */
    int forget(Instant now, int most) {
        return handle.createUpdate("""
                delete from identity.session_family where id in (
                  select id from identity.session_family where expires_at <= :now or ended_at is not null
                  order by id limit :most)
                """).bind("now", now).bind("most", most).execute();
    }

    private static RefreshedToken token(ResultSet row) throws SQLException {
        return new RefreshedToken(
                row.getObject("id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getInt("epoch"),
                row.getBoolean("disabled"),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("ended"),
                Optional.ofNullable(row.getObject("used_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
