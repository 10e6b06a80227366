package io.litemaas.emulator.litellm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the recordings do not hold; asked of the real proxy all the same. */
class RightsTest {
    private static final String MINE = "sk-mine-0000000000001";

    private final LiteLlmEmulator emulator = LiteLlmEmulator.start(EmulatorOptions.defaults());
    private final Client client = new Client(emulator);
    private final Http http = new Http(emulator.url());

    @BeforeEach
    void given_two_users_with_a_key_each() throws IOException {
        client.post("/user/new", "{\"user_id\":\"u-1\",\"models\":[\"team-llama\"],\"auto_create_key\":false}");
        client.makeKey(",\"user_id\":\"u-1\"");
        client.post("/key/generate", "{\"user_id\":\"u-2\",\"key\":\"" + MINE + "\"}");
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void refuses_a_model_that_the_user_may_not_call() throws IOException {
        assertThat(client.chat().body()).contains("user_model_access_denied");
    }

    @Test
    void refuses_a_model_that_the_team_may_not_call() throws IOException {
        client.post("/team/new", "{\"team_id\":\"t-1\",\"models\":[\"team-llama\"]}");
        client.post("/key/update", "{\"key\":\"" + Client.KEY + "\",\"team_id\":\"t-1\"}");

        assertThat(client.chat().body()).contains("team_model_access_denied");
    }

    @Test
    void keeps_users_off_the_keys_of_others() throws IOException {
        String other = "{\"key\":\"" + Client.KEY + "\",\"keys\":[\"" + Client.KEY + "\"]}";

        assertThat(http.get("/key/info?key=" + Client.KEY, MINE).statusCode()).isEqualTo(403);
        assertThat(http.post("/key/update", MINE, other).statusCode()).isEqualTo(403);
        assertThat(http.post("/key/delete", MINE, other).statusCode()).isEqualTo(403);
        assertThat(http.post("/key/block", MINE, other).statusCode()).isEqualTo(403);
        assertThat(client.keyInfo().path("status").asText()).isEqualTo("active");
    }

    @Test
    void lets_a_key_for_models_read_the_catalogue_and_nothing_else() throws IOException {
        client.post("/key/update", "{\"key\":\"" + MINE + "\",\"allowed_routes\":[\"llm_api_routes\"]}");

        assertThat(http.get("/model/info", MINE).statusCode()).isEqualTo(200);
        assertThat(http.get("/key/list", MINE).statusCode()).isEqualTo(403);
    }
}
