package io.litemaas.spend;

import io.litemaas.testing.Person;
import io.litemaas.testing.Sql;
import io.litemaas.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/**
 * Somebody with a subscription and a key, put where access and identity would have put them.
 *
 * @param keyValue what LiteLLM is called with
 * @param hash by which LiteLLM names the key
 */
public record Spender(Person person, UUID subscriptionId, UUID keyId, String keyValue, String hash) {

    /** A new person with one subscription and one key. */
    public static Spender named(String name) {
        Person person = Person.user(name);
        UUID subscription = UUID.randomUUID();
        sql().run("""
                insert into access.subscription (id, owner_id, name, state, requested_at, decided_at)
                values (?, ?, ?, 'active', now(), now())""", subscription, person.id(), name + "'s subscription");
        return withKey(person, subscription, name + "'s key");
    }

    /** Another key of the same subscription. */
    public Spender another(String keyName) {
        return withKey(person, subscriptionId, keyName);
    }

    private static Spender withKey(Person person, UUID subscription, String keyName) {
        UUID key = UUID.randomUUID();
        String value = "sk-lm-" + UUID.randomUUID();
        String hash = sha256(value);
        sql().run("""
                insert into access.key (id, owner_id, subscription_id, name, created_at)
                values (?, ?, ?, ?, now())""", key, person.id(), subscription, keyName);
        sql().run("""
                insert into access.credential
                  (id, key_id, hash, pepper_id, state, attempt, created_at, activated_at)
                values (?, ?, decode(?, 'hex'), 'p', 'active', 1, now(), now())""", UUID.randomUUID(), key, hash);
        return new Spender(person, subscription, key, value, hash);
    }

    private static Sql sql() {
        return TestDatabase.shared().sql();
    }

    private static String sha256(String value) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
