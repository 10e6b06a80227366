package io.litemaas.access.convergence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConflictTest {

    @ParameterizedTest
    @CsvSource({
        "unknown_key, delete, true",
        "unknown_key, confirm, false",
        "unknown_key, dismiss, true",
        "shrunken_listing, delete, false",
        "shrunken_listing, confirm, true",
        "shrunken_listing, dismiss, true"
    })
    void is_decided_as_its_kind_allows(String kind, String action, boolean allowed) {
        Conflict conflict = new Conflict(new UUID(0, 1), kind, "keys", "{}", Instant.EPOCH);

        assertThat(conflict.canBeDecidedBy(action)).isEqualTo(allowed);
    }

    @Test
    void knows_the_same_missing_keys_again_in_any_order_and_no_others() {
        ReconcileDao.Known first = new ReconcileDao.Known(new UUID(0, 1), "aa");
        ReconcileDao.Known second = new ReconcileDao.Known(new UUID(0, 2), "bb");
        Missing both = Missing.of(List.of(first, second), Set.of());

        assertThat(Missing.of(List.of(second, first), Set.of("cc")).fingerprint())
                .isEqualTo(both.fingerprint());
        assertThat(Missing.of(List.of(first, second), Set.of("aa")).fingerprint())
                .isNotEqualTo(both.fingerprint());
    }
}
