package io.litemaas.suite;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.litemaas.emulator.litellm.EmulatorOptions;
import io.litemaas.emulator.litellm.LiteLlmEmulator;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code litemaas litellm-keys}. */
class ReadingKeyTest {
    private static final String PEPPER = "0123456789abcdef".repeat(4);
    private static final String WINDOW = "/spend/logs/v2?start_date=2026-01-01&end_date=2026-01-02&page_size=1";

    private final String value = ReadingKey.derive(PEPPER, 1);
    private LiteLlmEmulator litellm;

    @BeforeEach
    void start() {
        litellm = LiteLlmEmulator.start(EmulatorOptions.defaults());
    }

    @AfterEach
    void stop() {
        litellm.close();
    }

    @Test
    void reads_spend_and_can_do_nothing_else() {
        make(litellm.masterKey());

        assertThat(given().auth().oauth2(value).get(litellm.url() + WINDOW).statusCode())
                .isEqualTo(200);
        assertThat(given().auth()
                        .oauth2(value)
                        .contentType("application/json")
                        .body("{}")
                        .post(litellm.url() + "/key/generate")
                        .statusCode())
                .isEqualTo(403);
        assertThat(given().auth()
                        .oauth2(value)
                        .contentType("application/json")
                        .body("{\"user_id\":\"x\"}")
                        .post(litellm.url() + "/user/new")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void is_one_key_however_often_it_is_made() {
        make(litellm.masterKey());
        make(litellm.masterKey());

        assertThat(litellm.keys()).hasSize(1);
    }

    @Test
    void differs_by_pepper_and_generation() {
        assertThat(value)
                .isNotEqualTo(ReadingKey.derive(PEPPER, 2))
                .isNotEqualTo(ReadingKey.derive("f".repeat(64), 1))
                .isEqualTo(ReadingKey.derive(PEPPER, 1));
    }

    @Test
    void says_so_where_the_master_key_is_wrong() {
        assertThatIllegalStateException()
                .isThrownBy(() -> make("sk-wrong-0123456789"))
                .withMessageContaining("master key");
    }

    private void make(String masterKey) {
        new ReadingKey(URI.create(litellm.url()), masterKey).ensure(value);
    }
}
