package io.litemaas.litellm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What our client relies on, proven on a LiteLLM. It removes the users and keys that it makes. */
abstract class LiteLlmContract {
    private static final String MODEL = "gpt-4o-mini";
    private static final BigDecimal COST_OF_A_CALL = new BigDecimal("0.0000135");

    private final HttpClient http = HttpClient.newHttpClient();
    private final String run = UUID.randomUUID().toString().replace("-", "");
    private final String userId = "contract-" + run;
    private final List<KeyHash> made = new ArrayList<>();
    private Clients litellm;

    /** Where it is. */
    abstract String url();

    /** Its master key. */
    abstract String masterKey();

    @BeforeEach
    void connect() {
        litellm = Clients.of(
                new Settings(URI.create(url()), java.util.Optional.of(masterKey()), Duration.ofSeconds(2), 32 << 20));
    }

    @AfterEach
    void remove_what_was_made() {
        made.forEach(hash -> litellm.keys().delete(hash, deadline()));
        litellm.users().delete(userId, deadline());
    }

    private static Deadline deadline() {
        return Deadline.after(Duration.ofSeconds(20), System::nanoTime);
    }

    private KeyValue value(int number) {
        return new KeyValue("sk-contract-" + run + "-" + number);
    }

    private NewKey newKey(int number) {
        return NewKey.of(value(number), "contract-" + run + "-" + number, userId, List.of(MODEL));
    }

    private KeyHash generate(NewKey key) {
        made.add(key.value().hash());
        litellm.keys().generate(key, deadline());
        return key.value().hash();
    }

