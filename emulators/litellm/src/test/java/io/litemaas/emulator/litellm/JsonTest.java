package io.litemaas.emulator.litellm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonTest {
    @Test
    void spells_doubles_as_python_does() {
        assertThat(Json.repr(0)).isEqualTo("0.0");
        assertThat(Json.repr(100_000)).isEqualTo("100000.0");
        assertThat(Json.repr(1.35e-05)).isEqualTo("1.35e-05");
        assertThat(Json.repr(1e-4)).isEqualTo("0.0001");
        assertThat(Json.repr(2.4999999999999998e-05)).isEqualTo("2.4999999999999998e-05");
        assertThat(Json.repr(-1)).isEqualTo("-1.0");
        assertThat(Json.repr(1e16)).isEqualTo("1e+16");
        assertThat(Json.repr(2.0e-3)).isEqualTo("0.002");
    }
}
