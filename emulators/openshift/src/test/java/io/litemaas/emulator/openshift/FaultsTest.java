package io.litemaas.emulator.openshift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsTest extends EmulatorTest {
    private HttpResponse<String> token() {
        return browser.redeem("/oauth/token", browser.codeFor("alice"), Map.of(), "Authorization", Browser.BASIC);
    }

    private void eachEndpoint(Consumer<Supplier<HttpResponse<String>>> check, Fault fault) {
        String bearer = browser.tokenFor("alice");
        emulator.faults().token(fault);
        check.accept(this::token);
        emulator.faults().token(Fault.NONE);
        emulator.faults().user(fault);
        check.accept(() -> browser.whoAmI(bearer));
        check.accept(() -> browser.get("/oidc/userinfo", "Authorization", "Bearer " + bearer));
    }

    @Test
    void cuts_the_connection_when_down() {
        eachEndpoint(
                call -> assertThatThrownBy(call::get).isInstanceOf(java.io.UncheckedIOException.class), Fault.DOWN);
    }

    @Test
    void answers_500_on_demand() {
        eachEndpoint(call -> assertThat(call.get().statusCode()).isEqualTo(500), Fault.ERROR);
    }

    @Test
    void answers_garbage_on_demand() {
        eachEndpoint(
                call -> assertThat(call.get())
                        .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(200))
                        .satisfies(answer -> assertThat(answer.body()).startsWith("<html>")),
                Fault.GARBAGE);
    }

    @Test
    void answers_correctly_but_late_when_slow() {
        emulator.faults().slowMillis(50);

        eachEndpoint(call -> assertThat(call.get().body()).startsWith("{"), Fault.SLOW);
    }

    @Test
    void never_answers_when_hanging_until_it_is_stopped() {
        emulator.faults().user(Fault.HANG);
        CompletableFuture<HttpResponse<String>> call = HttpClient.newHttpClient()
                .sendAsync(
                        HttpRequest.newBuilder(URI.create(emulator.url() + "/apis/user.openshift.io/v1/users/~"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        browser.get("/.well-known/oauth-authorization-server");

        assertThat(call).isNotDone();
        emulator.close();
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(call::isCompletedExceptionally);
    }

    @Test
    void leaves_groups_out_on_demand() {
        emulator.faults().withoutGroups(true);

        JsonObject user =
                new JsonObject(browser.whoAmI(browser.tokenFor("alice")).body());

        assertThat(user.getJsonArray("groups"))
                .isEqualTo(JsonArray.of("system:authenticated", "system:authenticated:oauth"));
    }

    @Test
    void refuses_every_sign_in_on_demand() {
        emulator.faults().refuse(true);

        HttpResponse<String> shown = browser.get("/oauth/authorize", Browser.request());
        HttpResponse<String> chosen =
                browser.post("/oauth/authorize", Browser.with(Browser.request(), "user", "alice"));

        assertThat(List.of(Browser.parameters(shown), Browser.parameters(chosen)))
                .allSatisfy(sent -> assertThat(sent).containsEntry("error", "access_denied"));
    }

    @Test
    void is_switched_over_http_and_cleared() {
        browser.putJson(
                "/emulator/faults",
                "{\"token\":\"error\",\"user\":\"slow\",\"slowMillis\":7,\"withoutGroups\":true,\"refuse\":true}");
        FaultPlan asked = emulator.faults().current();
        HttpResponse<String> cleared = browser.delete("/emulator/faults");

        assertThat(asked).isEqualTo(new FaultPlan(Fault.ERROR, Fault.SLOW, 7, true, true));
        assertThat(cleared.statusCode()).isEqualTo(200);
        assertThat(emulator.faults().current()).isEqualTo(FaultPlan.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{\"token\":\"explode\"}",
                "{\"tokn\":\"down\"}",
                "{\"slowMillis\":0}",
                "{\"token\":1}"
            })
    void refuses_switches_that_it_does_not_have(String body) {
        assertThat(browser.putJson("/emulator/faults", body).statusCode()).isEqualTo(400);
        assertThat(emulator.faults().current()).isEqualTo(FaultPlan.NONE);
    }
}