    private HttpResponse<String> post(String path, KeyValue bearer, ObjectNode body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url() + path))
                .header("Authorization", "Bearer " + bearer.reveal())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.write(body)))
                .build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString()).join();
    }

    private HttpResponse<String> chat(KeyValue bearer) {
        ObjectNode body = Json.object().put("model", MODEL);
        body.set("messages", Json.tree(List.of(Map.of("role", "user", "content", "hi"))));
        return post("/v1/chat/completions", bearer, body);
    }

    @Test
    void is_ready() {
        assertThat(litellm.health().isReady(deadline())).isTrue();
    }

    @Test
    void says_which_version_it_is_and_it_is_one_that_is_called_proven() {
        assertThat(litellm.health().version(deadline())).isIn(ProvenVersions.ALL);
    }

    @Test
    void takes_its_own_key_and_refuses_another_whatever_is_asked() {
        Clients stranger = Clients.of(new Settings(
                URI.create(url()), java.util.Optional.of(value(1).reveal()), Duration.ofSeconds(2), 32 << 20));

        assertThat(litellm.health().refusesOurKey(deadline())).isFalse();
        assertThat(stranger.health().refusesOurKey(deadline())).isTrue();
        assertThatThrownBy(() -> stranger.keys().list(1, deadline())).isInstanceOf(LiteLlmCredentialRefused.class);
        assertThatThrownBy(() -> stranger.models().deployments(deadline()))
                .isInstanceOf(LiteLlmCredentialRefused.class);
    }

    @Test
    void reads_back_what_was_generated() {
        Limits limits = Limits.NONE
                .withMaxBudget(new BigDecimal("12.345678901"))
                .withTpmLimit(5000)
                .withRpmLimit(50);
        NewKey key =
                newKey(1).withLimits(limits).withDuration(Duration.ofDays(90)).withMetadata(Map.of("litemaas", "é"));

        Key found = litellm.keys().find(generate(key), deadline()).orElseThrow();

        assertThat(key.isStoredAs(found)).isTrue();
        assertThat(found.limits().isSameAs(limits)).isTrue();
        assertThat(found.metadata()).isEqualTo(Map.of("litemaas", "é"));
        assertThat(found.spend()).isEqualByComparingTo(BigDecimal.ZERO);
        assertThat(found.blocked()).isFalse();
        assertThat(found.expires().orElseThrow())
                .isBetween(
                        found.createdAt().plus(Duration.ofDays(90)).minusSeconds(60),
                        found.createdAt().plus(Duration.ofDays(90)).plusSeconds(60));
    }

    @Test
    void stores_nothing_for_a_value_that_is_there_although_it_answers_200() {
        NewKey first = newKey(1);
        generate(first);
        NewKey second = NewKey.of(first.value(), "contract-" + run + "-other", userId, List.of("team-llama"));

        generate(second);

        Key found = litellm.keys().find(first.value().hash(), deadline()).orElseThrow();
        assertThat(second.isStoredAs(found)).isFalse();
        assertThat(first.isStoredAs(found)).isTrue();
    }

    @Test
    void refuses_an_identical_retry_with_400() {
        NewKey key = newKey(1);
        generate(key);

        assertThatThrownBy(() -> generate(key))
                .isInstanceOfSatisfying(
                        LiteLlmRefused.class,
                        refused -> assertThat(refused.status()).isEqualTo(400));
    }

    @Test
    void finds_no_key_that_was_deleted_or_never_was() {
        KeyHash hash = generate(newKey(1));

        boolean deleted = litellm.keys().delete(hash, deadline());
        boolean deletedAgain = litellm.keys().delete(hash, deadline());

        assertThat(deleted).isTrue();
        assertThat(deletedAgain).isFalse();
        assertThat(litellm.keys().find(hash, deadline())).isEmpty();
        assertThat(litellm.keys().find(value(99).hash(), deadline())).isEmpty();
        assertThat(chat(value(1)).statusCode()).isEqualTo(401);
    }

    @Test
    void makes_a_deleted_value_work_again_when_it_is_generated_late() {
        NewKey key = newKey(1);
        litellm.keys().delete(generate(key), deadline());

        generate(key);

        assertThat(litellm.keys().find(key.value().hash(), deadline())).isPresent();
        assertThat(chat(key.value()).statusCode()).isEqualTo(200);
    }

    @Test
    void sets_limits_and_unsets_them() {
        KeyHash hash = generate(newKey(1).withMetadata(Map.of("old", "gone")));
        Limits limits =
                Limits.NONE.withMaxBudget(new BigDecimal("3.5")).withTpmLimit(7).withRpmLimit(8);

        litellm.keys().update(new KeyUpdate(hash, List.of("team-llama"), limits, Map.of("new", "here")), deadline());
        Key set = litellm.keys().find(hash, deadline()).orElseThrow();
        litellm.keys().update(new KeyUpdate(hash, List.of(MODEL), Limits.NONE, Map.of()), deadline());
        Key unset = litellm.keys().find(hash, deadline()).orElseThrow();

        assertThat(set.limits().isSameAs(limits)).isTrue();
        assertThat(set.models()).isEqualTo(List.of("team-llama"));
        assertThat(set.metadata()).isEqualTo(Map.of("new", "here"));
        assertThat(unset.limits()).isEqualTo(Limits.NONE);
        assertThat(unset.metadata()).isEmpty();
    }

    @Test
    void says_that_an_unknown_key_can_not_be_changed() {
        KeyHash unknown = value(99).hash();

        assertThat(litellm.keys().update(new KeyUpdate(unknown, List.of(MODEL), Limits.NONE, Map.of()), deadline()))
                .isEmpty();
        assertThat(litellm.keys().block(unknown, deadline())).isFalse();
        assertThat(litellm.keys().unblock(unknown, deadline())).isFalse();
    }

    @Test
    void blocks_and_unblocks_from_the_next_call_on() {
        KeyHash hash = generate(newKey(1));
        int before = chat(value(1)).statusCode();

        litellm.keys().block(hash, deadline());
        int blocked = chat(value(1)).statusCode();
        boolean flag = litellm.keys().find(hash, deadline()).orElseThrow().blocked();
        litellm.keys().unblock(hash, deadline());
        int after = chat(value(1)).statusCode();

        assertThat(List.of(before, blocked, after)).isEqualTo(List.of(200, 401, 200));
        assertThat(flag).isTrue();
    }

    @Test
    void keeps_a_block_over_an_update() {
        KeyHash hash = generate(newKey(1));
        litellm.keys().block(hash, deadline());

        litellm.keys().update(new KeyUpdate(hash, List.of(MODEL), Limits.NONE, Map.of()), deadline());

        assertThat(litellm.keys().find(hash, deadline()).orElseThrow().blocked())
                .isTrue();
    }

    @Test
    void refuses_the_next_call_of_a_key_without_budget() {
        KeyHash hash = generate(newKey(1));
        Limits nothing = Limits.NONE.withMaxBudget(BigDecimal.ZERO);

        litellm.keys().update(new KeyUpdate(hash, List.of(MODEL), nothing, Map.of()), deadline());

        assertThat(chat(value(1)).statusCode()).isEqualTo(422);
    }

    @Test
    void lists_every_key_once_over_the_pages() {
        Set<KeyHash> generated = new HashSet<>();
        for (int number = 0; number < KeyPage.SIZE + 1; number++) {
            generated.add(generate(newKey(number)));
        }

        List<KeyHash> listed = new ArrayList<>();
        KeyPage page = litellm.keys().list(1, deadline());
        page.keys().forEach(key -> listed.add(key.hash()));
        while (page.hasNext()) {
            page = litellm.keys().list(page.page() + 1, deadline());
            page.keys().forEach(key -> listed.add(key.hash()));
        }

        assertThat(listed).doesNotHaveDuplicates().containsAll(generated);
        assertThat(page.totalPages()).isGreaterThan(1);
        assertThat(page.totalCount()).isEqualTo(listed.size());
        assertThat(litellm.keys().list(page.totalPages() + 1, deadline()).keys())
                .isEmpty();
    }

    @Test
    void finds_no_user_that_never_was() {
        assertThat(litellm.users().find(userId, deadline())).isEmpty();
        assertThat(litellm.users().delete(userId, deadline())).isFalse();
    }

    @Test
    void creates_a_user_once() {
        UserProfile profile =
                UserProfile.of(userId, "Contract", Map.of("a", "1")).withEmail(userId + "@example.org");

        litellm.users().create(profile, deadline());

        assertThat(litellm.users().find(userId, deadline()).orElseThrow().matches(profile))
                .isTrue();
        assertThatThrownBy(() -> litellm.users().create(profile, deadline()))
                .isInstanceOfSatisfying(
                        LiteLlmRefused.class,
                        refused -> assertThat(refused.status()).isEqualTo(409));
    }

    @Test
    void upserts_a_user_on_our_id() {
        UserProfile first = UserProfile.of(userId, "First", Map.of("a", "1"))
                .withEmail(userId + "@example.org")
                .withLimits(Limits.NONE.withMaxBudget(new BigDecimal("2.5")).withRpmLimit(9));
        UserProfile second = UserProfile.of(userId, "Second", Map.of("b", "2")).withEmail(userId + "@example.org");

        litellm.users().upsert(first, deadline());
        User created = litellm.users().find(userId, deadline()).orElseThrow();
        litellm.users().upsert(second, deadline());
        User updated = litellm.users().find(userId, deadline()).orElseThrow();

        assertThat(created.matches(first)).isTrue();
        assertThat(updated.matches(second)).isTrue();
    }

    @Test
    void deletes_a_user_with_their_keys() {
        litellm.users().upsert(UserProfile.of(userId, "Contract", Map.of("a", "1")), deadline());
        KeyHash hash = generate(newKey(1));

        boolean deleted = litellm.users().delete(userId, deadline());

        assertThat(deleted).isTrue();
        assertThat(litellm.users().find(userId, deadline())).isEmpty();
        assertThat(litellm.keys().find(hash, deadline())).isEmpty();
    }

    @Test
    void does_not_let_our_keys_make_keys_or_read_about_themselves() {
        litellm.users().upsert(UserProfile.of(userId, "Contract", Map.of("a", "1")), deadline());
        generate(newKey(1));

        HttpResponse<String> minted =
                post("/key/generate", value(1), Json.object().put("key", value(2).reveal()));

        assertThat(minted.statusCode()).isEqualTo(403);
        assertThat(litellm.keys().find(value(2).hash(), deadline())).isEmpty();
        assertThat(chat(value(1)).statusCode()).isEqualTo(200);
    }

    @Test
    void reads_prices_as_the_decimals_that_were_configured() {
        List<Deployment> deployments = litellm.models().deployments(deadline());

        Deployment mini = deployments.stream()
                .filter(deployment -> deployment.modelName().equals(MODEL))
                .findFirst()
                .orElseThrow();
        assertThat(mini.inputCostPerToken().orElseThrow()).isEqualByComparingTo("0.00000015");
        assertThat(mini.outputCostPerToken().orElseThrow()).isEqualByComparingTo("0.0000006");
        assertThat(mini.mode()).contains("chat");
        assertThat(deployments)
                .filteredOn(deployment -> deployment.modelName().equals("team-llama"))
                .hasSize(2);
    }

    @Test
    void logs_a_call_with_its_exact_cost() {
        KeyHash hash = generate(newKey(1));
        Instant before = Instant.now();

        HttpResponse<String> answer = chat(value(1));

        String callId = answer.headers().firstValue("x-litellm-call-id").orElseThrow();
        SpendLog row = Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> rowOf(callId, before), rows -> !rows.isEmpty())
                .get(0);
        assertThat(row.apiKey()).contains(hash);
        assertThat(row.userId()).contains(userId);
        assertThat(row.spend()).isEqualByComparingTo(COST_OF_A_CALL);
        assertThat(row.spend())
                .isEqualByComparingTo(
                        answer.headers().firstValue("x-litellm-response-cost").orElseThrow());
        assertThat(row.modelGroup()).contains(MODEL);
        assertThat(List.of(row.promptTokens(), row.completionTokens(), row.totalTokens()))
                .isEqualTo(List.of(10L, 20L, 30L));
        assertThat(row.startTime())
                .isBetween(before.minusSeconds(5), Instant.now().plusSeconds(5));
        assertThat(row.successful()).isTrue();
        assertThat(row.cacheHit()).isFalse();
    }

    private List<SpendLog> rowOf(String callId, Instant since) {
        List<SpendLog> found = new ArrayList<>();
        SpendLogPage page;
        int number = 1;
        do {
            page = litellm.spend()
                    .logs(
                            new SpendLogQuery(
                                    since.minusSeconds(5), Instant.now().plusSeconds(5), number++, 3),
                            deadline());
            assertThat(page.malformed()).isEmpty();
            page.rows().stream().filter(row -> row.callId().equals(callId)).forEach(found::add);
        } while (page.hasNext());
        return found;
    }

    @Test
    void adds_up_the_day_of_a_call() {
        generate(newKey(1));
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        long before = requestsOf(today);

        chat(value(1));

        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> requestsOf(today) > before);
    }

    private long requestsOf(LocalDate day) {
        return litellm.spend().dailyActivity(day, day.plusDays(1), deadline()).stream()
                .peek(activity -> assertThat(activity.spend()).isNotNegative())
                .mapToLong(DailyActivity::apiRequests)
                .sum();
    }
}
