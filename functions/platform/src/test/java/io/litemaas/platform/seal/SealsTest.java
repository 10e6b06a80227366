package io.litemaas.platform.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealsTest {
    private static final String OLD = "0123456789abcdef".repeat(4);
    private static final String NEW = "fedcba9876543210".repeat(4);
    private static final UUID ROW = UUID.nameUUIDFromBytes(new byte[] {1});
    private static final UUID OTHER_ROW = UUID.nameUUIDFromBytes(new byte[] {2});
    private static final String SECRET = "whsec_ä-secret";

    private final Seals seals = seals("k1", Map.of("k1", OLD));

    @Test
    void opens_what_it_sealed_for_that_row() {
        Sealed sealed = seals.seal(SECRET, ROW);

        assertThat(seals.open(sealed, ROW)).isEqualTo(SECRET);
        assertThat(sealed.keyId()).isEqualTo("k1");
        assertThat(new String(sealed.ciphertext(), StandardCharsets.ISO_8859_1)).doesNotContain("secret");
    }

    @Test
    void seals_the_same_never_twice_alike() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            Sealed sealed = seals.seal(SECRET, ROW);
            seen.add(HexFormat.of().formatHex(sealed.nonce()));
            seen.add(HexFormat.of().formatHex(sealed.ciphertext()));
        }

        assertThat(seen).hasSize(200);
    }

    @Test
    void a_sealed_text_opens_in_no_other_row() {
        Sealed sealed = seals.seal(SECRET, ROW);

        assertThatThrownBy(() -> seals.open(sealed, OTHER_ROW)).isInstanceOf(SealBrokenException.class);
    }

    @Test
    void a_changed_bit_is_noticed() {
        Sealed sealed = seals.seal(SECRET, ROW);
        byte[] changed = sealed.ciphertext().clone();
        changed[0] ^= 1;

        assertThatThrownBy(() -> seals.open(new Sealed("k1", sealed.nonce(), changed), ROW))
                .isInstanceOf(SealBrokenException.class);
    }

    @Test
    void opens_what_an_earlier_key_sealed_and_seals_with_the_current_one() {
        Sealed before = seals.seal(SECRET, ROW);
        Seals rotated = seals("k2", Map.of("k1", OLD, "k2", NEW));

        assertThat(rotated.open(before, ROW)).isEqualTo(SECRET);
        assertThat(rotated.seal(SECRET, ROW).keyId()).isEqualTo("k2");
    }

    @Test
    void says_which_key_is_missing_or_has_another_value() {
        Sealed sealed = seals.seal(SECRET, ROW);

        assertThatThrownBy(() -> seals("k2", Map.of("k2", NEW)).open(sealed, ROW))
                .isInstanceOf(SealBrokenException.class)
                .hasMessageContaining("k1");
        assertThatThrownBy(() -> seals("k1", Map.of("k1", NEW)).open(sealed, ROW))
                .isInstanceOf(SealBrokenException.class)
                .hasMessageContaining("k1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "0f1e2d", "not hexadecimal, though long enough: it must not be repeated in a log or so"})
    void takes_no_key_that_is_none_and_does_not_repeat_it(String key) {
        assertThatThrownBy(() -> seals("k1", Map.of("k1", key)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("A key for sealing is 32 bytes in hexadecimal");
        assertThatThrownBy(() -> seals("k9", Map.of("k1", OLD))).isInstanceOf(IllegalStateException.class);
    }

    private static Seals seals(String current, Map<String, String> keys) {
        return new Seals(current, keys, new SecureRandom());
    }
}
