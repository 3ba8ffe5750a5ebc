package io.quittance.core.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.money.Amount;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CreditApplicationTest {
    private static final CurrencyUnit EUR = Monetary.getCurrency("EUR");

    private static List<Amount> eur(String... numbers) {
        return Stream.of(numbers).map(number -> Amount.of(number, EUR)).toList();
    }

    private static Amount sum(List<Amount> amounts) {
        return amounts.stream().reduce(Amount.zero(EUR), Amount::add);
    }

    /** The numbers of the class comment. */
    @Test
    void creditsFillLinesInOrder() {
        CreditApplication application = CreditApplication.of(eur("100", "50"), eur("125"));
        assertThat(application.applied()).isEqualTo(eur("100", "25"));
        assertThat(application.net()).isEqualTo(eur("25").get(0));
    }

    @Test
    void aCreditGoesOnWhereTheOneBeforeStopped() {
        CreditApplication application = CreditApplication.of(eur("100", "50"), eur("30", "100", "50"));
        assertThat(application.applied()).isEqualTo(eur("100", "50"));
        assertThat(application.used()).isEqualTo(eur("30", "100", "20"));
        assertThat(application.net()).isEqualTo(eur("0").get(0));
    }

    @Test
    void aLineThatGivesBackBearsNothing() {
        CreditApplication application = CreditApplication.of(eur("-5", "50"), eur("25"));
        assertThat(application.applied()).isEqualTo(eur("0", "25"));
        assertThat(application.net()).isEqualTo(eur("20").get(0));
    }

    @Test
    void refusesACreditBelowZeroAndNoLines() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CreditApplication.of(eur("1"), eur("1", "-1")))
                .withMessage("credits[1] must not be negative, but was EUR -1.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CreditApplication.of(List.of(), eur("1")))
                .withMessage("lines must not be empty");
    }

    @Property
    void whatIsUsedIsWhatTheLinesBear(@ForAll("lines") List<Amount> lines, @ForAll("credits") List<Amount> credits) {
        CreditApplication application = CreditApplication.of(lines, credits);
        assertThat(sum(application.used())).isEqualTo(sum(application.applied()));
        assertThat(application.net()).isEqualTo(sum(lines).subtract(sum(application.used())));
        for (int i = 0; i < lines.size(); i++) {
            assertThat(application.applied().get(i))
                    .isBetween(eur("0").get(0), lines.get(i).max(eur("0").get(0)));
        }
        boolean isAllUsed = sum(application.used()).isEqualTo(sum(credits));
        boolean isAllBorne = lines.stream()
                .filter(line -> line.signum() > 0)
                .reduce(Amount.zero(EUR), Amount::add)
                .isEqualTo(sum(application.applied()));
        assertThat(isAllUsed || isAllBorne).isTrue();
    }

    @Provide
    Arbitrary<List<Amount>> lines() {
        return cents(-1000).list().ofMinSize(1).ofMaxSize(8);
    }

    @Provide
    Arbitrary<List<Amount>> credits() {
        return cents(0).list().ofMaxSize(5);
    }

    private static Arbitrary<Amount> cents(long least) {
        return Arbitraries.longs().between(least, 10_000).map(cents -> Amount.of(BigDecimal.valueOf(cents, 2), EUR));
    }
}
