package io.litemaas.litellm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiteLlmKeysTest extends ScriptedTest {
    private static JsonNode sent(ScriptedServer server) {
        return Json.read(server.last().body().getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectNode info() {
        String recorded = Recording.bodyOf("060-key-info-after-dup");
        return ((ObjectNode) Json.read(recorded.getBytes(StandardCharsets.UTF_8))).put("key", HASH.hex());
    }

    private void answersInfo(Consumer<ObjectNode> change) {
        ObjectNode answer = info();
        change.accept((ObjectNode) answer.get("info"));
        server.answers(200, answer.toString());
    }

    private static void isGarbage(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        LiteLlmFault.class, fault -> assertThat(fault.kind()).isEqualTo(LiteLlmFault.Kind.GARBAGE));
    }

    @Test
    void generates_keys_that_can_only_call_models() {
        server.answers(200, "{\"token\":\"" + HASH + "\"}");

        litellm.keys()
                .generate(
                        newKey().withLimits(Limits.NONE.withMaxBudget(new BigDecimal("0.10")))
                                .withDuration(Duration.ofDays(1))
                                .withMetadata(Map.of("a", "b")),
                        soon());

        assertThat(sent(server).toString())
                .isEqualTo("{\"key\":\"" + VALUE.reveal() + "\",\"key_alias\":\"alias\",\"user_id\":\"user\","
                        + "\"key_type\":\"llm_api\",\"models\":[\"gpt-4o-mini\"],\"metadata\":{\"a\":\"b\"},"
                        + "\"max_budget\":0.10,\"tpm_limit\":null,\"rpm_limit\":null,\"budget_duration\":null,"
                        + "\"duration\":\"86400s\"}");
    }

    @Test
    void does_not_believe_in_another_token() {
        server.answers(200, "{\"token\":\"" + "0".repeat(64) + "\"}");

        isGarbage(() -> litellm.keys().generate(newKey(), soon()));
    }

    @Test
    void reads_a_key_as_it_was_recorded() {
        answersInfo(info -> {});

        Key key = litellm.keys().find(HASH, soon()).orElseThrow();

        assertThat(server.last().target()).isEqualTo("/key/info?key=" + HASH);
        assertThat(key.hash()).isEqualTo(HASH);
        assertThat(key.alias()).contains("alice-laptop");
        assertThat(key.userId()).contains("u-alice");
        assertThat(key.models()).isEqualTo(List.of("gpt-4o-mini", "team-llama"));
        assertThat(key.limits())
                .isEqualTo(Limits.NONE
                        .withMaxBudget(new BigDecimal("5.0"))
                        .withTpmLimit(5000)
                        .withRpmLimit(50));
        assertThat(key.spend()).isEqualTo(new BigDecimal("0.0"));
        assertThat(key.expires().orElseThrow()).isEqualTo("2027-02-22T18:08:19.390Z");
        assertThat(key.metadata()).isEqualTo(Map.of("note", "é", "request_id", "R-1"));
        assertThat(key.blocked()).isFalse();
    }

    @Test
    void shows_a_blocked_key() {
        answersInfo(info -> info.put("blocked", true).put("status", "revoked"));

        assertThat(litellm.keys().find(HASH, soon()).orElseThrow().blocked()).isTrue();
    }

    @Test
    void takes_a_key_from_the_archive_for_absent() {
        String recorded = Recording.bodyOf("158-key-info-after-mixed-delete");
        ObjectNode answer = (ObjectNode) Json.read(recorded.getBytes(StandardCharsets.UTF_8));
        server.answers(200, answer.put("key", HASH.hex()).toString());

        assertThat(litellm.keys().find(HASH, soon())).isEmpty();
    }

    @Test
    void reads_what_nobody_set_as_nothing_and_what_somebody_else_set_as_it_is() {
        answersInfo(info -> info.putNull("key_type").putNull("metadata").put("rpm_limit", -1));

        Key key = litellm.keys().find(HASH, soon()).orElseThrow();

        assertThat(key.keyType()).isEmpty();
        assertThat(key.metadata()).isEmpty();
        assertThat(key.limits().isSameAs(Limits.NONE)).isFalse();
        assertThat(newKey().isStoredAs(key)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status",
                "spend",
                "models",
                "created_at",
            })
    void calls_a_missing_field_garbage(String field) {
        answersInfo(info -> info.remove(field));

        isGarbage(() -> litellm.keys().find(HASH, soon()));
    }

    @Test
    void calls_a_wrong_type_garbage() {
        List<Consumer<ObjectNode>> wrongs = List.of(
                info -> info.put("spend", "1.0"),
                info -> info.put("spend", true),
                info -> info.put("spend", new BigDecimal("1e999999999")),
                info -> info.put("rpm_limit", 1.5),
                info -> info.put("rpm_limit", new BigDecimal("99999999999999999999")),
                info -> info.put("models", "gpt"),
                info -> info.putArray("models").add(1),
                info -> info.put("metadata", 1),
                info -> info.put("blocked", "yes"),
                info -> info.put("expires", "tomorrow"),
                info -> info.put("status", "dormant"));

        assertThat(wrongs).allSatisfy(wrong -> {
            answersInfo(wrong);
            isGarbage(() -> litellm.keys().find(HASH, soon()));
        });
    }

    @Test
    void does_not_take_another_key_for_the_one_it_asked_for() {
        server.answers(200, info().put("key", "0".repeat(64)).toString());

        isGarbage(() -> litellm.keys().find(HASH, soon()));
    }

    @Test
    void unsets_what_an_update_does_not_have() {
        server.answers(404, "{\"error\":{}}");

        litellm.keys().update(new KeyUpdate(HASH, List.of("m"), Limits.NONE.withRpmLimit(3), Map.of()), soon());

        assertThat(server.last().target()).isEqualTo("/key/update");
        assertThat(sent(server).toString())
                .isEqualTo("{\"key\":\"" + HASH + "\",\"models\":[\"m\"],\"metadata\":{},\"max_budget\":null,"
                        + "\"tpm_limit\":null,\"rpm_limit\":3,\"budget_duration\":null}");
    }

    @Test
    void believes_in_a_block_only_when_the_answer_shows_it() {
        server.answers(200, "{\"token\":\"" + HASH + "\",\"blocked\":true}");

        assertThat(litellm.keys().block(HASH, soon())).isTrue();
        isGarbage(() -> litellm.keys().unblock(HASH, soon()));
    }

    @Test
    void believes_in_a_delete_only_when_the_answer_names_the_key() {
        server.answers(200, "{\"deleted_keys\":[\"" + HASH + "\"]}");
        boolean deleted = litellm.keys().delete(HASH, soon());
        String body = server.last().body();
        server.answers(200, "{\"deleted_keys\":[]}");

        assertThat(deleted).isTrue();
        assertThat(body).isEqualTo("{\"keys\":[\"" + HASH + "\"]}");
        isGarbage(() -> litellm.keys().delete(HASH, soon()));
    }

    @Test
    void lists_full_objects_a_hundred_at_a_time_oldest_first() {
        ObjectNode key = ((ObjectNode) info().get("info")).put("token", HASH.hex());
        key.remove("status");
        server.answers(200, "{\"keys\":[" + key + "],\"total_count\":101,\"current_page\":2,\"total_pages\":2}");

        KeyPage page = litellm.keys().list(2, soon());

        assertThat(server.last().target())
                .isEqualTo("/key/list?page=2&return_full_object=true&size=100&sort_by=created_at&sort_order=asc");
        assertThat(page.keys()).extracting(ListedKey::hash).isEqualTo(List.of(HASH));
        assertThat(page.totalCount()).isEqualTo(101);
        assertThat(page.hasNext()).isFalse();
    }

    @Test
    void lists_a_key_of_a_form_that_it_does_not_know_beside_the_others() {
        ObjectNode known = ((ObjectNode) info().get("info")).put("token", HASH.hex());
        ObjectNode unknown = known.deepCopy().put("token", "0".repeat(64)).put("user_id", 7);
        unknown.putNull("spend");
        server.answers(
                200,
                "{\"keys\":[" + unknown + "," + known + "],\"total_count\":2,\"current_page\":1,\"total_pages\":1}");

        List<ListedKey> keys = litellm.keys().list(1, soon()).keys();

        assertThat(keys).extracting(key -> key.key().isPresent()).isEqualTo(List.of(false, true));
        assertThat(keys.get(0).alias()).contains("alice-laptop");
        assertThat(keys.get(0).userId()).isEmpty();
    }

    @Test
    void calls_a_listing_of_bare_hashes_garbage() {
        server.answers(200, "{\"keys\":[\"" + HASH + "\"],\"total_count\":1,\"current_page\":1,\"total_pages\":1}");

        isGarbage(() -> litellm.keys().list(1, soon()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void calls_another_page_than_the_asked_one_garbage(int page) {
        server.answers(200, "{\"keys\":[],\"total_count\":0,\"current_page\":" + page + ",\"total_pages\":0}");

        isGarbage(() -> litellm.keys().list(2, soon()));
    }

    @Test
    void calls_an_empty_page_before_the_last_garbage() {
        server.answers(200, "{\"keys\":[],\"total_count\":900,\"current_page\":2,\"total_pages\":9}");

        isGarbage(() -> litellm.keys().list(2, soon()));
    }
}
