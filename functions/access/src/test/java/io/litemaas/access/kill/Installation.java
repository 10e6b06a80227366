package io.litemaas.access.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.litemaas.emulator.litellm.EmulatorOptions;
import io.litemaas.emulator.litellm.LiteLlmEmulator;
import io.litemaas.emulator.litellm.LiveKey;
import io.litemaas.platform.id.Sha256;
import io.litemaas.testing.Events;
import io.litemaas.testing.Person;
import io.litemaas.testing.Sql;
import io.litemaas.testing.TestDatabase;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** All that runs: database, LiteLLM, broker, rooms, and what people and operations do there. */
final class Installation implements AutoCloseable {
    private static final String MODEL = "gpt-4o-mini";

    private final Sql sql = TestDatabase.shared().sql();
    private final LiteLlmEmulator emulator = LiteLlmEmulator.start(EmulatorOptions.defaults());
    private final Broker broker = new Broker();
    private final Rooms rooms = new Rooms(emulator, broker);
    private final Client client = new Client();
    private final Person admin = Person.admin("anna");
    private final List<Owner> owners = new ArrayList<>();

    Installation() {
        broker.deliverTo(rooms.survivor());
        Answer synced = client.post(at("/models/sync"), admin.token(), Map.of(), Map.of())
                .join();
        assertThat(synced.status()).isEqualTo(200);
    }

    LiteLlmEmulator emulator() {
        return emulator;
    }

    Broker broker() {
        return broker;
    }

    Rooms rooms() {
        return rooms;
    }

    Sql sql() {
        return sql;
    }

    List<Owner> owners() {
        return List.copyOf(owners);
    }

    /** Somebody new, whom LiteLLM does not know, with a subscription and a row that counts their keys. */
    Owner newOwner() {
        Person person = Person.user("owner-" + owners.size());
        sql.run("insert into access.key_quota (user_id, used, max) values (?, 0, 20)", person.id());
        Answer subscribed = client.post(
                        at("/subscriptions/request"),
                        person.token(),
                        Map.of("Idempotency-Key", UUID.randomUUID().toString()),
                        Map.of("name", "work", "models", List.of(MODEL)))
                .join();
        Owner owner = new Owner(person, subscribed.body().path("id").asText());
        owners.add(owner);
        return owner;
    }

    /** Somebody new with a key. */
    Owner newKeyHolder() {
        Owner owner = newOwner();
        assertThat(issue(rooms.survivor(), owner).join().status()).isEqualTo(200);
        return owner;
    }

    CompletableFuture<Answer> issue(RoomProcess at, Owner owner) {
        return client.post(
                        at.at("/keys/issue"),
                        owner.person().token(),
                        Map.of("Idempotency-Key", owner.header()),
                        issuance(owner))
                .thenApply(owner::took);
    }

    /** Asks for a key and never reads the answer. */
    CompletableFuture<Answer> issueDeaf(RoomProcess at, Owner owner) {
        return client.postDeaf(
                at.at("/keys/issue"),
                owner.person().token(),
                Map.of("Idempotency-Key", owner.header()),
                issuance(owner));
    }

    CompletableFuture<Answer> revoke(RoomProcess at, Owner owner) {
        return client.post(at.at("/keys/revoke"), owner.person().token(), Map.of(), revocation(owner));
    }

    CompletableFuture<Answer> revokeDeaf(RoomProcess at, Owner owner) {
        return client.postDeaf(at.at("/keys/revoke"), owner.person().token(), Map.of(), revocation(owner));
    }

    /** The state of the owner's one credential; it must exist. */
    boolean isInState(Owner owner, String state) {
        return sql.column("""
                select c.state from access.credential c join access.key k on k.id = c.key_id where k.owner_id = ?
                """, owner.person().id()).contains(state);
    }

    /** As if the lease of a dead attempt had run out. */
    void outliveLease(Owner owner) {
        sql.run("""
                update access.credential set lease_until = now()
                where state = 'pending' and key_id in (select id from access.key where owner_id = ?)
                """, owner.person().id());
    }

    /** As if the hour had passed in which an issuance could be finished. */
    void outliveHour(Owner owner) {
        sql.run("""
                update access.credential set created_at = now() - interval '61 minutes'
                where state = 'pending' and key_id in (select id from access.key where owner_id = ?)
                """, owner.person().id());
    }

