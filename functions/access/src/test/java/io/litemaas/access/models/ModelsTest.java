package io.litemaas.access.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.litemaas.access.AccessQuarkusTest;
import io.litemaas.access.AccessTest;
import io.litemaas.emulator.litellm.Fault;
import io.litemaas.emulator.litellm.FaultKind;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@AccessQuarkusTest
class ModelsTest extends AccessTest {

    @Test
    void lists_each_model_once_however_many_deployments_it_has() {
        as(user).get("/models/list")
                .then()
                .statusCode(200)
                .body("items.name", hasItems("gpt-4o-mini", "team-llama"))
                .body("items.findAll { it.name == 'team-llama' }", hasSize(1))
                .body("items.find { it.name == 'team-llama' }.deployments", equalTo(2))
                .body("items.find { it.name == 'team-llama' }.seenAt", notNullValue());
    }

    @Test
    void shows_a_price_to_the_last_digit() {
        as(user).queryParam("name", "gpt-4o-mini")
                .get("/models/get")
                .then()
                .statusCode(200)
                .body("inputCostPerToken.amount", equalTo("0.00000015"))
                .body("inputCostPerToken.currency", equalTo("USD"));
    }

    @Test
    void finds_by_a_part_of_the_name_in_any_case_and_takes_wildcards_for_text() {
        as(user).queryParam("text", "LLAMA").get("/models/list").then().body("items.name", contains("team-llama"));
        as(user).queryParam("text", "%").get("/models/list").then().body("items", hasSize(0));
    }

    @Test
    void refuses_text_and_cursors_that_no_name_can_hold() {
        as(user).queryParam("text", "a\u0000").get("/models/list").then().statusCode(422);
        as(user).queryParam("name", "a\u0000").get("/models/get").then().statusCode(422);
        as(user).queryParam("cursor", "AAAA").get("/models/list").then().statusCode(422);
    }

    @Test
    void pages_through_all_models_without_gap_or_repetition() {
        String cursor = as(user).queryParam("limit", 2)
                .get("/models/list")
                .then()
                .body("items", hasSize(2))
                .extract()
                .path("next");
        String last = as(user).queryParam("limit", 2).get("/models/list").path("items[1].name");

        as(user).queryParam("limit", 2)
                .queryParam("cursor", cursor)
                .get("/models/list")
                .then()
                .statusCode(200)
                .body("items.name", not(hasItem(last)));
    }

    @Test
    void knows_no_other_model() {
        as(user).queryParam("name", "nothing")
                .get("/models/get")
                .then()
                .statusCode(404)
                .body("code", equalTo("models.not_found"));
    }

    @Test
    void notes_which_litellm_it_read_them_from_beside_those_that_were_proven() {
        post(admin, "/models/sync", Map.of()).then().statusCode(200);

        assertThat(sql.value("select version from platform.integration_health where instance = ''"))
                .isEqualTo("1.108.7");
        assertThat(sql.value(
                        "select array_to_string(proven, ' ') from platform.integration_health where instance = ''"))
                .isEqualTo("1.108.7 1.110.2");
    }

    @Test
    void reads_them_although_litellm_does_not_tell_its_version() {
        post(admin, "/models/sync", Map.of()).then().statusCode(200);
        emulator().faults().add(Fault.of(FaultKind.FORBIDDEN).on("/health/readiness/details"));

        post(admin, "/models/sync", Map.of()).then().statusCode(200);

        assertThat(sql.value("select version is null and state = 'closed' from platform.integration_health"
                        + " where instance = ''"))
                .isEqualTo("t");
    }

    @Test
    void keeps_the_catalogue_while_litellm_is_away() {
        emulator().faults().add(Fault.of(FaultKind.DOWN));

        post(admin, "/models/sync", Map.of())
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("code", equalTo("litellm.unavailable"));

        as(user).get("/models/list").then().statusCode(200).body("items.name", hasItem("gpt-4o-mini"));
    }

