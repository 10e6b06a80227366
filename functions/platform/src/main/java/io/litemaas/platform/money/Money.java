package io.litemaas.platform.money;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.Currency;

/**
 * An amount in a currency. In JSON it is {@code {"amount": "12.50", "currency": "USD"}}: the amount is a string, so
 * that no reader turns it into a binary fraction.
 *
 * @param amount in the currency's major unit, at whatever scale it was reported
 */
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {
    /** LiteLLM reports cost in US dollars. */
    public static final Currency USD = Currency.getInstance("USD");

    /** As many decimals as an amount may have. */
    public static final int MOST_DECIMALS = 30;

    @JsonCreator
    static Money parse(
            @JsonProperty(value = "amount", required = true) String amount,
            @JsonProperty(value = "currency", required = true) String currency) {
        if (!amount.matches("-?\\d{1,15}(\\.\\d{1," + MOST_DECIMALS + "})?")) {
            throw new IllegalArgumentException("An amount is a plain decimal number, such as 12.50");
        }
        return new Money(new BigDecimal(amount), Currency.getInstance(currency));
    }

    /** An amount of US dollars. */
    public static Money usd(BigDecimal amount) {
        return new Money(amount, USD);
    }

    /** The sum; both must be of one currency. */
    public Money plus(Money other) {
        return new Money(amount.add(sameCurrency(other).amount), currency);
    }

    /** What is left when the other is taken away; both must be of one currency. */
    public Money minus(Money other) {
        return new Money(amount.subtract(sameCurrency(other).amount), currency);
    }

    /** By value, whatever the scale; both must be of one currency. */
    @Override
    public int compareTo(Money other) {
        return amount.compareTo(sameCurrency(other).amount);
    }

    @JsonProperty("amount")
    String plainAmount() {
        return amount.toPlainString();
    }

    @JsonProperty("currency")
    String currencyCode() {
        return currency.getCurrencyCode();
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(currency + " and " + other.currency + " can't be counted together");
        }
        return other;
    }
}
