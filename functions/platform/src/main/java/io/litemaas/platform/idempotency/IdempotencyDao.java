package io.litemaas.platform.idempotency;

import io.litemaas.platform.idempotency.IdempotentRequest.Fingerprint;
import io.litemaas.platform.room.Room;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** The statements of a room's table {@code idempotency}. */
final class IdempotencyDao {
    private static final String ROW = " where user_id = :userId and operation = :operation and key_hash = :keyHash ";

    private final Handle handle;
    private final String table;

    IdempotencyDao(Handle handle, Room room) {
        this.handle = handle;
        this.table = room.name() + ".idempotency";
    }

    boolean insert(Fingerprint request, Instant now, Instant leaseUntil) {
        return 1
                == bind(request, handle.createUpdate("insert into " + table + """
                 (user_id, operation, key_hash, body_hash, attempt, lease_until, created_at)
                values (:userId, :operation, :keyHash, :bodyHash, 1, :leaseUntil, :now)
                on conflict do nothing
                """))
                        .bind("bodyHash", request.bodyHash())
                        .bind("leaseUntil", leaseUntil)
                        .bind("now", now)
                        .execute();
    }

    boolean insertBegun(Fingerprint request, UUID thing, Instant now) {
        return 1
                == bind(request, handle.createUpdate("insert into " + table + """
                 (user_id, operation, key_hash, body_hash, attempt, ref, created_at)
                values (:userId, :operation, :keyHash, :bodyHash, 1, :thing, :now)
                on conflict do nothing
                """))
                        .bind("bodyHash", request.bodyHash())
                        .bind("thing", thing)
                        .bind("now", now)
                        .execute();
    }

    void insertRefused(Fingerprint request, int status, String answer, Instant now) {
        bind(request, handle.createUpdate("insert into " + table + """
                 (user_id, operation, key_hash, body_hash, attempt, status, answer, created_at)
                values (:userId, :operation, :keyHash, :bodyHash, 1, :status, cast(:answer as jsonb), :now)
                on conflict do nothing
                """))
                .bind("bodyHash", request.bodyHash())
                .bind("status", status)
                .bind("answer", answer)
                .bind("now", now)
                .execute();
    }

    Optional<Claim> lock(Fingerprint request) {
        return bind(request, handle.createQuery("""
                select attempt, body_hash = :bodyHash as same_body, lease_until, status, answer::text as answer, ref
                from\s""" + table + ROW + "for update"))
                .bind("bodyHash", request.bodyHash())
                .map((row, context) -> claim(row))
                .findOne();
    }

    void takeOver(Fingerprint request, int attempt, Instant leaseUntil) {
        bind(
                        request,
                        handle.createUpdate(
                                "update " + table + " set attempt = :attempt, lease_until = :leaseUntil" + ROW))
                .bind("attempt", attempt)
                .bind("leaseUntil", leaseUntil)
                .execute();
    }

    boolean answer(Fingerprint request, int attempt, int status, String answer) {
        return 1
                == bind(
                                request,
                                handle.createUpdate(
                                        "update " + table + """
                 set status = :status, answer = cast(:answer as jsonb), lease_until = null
                """ + ROW + "and attempt = :attempt and status is null"))
                        .bind("status", status)
                        .bind("answer", answer)
                        .bind("attempt", attempt)
                        .execute();
    }

    void release(Fingerprint request, int attempt) {
        bind(
                        request,
                        handle.createUpdate("update " + table + " set lease_until = null" + ROW
                                + "and attempt = :attempt and status is null"))
                .bind("attempt", attempt)
                .execute();
    }

    private static <T extends SqlStatement<T>> T bind(Fingerprint request, T statement) {
        return statement
                .bind("userId", request.userId())
                .bind("operation", request.operation())
                .bind("keyHash", request.keyHash());
    }

    private static Claim claim(ResultSet row) throws SQLException {
        return new Claim(
                row.getInt("attempt"),
                row.getBoolean("same_body"),
                Optional.ofNullable(row.getObject("lease_until", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getObject("status", Integer.class)),
                Optional.ofNullable(row.getString("answer")),
                Optional.ofNullable(row.getObject("ref", UUID.class)));
    }
}