    @Test
    void believes_no_empty_listing() {
        emulator().faults().add(Fault.of(FaultKind.GARBAGE).on("/model/info"));

        String before = present();

        post(admin, "/models/sync", Map.of()).then().statusCode(503);

        assertThat(present()).isEqualTo(before);
        assertThat(sql.value("select outcome from access.sync_run order by started_at desc limit 1"))
                .isEqualTo("failed");
    }

    @Test
    void marks_a_model_gone_that_litellm_lists_no_more_and_back_when_it_does() {
        sql.run("""
                insert into access.model (name, mode, supports_vision, supports_function_calling, deployments, first_seen_at, seen_at)
                values ('old-model', 'chat', false, false, 1, now(), now())
                on conflict (name) do update set gone_at = null""");

        post(admin, "/models/sync", Map.of())
                .then()
                .statusCode(200)
                .body("outcome", equalTo("done"))
                .body("changed", equalTo(1));

        as(user).get("/models/list").then().body("items.name", not(hasItem("old-model")));
        as(user).queryParam("gone", true).get("/models/list").then().body("items.name", hasItem("old-model"));
    }

    @Test
    void brakes_when_too_many_are_missing_at_once() {
        for (int i = 0; i < 6; i++) {
            sql.run("""
                    insert into access.model (name, mode, supports_vision, supports_function_calling, deployments, first_seen_at, seen_at)
                    values (?, 'chat', false, false, 1, now(), now()) on conflict (name) do update set gone_at = null""", "vanished-" + i);
        }

        post(admin, "/models/sync", Map.of()).then().statusCode(200).body("outcome", equalTo("braked"));

        assertThat(sql.value("select count(*) from access.model where name like 'vanished%' and gone_at is null"))
                .isEqualTo("6");
        sql.run("delete from access.model where name like 'vanished%'");
    }

    @Test
    void restricts_a_model_for_admins_with_the_current_version_only() {
        int version =
                as(user).queryParam("name", "flaky-model").get("/models/get").path("version");
        Map<String, Object> restriction = Map.of("name", "flaky-model", "restricted", true, "version", version);

        post(user, "/models/restrict", restriction).then().statusCode(403);
        post(admin, "/models/restrict", restriction).then().statusCode(200).body("restricted", equalTo(true));
        post(admin, "/models/restrict", restriction).then().statusCode(409).body("code", equalTo("models.changed"));
        post(admin, "/models/restrict", Map.of("name", "nothing", "restricted", true, "version", 1))
                .then()
                .statusCode(404);
    }

    @Test
    void reads_the_models_when_the_job_is_due() {
        String before = sql.value("select count(*) from access.sync_run where kind = 'models'");

        runJob("access.sync-models");

        assertThat(sql.value("select count(*) from access.sync_run where kind = 'models'"))
                .isGreaterThan(before);
    }

    @Test
    void a_sync_that_failed_is_due_again_at_once_and_one_that_succeeded_is_not() {
        sql.run("delete from access.sync_run");
        String due = "select due from access.published_due_sync_models";
        emulator().faults().add(Fault.of(FaultKind.GARBAGE).on("/model/info"));
        runJob("access.sync-models");
        assertThat(sql.value(due)).isEqualTo("t");
        emulator().faults().clear();

        runJob("access.sync-models");

        assertThat(sql.value(due)).isEqualTo("f");
    }

    @Test
    void a_sync_that_was_refused_is_due_again_after_a_quarter_of_an_hour_dismissed_or_not() {
        sql.run("delete from access.sync_run");
        String due = "select due from access.published_due_sync_models";
        emulator().faults().add(Fault.of(FaultKind.REFUSED400).on("/model/info"));

        runJob("access.sync-models");

        assertThat(sql.value(due)).isEqualTo("f");
        sql.run("update access.conflict set resolved_at = now(), resolution = 'dismiss' where kind = 'refused'");
        assertThat(sql.value(due)).isEqualTo("f");
        sql.run("update access.sync_run set started_at = now() - interval '16 minutes'");
        assertThat(sql.value(due)).isEqualTo("t");
        emulator().faults().clear();
        runJob("access.sync-models");
        sql.run("delete from access.sync_run");
        assertThat(sql.value(due)).isEqualTo("t");
    }

    private String present() {
        return sql.value("select count(*) from access.model where gone_at is null");
    }
}
