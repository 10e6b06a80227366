package io.litemaas.access.keys;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class KeyFormPropertyTest {

    @Property
    void every_secret_gives_a_value_of_one_form(@ForAll @Size(32) byte[] secret) {
        String value = KeyForm.of(secret).reveal();

        assertThat(value).hasSize(55).startsWith("sk-lm-");
        assertThat(KeyForm.matches(value)).isTrue();
    }

    @Property
    void a_changed_character_is_noticed_offline(
            @ForAll @Size(32) byte[] secret, @ForAll @IntRange(min = 6, max = 54) int place) {
        String value = KeyForm.of(secret).reveal();
        char other = value.charAt(place) == 'x' ? 'y' : 'x';

        assertThat(KeyForm.matches(value.substring(0, place) + other + value.substring(place + 1)))
                .isFalse();
    }

    @Example
    void other_texts_are_no_keys() {
        assertThat(KeyForm.matches("")).isFalse();
        assertThat(KeyForm.matches("sk-1234567890")).isFalse();
        assertThat(KeyForm.matches("sk-lm-" + "0".repeat(49))).isFalse();
    }
}
