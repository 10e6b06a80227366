package io.litemaas.access.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.litemaas.access.room.AccessConfig;
import io.litemaas.litellm.KeyValue;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PeppersTest {
    private static final String ONE = "11".repeat(32);
    private static final String TWO = "22".repeat(32);

    private final UUID user = UUID.randomUUID();
    private final byte[] nonce = new byte[32];

    @Test
    void one_request_always_gives_one_value() {
        assertThat(derive(peppers("a", ONE), "a", nonce, user, "key"))
                .isEqualTo(derive(peppers("a", ONE), "a", nonce, user, "key"));
    }

    @Test
    void each_of_pepper_nonce_user_and_key_changes_the_value() {
        Peppers peppers = peppers("a", ONE);
        byte[] otherNonce = nonce.clone();
        otherNonce[0] = 1;

        assertThat(derive(peppers, "a", nonce, user, "key"))
                .isNotEqualTo(derive(peppers("a", TWO), "a", nonce, user, "key"))
                .isNotEqualTo(derive(peppers, "a", otherNonce, user, "key"))
                .isNotEqualTo(derive(peppers, "a", nonce, UUID.randomUUID(), "key"))
                .isNotEqualTo(derive(peppers, "a", nonce, user, "kez"));
    }

    @Test
    void refuses_a_pepper_that_is_missing_or_too_short() {
        assertThatIllegalStateException().isThrownBy(() -> peppers("b", Map.of("a", ONE)));
        assertThatIllegalStateException().isThrownBy(() -> peppers("a", Map.of("a", "11")));
        assertThatIllegalStateException().isThrownBy(() -> derive(peppers("a", ONE), "gone", nonce, user, "key"));
    }

    private static KeyValue derive(Peppers peppers, String id, byte[] nonce, UUID user, String key) {
        return peppers.derive(id, nonce, user, key);
    }

    private static Peppers peppers(String id, String value) {
        return peppers(id, Map.of(id, value));
    }

    private static Peppers peppers(String current, Map<String, String> values) {
        AccessConfig.Pepper pepper = mock(AccessConfig.Pepper.class);
        when(pepper.current()).thenReturn(current);
        when(pepper.values()).thenReturn(values);
        AccessConfig config = mock(AccessConfig.class);
        when(config.pepper()).thenReturn(pepper);
        return new Peppers(config);
    }
}
