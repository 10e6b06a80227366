package io.litemaas.litellm;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Gives each test a server that it scripts, and clients of it. */
abstract class ScriptedTest {
    static final KeyValue VALUE = new KeyValue("sk-lm-secretsecretsecret");
    static final KeyHash HASH = VALUE.hash();

    ScriptedServer server;
    Clients litellm;

    @BeforeEach
    void start() {
        server = new ScriptedServer();
        litellm = Clients.of(Settings.of(server.url()));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    static Deadline within(Duration duration) {
        return Deadline.after(duration, System::nanoTime);
    }

    static Deadline soon() {
        return within(Duration.ofSeconds(10));
    }

    static NewKey newKey() {
        return NewKey.of(VALUE, "alias", "user", java.util.List.of("gpt-4o-mini"));
    }
}
