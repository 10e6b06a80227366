package io.litemaas.identity.tokens;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.litemaas.identity.Browser;
import io.litemaas.identity.IdentityRoomCase;
import io.litemaas.identity.SignInResource;
import io.litemaas.testing.ContractFilter;
import io.litemaas.testing.Person;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = SignInResource.class, restrictToAnnotatedClass = true)
class ServiceTokensTest extends IdentityRoomCase {
    private final Person owner = Person.user("owner");

    @Test
    void a_token_calls_in_its_owners_name() {
        Response made = create(owner, "{\"name\":\"ci\",\"scope\":\"read\",\"expiresInDays\":30}");

        assertThat(made.statusCode()).as(made.asString()).isEqualTo(200);
        assertThat(me(made.jsonPath().getString("value")).jsonPath().getString("username"))
                .isEqualTo("owner");
        assertThat(Duration.between(
                        Instant.parse(made.jsonPath().getString("createdAt")),
                        Instant.parse(made.jsonPath().getString("expiresAt"))))
                .isEqualTo(Duration.ofDays(30));
    }

    @Test
    void a_token_lives_ninety_days_where_nothing_is_said() {
        Response made = create(owner, "{\"name\":\"ci\",\"scope\":\"keys\"}");

        assertThat(Duration.between(
                        Instant.parse(made.jsonPath().getString("createdAt")),
                        Instant.parse(made.jsonPath().getString("expiresAt"))))
                .isEqualTo(Duration.ofDays(90));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tokens/list", "/users/list"})
    void a_token_may_not_what_its_scope_or_its_owner_may_not(String path) {
        String value =
                create(owner, "{\"name\":\"ci\",\"scope\":\"keys\"}").jsonPath().getString("value");

        Response refused = as(value).get(path);

        assertThat(refused.statusCode()).isEqualTo(403);
    }

    @Test
    void a_token_makes_no_token_and_signs_nobody_out() {
        String value =
                create(owner, "{\"name\":\"ci\",\"scope\":\"keys\"}").jsonPath().getString("value");

        assertThat(create(value, key(), "{\"name\":\"more\",\"scope\":\"keys\"}")
                        .jsonPath()
                        .getString("code"))
                .isEqualTo("auth.scope_missing");
        assertThat(as(value)
                        .contentType("application/json")
                        .body("{}")
                        .post("/auth/logout-everywhere")
                        .jsonPath()
                        .getString("code"))
                .isEqualTo("auth.scope_missing");
    }

    @Test
    void an_expired_token_ends() {
        String value =
                create(owner, "{\"name\":\"ci\",\"scope\":\"read\"}").jsonPath().getString("value");
        sql.run(
                "update identity.service_token set created_at = created_at - interval '91 days',"
                        + " expires_at = expires_at - interval '91 days' where owner_id = ?",
                owner.id());

        assertThat(me(value).statusCode()).isEqualTo(401);
    }

    @Test
    void a_disabled_owners_token_ends() {
        String value =
                create(owner, "{\"name\":\"ci\",\"scope\":\"read\"}").jsonPath().getString("value");

        as(Person.admin("boss").token())
                .contentType("application/json")
                .body("{\"userId\":\"" + owner.id() + "\"}")
                .post("/users/disable");

        assertThat(me(value).statusCode()).isEqualTo(401);
    }

    @Test
    void a_revoked_token_ends_with_the_next_call_and_stays_in_the_list() {
        Response made = create(owner, "{\"name\":\"ci\",\"scope\":\"read\"}");
        String id = made.jsonPath().getString("id");

        Response revoked = revoke(owner, id);
        Response again = revoke(owner, id);

        assertThat(revoked.statusCode()).isEqualTo(200);
        assertThat(again.jsonPath().getString("revokedAt"))
                .isEqualTo(revoked.jsonPath().getString("revokedAt"));
        assertThat(me(made.jsonPath().getString("value")).statusCode()).isEqualTo(401);
        assertThat(as(owner.token()).get("/tokens/list").jsonPath().getString("items[0].revokedAt"))
                .isNotNull();
        assertThat(sql.column("select action from platform.audit where object = ? order by id", id))
                .containsExactly("token.created", "token.revoked");
    }

    @Test
    void another_persons_token_does_not_exist_for_me() {
        Response made = create(owner, "{\"name\":\"ci\",\"scope\":\"read\"}");
        Person other = Person.admin("other");

        Response refused = revoke(other, made.jsonPath().getString("id"));

        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(refused.jsonPath().getString("code")).isEqualTo("tokens.not_found");
        assertThat(me(made.jsonPath().getString("value")).statusCode()).isEqualTo(200);
        assertThat(as(other.token()).get("/tokens/list").jsonPath().getList("items"))
                .isEmpty();
    }

    @Test
    void a_repetition_makes_no_second_token_and_shows_no_value() {
        String key = key();
        String body = "{\"name\":\"ci\",\"scope\":\"read\"}";
        Response made = create(owner.token(), key, body);

        Response repeated = create(owner.token(), key, body);

        assertThat(repeated.statusCode()).isEqualTo(409);
        assertThat(repeated.jsonPath().getString("code")).isEqualTo("tokens.value_not_kept");
        assertThat(repeated.jsonPath().getString("detail"))
                .contains(made.jsonPath().getString("id"));
        assertThat(repeated.asString()).doesNotContain("lmt_");
        assertThat(sql.column("select id from identity.service_token where owner_id = ?", owner.id()))
                .hasSize(1);
    }

    @Test
    void another_person_with_the_same_header_gets_a_token_of_their_own() {
        String key = key();
        String body = "{\"name\":\"ci\",\"scope\":\"read\"}";
        create(owner.token(), key, body);

        Response other = create(Person.user("other").token(), key, body);

        assertThat(me(other.jsonPath().getString("value")).jsonPath().getString("username"))
                .isEqualTo("other");
    }

    @Test
    void a_guessable_header_is_refused() {
        assertThat(create(owner.token(), "1234", "{\"name\":\"ci\",\"scope\":\"read\"}")
                        .jsonPath()
                        .getString("code"))
                .isEqualTo("http.idempotency_key_required");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"scope\":\"read\"}",
                "{\"name\":\"ci\"}",
                "{\"name\":\"\",\"scope\":\"read\"}",
                "{\"name\":\"ci\",\"scope\":\"person\"}",
                "{\"name\":\"ci\",\"scope\":\"admin\"}",
                "{\"name\":\"ci\",\"scope\":0}",
                "{\"name\":\"ci\",\"scope\":\"read\",\"expiresInDays\":0}",
                "{\"name\":\"ci\",\"scope\":\"read\",\"expiresInDays\":366}",
                "{\"name\":\"ci\",\"scope\":\"read\",\"expiresInDays\":1.5}",
                "{\"name\":\"ci\",\"scope\":\"read\",\"value\":\"lmt_mine\"}"
            })
    void says_what_is_wrong_with_a_request(String body) {
        Response refused = create(owner, body);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.jsonPath().getList("errors")).isNotEmpty();
    }

    @Test
    void no_list_and_no_table_shows_a_value() {
        String key = key();
        String value = create(owner.token(), key, "{\"name\":\"ci\",\"scope\":\"read\"}")
                .jsonPath()
                .getString("value");
        Browser browser = Browser.signedIn("alice");

        assertThat(as(owner.token()).get("/tokens/list").asString())
                .doesNotContain("lmt_")
                .contains("\"ci\"");
        List<String> tables = sql.column("""
                select format('%I.%I', schemaname, tablename) from pg_tables
                where schemaname in ('identity', 'access', 'spend', 'alerts', 'operations', 'platform')""");
        assertThat(tables).contains("identity.service_token", "identity.outbox", "platform.audit");
        for (String table : tables) {
            assertThat(sql.column("select t::text from " + table + " t"))
                    .as(table)
                    .noneMatch(row -> row.contains(value)
                            || row.contains(key)
                            || row.contains("lmr_")
                            || row.contains("sha256~")
                            || row.contains(browser.cookie("lm"))
                            || row.contains(SignInResource.CLIENT_SECRET));
        }
    }

    private static Response create(Person person, String body) {
        return create(person.token(), key(), body);
    }

    private static Response create(String credential, String key, String body) {
        return as(credential)
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post("/tokens/create");
    }

    private static Response revoke(Person person, String id) {
        return as(person.token())
                .contentType("application/json")
                .body("{\"tokenId\":\"" + id + "\"}")
                .post("/tokens/revoke");
    }

    private static Response me(String credential) {
        return as(credential).get("/auth/me");
    }

    private static RequestSpecification as(String credential) {
        return given().filter(new ContractFilter()).header("Authorization", "Bearer " + credential);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
