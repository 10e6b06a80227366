package io.litemaas.platform.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.Currency;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;

class MoneyPropertyTest {
    private final ObjectMapper json = new ObjectMapper();

    @Property
    void survives_json_to_the_last_digit(
            @ForAll @BigRange(min = "-999999999999999", max = "999999999999999") @Scale(30) BigDecimal amount)
            throws JsonProcessingException {
        Money money = Money.usd(amount);

        assertThat(json.readValue(json.writeValueAsString(money), Money.class)).isEqualTo(money);
    }

    @Property
    void adds_up_without_loss(
            @ForAll @BigRange(min = "0", max = "1000") @Scale(20) BigDecimal a,
            @ForAll @BigRange(min = "0", max = "1000") @Scale(20) BigDecimal b) {
        assertThat(Money.usd(a).plus(Money.usd(b)).minus(Money.usd(b))).isEqualByComparingTo(Money.usd(a));
    }

    @Example
    void does_not_count_two_currencies_together() {
        Money euro = new Money(BigDecimal.ONE, Currency.getInstance("EUR"));

        assertThatIllegalArgumentException().isThrownBy(() -> euro.plus(Money.usd(BigDecimal.ONE)));
        assertThatIllegalArgumentException().isThrownBy(() -> euro.compareTo(Money.usd(BigDecimal.ONE)));
    }
}
