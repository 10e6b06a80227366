package io.litemaas.identity.people;

import io.litemaas.identity.provider.ProviderUser;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The statements of {@code identity.person}. */
final class PersonDao {
    private static final String COLUMNS =
            " id, username, full_name, email, roles, groups, epoch, disabled_at, created_at, last_sign_in_at ";

    private final Handle handle;

    PersonDao(Handle handle) {
        this.handle = handle;
    }

    /** Writes down who signed in; other roles than the last time raise the epoch. */
    Person signedIn(UUID newId, ProviderUser user, List<String> roles, Instant now) {
        return handle.createQuery("""
                insert into identity.person as p
                  (id, issuer, subject, username, full_name, email, groups, roles, created_at, last_sign_in_at)
                values (:id, :issuer, :subject, :username, :fullName, :email, :groups, :roles, :now, :now)
                on conflict (issuer, subject) do update set
                  username = excluded.username, full_name = excluded.full_name, email = excluded.email,
                  groups = excluded.groups, roles = excluded.roles, last_sign_in_at = excluded.last_sign_in_at,
                  epoch = p.epoch + case when p.roles = excluded.roles then 0 else 1 end
                returning""" + COLUMNS)
                .bind("id", newId)
                .bind("issuer", user.issuer())
                .bind("subject", user.subject())
                .bind("username", user.username())
                .bind("fullName", user.fullName())
                .bind("email", user.email().orElse(null))
                .bindArray("groups", String.class, user.groups())
                .bindArray("roles", String.class, roles)
                .bind("now", now)
                .map((row, context) -> person(row))
                .one();
    }

    Optional<Person> find(UUID id) {
        return handle.createQuery("select" + COLUMNS + "from identity.person where id = :id")
                .bind("id", id)
                .map((row, context) -> person(row))
                .findOne();
    }

    /** People by id, which is the order in which they came, whose username or name holds a text. */
    List<Person> list(String text, Optional<UUID> after, int most) {
        return handle.createQuery("select" + COLUMNS + """
                from identity.person
                where (cast(:after as uuid) is null or id > :after)
                  and (position(lower(:text) in lower(username)) > 0 or position(lower(:text) in lower(full_name)) > 0)
                order by id limit :most
                """)
                .bind("text", text)
                .bind("after", after.orElse(null))
                .bind("most", most)
                .map((row, context) -> person(row))
                .list();
    }

    void raiseEpoch(UUID id) {
        handle.createUpdate("update identity.person set epoch = epoch + 1 where id = :id")
                .bind("id", id)
                .execute();
    }

    /** Disables or enables; empty where the person is so already, or does not exist. */
    Optional<Person> disabled(UUID id, boolean disabled, Instant now) {
        return handle.createQuery("""
                update identity.person
                set epoch = epoch + 1, disabled_at = case when :disabled then cast(:now as timestamptz) end
                where id = :id and (disabled_at is not null) <> :disabled
                returning""" + COLUMNS)
                .bind("id", id)
                .bind("disabled", disabled)
                .bind("now", now)
                .map((row, context) -> person(row))
                .findOne();
    }

    private static Person person(ResultSet row) throws SQLException {
        return new Person(
                row.getObject("id", UUID.class),
                row.getString("username"),
                row.getString("full_name"),
                Optional.ofNullable(row.getString("email")),
                words(row, "roles"),
                words(row, "groups"),
                row.getInt("epoch"),
                Optional.ofNullable(row.getObject("disabled_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("last_sign_in_at", OffsetDateTime.class).toInstant());
    }

    private static List<String> words(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}
