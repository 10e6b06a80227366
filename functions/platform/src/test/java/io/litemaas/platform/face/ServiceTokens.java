package io.litemaas.platform.face;

import io.litemaas.platform.id.Sha256;
import io.litemaas.testing.Person;
import io.litemaas.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Service tokens made straight in the database. */
final class ServiceTokens {
    private ServiceTokens() {}

    static String of(Person owner, String scope) {
        return insert(owner, scope, "1 hour");
    }

    static String expired(Person owner) {
        return insert(owner, "read", "-1 second");
    }

    private static String insert(Person owner, String scope, String lives) {
        String value = "lmt_" + UUID.randomUUID();
        TestDatabase.shared()
                .sql()
                .run(
                        """
                insert into identity.service_token (id, owner_id, name, hash, scope, created_at, expires_at)
                values (?, ?, 'test', ?, ?, now() - interval '1 day', now() + cast(? as interval))
                """,
                        UUID.randomUUID(),
                        owner.id(),
                        Sha256.of(value.getBytes(StandardCharsets.UTF_8)),
                        scope,
                        lives);
        return value;
    }
}