    /** All jobs once, as if the waits after failed attempts, and the leases of the dead, were over. */
    void reconcile() {
        sql.run("update access.outbox set next_attempt_at = now() where posted_at is null");
        List.of("access.relay-outbox", "access.end-keys").forEach(this::run);
        sql.run("update access.convergence set due_at = now(), lease_until = null where attempt > 0");
        List.of("access.converge-keys", "access.reconcile-keys").forEach(this::run);
    }

    /** The keys of LiteLLM that belong to the owner. */
    List<LiveKey> live(Owner owner) {
        String id = owner.person().id().toString();
        return emulator.keys().stream().filter(key -> key.userId().equals(id)).toList();
    }

    /** The ids of our keys for which LiteLLM's keys stand, by what LiteLLM itself says of each. */
    Set<String> standingFor(List<LiveKey> live) {
        assertThat(live).noneMatch(LiveKey::blocked);
        Set<String> ids = live.stream()
                .map(key -> client.get(URI.create(emulator.url() + "/key/info?key=" + key.hash()), emulator.masterKey())
                        .body()
                        .at("/info/metadata/litemaas_key")
                        .asText())
                .collect(Collectors.toSet());
        assertThat(ids).as("one key of LiteLLM for one of ours").hasSameSizeAs(live);
        return ids;
    }

    /** The ids of the keys that our API shows their owner as valid. */
    Set<String> valid(Owner owner) {
        JsonNode items =
                client.get(at("/keys/list"), owner.person().token()).body().path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(key -> key.path("state").asText().equals("valid"))
                .map(key -> key.path("id").asText())
                .collect(Collectors.toSet());
    }

    /** Whether the API says that a value may call models, and LiteLLM lets it: both or neither. */
    boolean works(String value) {
        int status = client.post(
                        URI.create(emulator.url() + "/v1/chat/completions"),
                        value,
                        Map.of(),
                        Map.of("model", MODEL, "messages", List.of(Map.of("role", "user", "content", "hi"))))
                .join()
                .status();
        boolean verified = client.post(at("/keys/verify"), admin.token(), Map.of(), Map.of("value", value))
                .join()
                .body()
                .path("valid")
                .asBoolean();
        assertThat(status).isEqualTo(verified ? 200 : 401);
        boolean listed = emulator.keys().stream().anyMatch(key -> key.hash().equals(hash(value)));
        assertThat(listed).isEqualTo(verified);
        return verified;
    }

    /** How many conflicts wait for an admin. */
    int conflicts() {
        return client.get(at("/keys/conflicts"), admin.token())
                .body()
                .path("items")
                .size();
    }

    /** Every row of every table that the room can write, as text. */
    List<String> everyRow() {
        return sql.column("""
                select quote_ident(table_schema) || '.' || quote_ident(table_name) from information_schema.tables
                where table_schema in ('access', 'platform') and table_type = 'BASE TABLE'
                """).stream()
                .flatMap(table -> sql.column("select t::text from " + table + " t").stream())
                .toList();
    }

    @Override
    public void close() {
        rooms.close();
        broker.close();
        client.close();
        emulator.close();
    }

    private void run(String job) {
        String id = Events.jobDue(job);
        Map<String, String> event = Map.of(
                "X-LiteMaaS-Relay",
                Events.RELAY_SECRET,
                "ce-specversion",
                "1.0",
                "ce-id",
                id,
                "ce-source",
                "/tests",
                "ce-type",
                "io.litemaas.job.due.v1",
                "ce-job",
                job);
        await(job)
                .untilAsserted(() -> assertThat(client.post(at("/access/run-job"), "none", event, Map.of())
                                .join()
                                .status())
                        .isEqualTo(204));
    }

    private URI at(String path) {
        return rooms.survivor().at(path);
    }

    private static Map<String, String> issuance(Owner owner) {
        return Map.of("subscriptionId", owner.subscription(), "name", "laptop");
    }

    private static Map<String, String> revocation(Owner owner) {
        return Map.of("id", owner.key().orElseThrow());
    }

    private static String hash(String value) {
        return HexFormat.of().formatHex(Sha256.of(value.getBytes(StandardCharsets.US_ASCII)));
    }
}
