package io.quittance.core.money;

import static io.quittance.core.money.MoneyArbitraries.dec;
import static io.quittance.core.money.MoneyArbitraries.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import javax.money.MonetaryContext;
import javax.money.MonetaryContextBuilder;
import javax.money.MonetaryException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.javamoney.moneta.Money;
import org.junit.jupiter.api.Test;

class AmountFactoryTest implements MoneyArbitraries {

    @Property
    void makesEveryAmountAgain(@ForAll("results") Amount amount) {
        assertThat(amount.getFactory().create()).isEqualTo(amount);
        assertThat(amount.getFactory().setNumber(amount.getNumber()).create()).isEqualTo(amount);
    }

    @Property
    void takesEveryNumber(@ForAll("numbers") BigDecimal number, @ForAll long whole) {
        assertThat(new AmountFactory().setCurrency("EUR").setNumber(number).create())
                .isEqualTo(Amount.of(number, EUR));
        assertThat(new AmountFactory()
                        .setCurrency(EUR)
                        .setNumber(whole)
                        .create()
                        .toUnscaledLong(0))
                .isEqualTo(whole);
    }

    @Test
    void takesADoubleForItsShortestDecimal() {
        assertThat(eur("1").getFactory().setNumber(0.1).create()).isEqualTo(eur("0.1"));
    }

    @Test
    void takesAForeignAmount() {
        assertThat(new AmountFactory().setAmount(Money.of(dec("1.50"), "EUR")).create())
                .isEqualTo(eur("1.5"));
    }

    @Test
    void statesItsBoundsAndKeepsThem() {
        BigDecimal largest = new AmountFactory().getMaxNumber().numberValue(BigDecimal.class);
        assertThat(largest).isEqualTo(dec("9".repeat(76)));
        assertThat(new AmountFactory().getMinNumber().numberValue(BigDecimal.class))
                .isEqualTo(largest.negate());
        MonetaryContext bounds = new AmountFactory().getMaximalMonetaryContext();
        assertThat(bounds.getPrecision()).isEqualTo(76);
        assertThat(bounds.getMaxScale()).isEqualTo(36);
        assertThat(eur("1").getContext()).isEqualTo(bounds);
        assertThat(new AmountFactory()
                        .setContext(bounds)
                        .setCurrency(EUR)
                        .setNumber(largest)
                        .create()
                        .toBigDecimal())
                .isEqualTo(largest);
    }

    @Test
    void refusesAContextThatAsksForMore() {
        assertThatExceptionOfType(MonetaryException.class)
                .isThrownBy(() -> new AmountFactory().setContext(context(77, 2)))
                .withMessageStartingWith("context must ask for at most 76 digits and 36 decimal places, but was ");
        assertThatExceptionOfType(MonetaryException.class)
                .isThrownBy(() -> new AmountFactory().setContext(context(10, 37)));
    }

    @Test
    void refusesToMakeAnAmountWithoutCurrency() {
        assertThatExceptionOfType(MonetaryException.class)
                .isThrownBy(() -> new AmountFactory().setNumber(1).create())
                .withMessage("currency must be given");
    }

    private static MonetaryContext context(int precision, int scale) {
        return MonetaryContextBuilder.of(Amount.class)
                .setPrecision(precision)
                .setMaxScale(scale)
                .build();
    }
}
