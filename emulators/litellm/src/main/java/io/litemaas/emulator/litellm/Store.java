package io.litemaas.emulator.litellm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The emulator's database: rows as JSON, in the order in which they were made. Guarded by the emulator's lock. */
final class Store {
    private final Map<String, ObjectNode> keys = new LinkedHashMap<>();
    private final List<ObjectNode> deletedKeys = new ArrayList<>();
    private final Map<String, ObjectNode> users = new LinkedHashMap<>();
    private final Map<String, ObjectNode> teams = new LinkedHashMap<>();
    private final List<SpendRow> spend = new ArrayList<>();

    /** Live keys by hash. */
    Map<String, ObjectNode> keys() {
        return keys;
    }

    /** The archive: keys deleted by name or with their team, but not those deleted with their user. */
    List<ObjectNode> deletedKeys() {
        return deletedKeys;
    }

    Map<String, ObjectNode> users() {
        return users;
    }

    Map<String, ObjectNode> teams() {
        return teams;
    }

    /** Every request, those not yet flushed included. */
    List<SpendRow> spend() {
        return spend;
    }

    Optional<ObjectNode> key(String hash) {
        return Optional.ofNullable(keys.get(hash));
    }

    Optional<ObjectNode> user(String id) {
        return Optional.ofNullable(users.get(id));
    }

    Optional<ObjectNode> userByEmail(String email) {
        return users.values().stream()
                .filter(user -> user.path("user_email").asText("").equalsIgnoreCase(email))
                .findFirst();
    }

    Optional<ObjectNode> team(String id) {
        return Optional.ofNullable(teams.get(id));
    }

    List<ObjectNode> keysWhere(String column, String value) {
        return keys.values().stream()
                .filter(key -> key.path(column).asText("").equals(value))
                .toList();
    }

    boolean isAliasTaken(String alias, String exceptHash) {
        return !alias.isEmpty()
                && keysWhere("key_alias", alias).stream()
                        .anyMatch(key -> !key.path("token").asText().equals(exceptHash));
    }

    ObjectNode snapshot() {
        ObjectNode all = Json.object();
        keys.values().forEach(all.withArray("keys")::add);
        deletedKeys.forEach(all.withArray("deleted_keys")::add);
        users.values().forEach(all.withArray("users")::add);
        teams.values().forEach(all.withArray("teams")::add);
        spend.forEach(row -> all.withArray("spend").add(row.toJson()));
        return all.deepCopy();
    }

    void restore(JsonNode snapshot) {
        keys.clear();
        deletedKeys.clear();
        users.clear();
        teams.clear();
        spend.clear();
        ObjectNode copy = snapshot.deepCopy();
        copy.path("keys").forEach(row -> keys.put(row.path("token").asText(), (ObjectNode) row));
        copy.path("deleted_keys").forEach(row -> deletedKeys.add((ObjectNode) row));
        copy.path("users").forEach(row -> users.put(row.path("user_id").asText(), (ObjectNode) row));
        copy.path("teams").forEach(row -> teams.put(row.path("team_id").asText(), (ObjectNode) row));
        copy.path("spend").forEach(row -> spend.add(SpendRow.fromJson(row)));
    }
}
