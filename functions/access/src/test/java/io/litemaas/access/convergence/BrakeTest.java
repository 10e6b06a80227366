package io.litemaas.access.convergence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrakeTest {
    @ParameterizedTest
    @CsvSource({"0,0,true", "5,5,true", "6,6,false", "6,299,false", "6,300,true", "20,1000,true", "21,1000,false"})
    void allows_five_or_two_percent(int missing, int all, boolean allowed) {
        assertThat(Brake.allows(missing, all)).isEqualTo(allowed);
    }
}
