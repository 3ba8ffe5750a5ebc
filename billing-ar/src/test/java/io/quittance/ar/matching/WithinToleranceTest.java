package io.quittance.ar.matching;

import static io.quittance.ar.Samples.copy;
import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.matching.Books.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.money.Amount;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WithinToleranceTest {
    private static final WithinTolerance ONE_EURO = WithinTolerance.exact().upTo(eur("1.00"));
    private static final WithinTolerance TWO_PERCENT = WithinTolerance.exact().upToPercent(new BigDecimal("2"));

    private static boolean fits(WithinTolerance tolerance, String open, String paid) {
        return !tolerance.fit(List.of(item("A", "R1", open)), eur(paid)).isEmpty();
    }

    @ParameterizedTest(name = "{1} paid of {0}: exactly {2}, by a euro {3}, by 2 percent {4}, by both {5}")
    @CsvSource({
        "100.00, 100.00, true, true, true, true",
        "100.00, 99.00, false, true, true, true",
        "100.00, 98.99, false, false, true, false",
        "100.00, 98.00, false, false, true, false",
        "100.00, 97.99, false, false, false, false",
        "100.00, 101.00, false, true, true, true",
        "100.00, 101.01, false, false, true, false",
        "20.00, 19.00, false, true, false, false",
        "20.00, 19.60, false, true, true, true",
        "20.00, 19.59, false, true, false, false"
    })
    void limitsAreIncludedAndTheLowerOneCounts(
            String open, String paid, boolean exact, boolean euro, boolean percent, boolean both) {
        assertThat(fits(WithinTolerance.exact(), open, paid)).isEqualTo(exact);
        assertThat(fits(ONE_EURO, open, paid)).isEqualTo(euro);
        assertThat(fits(TWO_PERCENT, open, paid)).isEqualTo(percent);
        assertThat(fits(TWO_PERCENT.upTo(eur("1.00")), open, paid)).isEqualTo(both);
    }

    @Test
    void aLimitIsOfItsCurrency() {
        WithinTolerance dollars = WithinTolerance.exact().upTo(Amount.of("1", "USD"));
        assertThat(fits(dollars, "100.00", "99.00")).isFalse();
        WithinTolerance both = dollars.upTo(eur("1"));
        assertThat(fits(both, "100.00", "99.00")).isTrue();
        assertThat(both).hasToString("within [USD 1.00, EUR 1.00]");
        assertThat(fits(ONE_EURO.upTo(eur("0")), "100.00", "99.00")).isFalse();
    }

    @Test
    void fitsEachAloneAndAllTogether() {
        var items = List.of(item("A", "R1", "100.00"), item("A", "R2", "80.00"), item("A", "R3", "80.50"));
        assertThat(ONE_EURO.fit(items, eur("80.00"))).hasSize(2);
        assertThat(ONE_EURO.fit(items, eur("260.50")))
                .extracting(FittingItems::items)
                .containsExactly(items);
        assertThat(ONE_EURO.fit(List.of(), eur("1.00"))).isEmpty();
        assertThat(ONE_EURO.fit(items.subList(0, 1), eur("100.00"))).hasSize(1); // one item is all of them, once
    }

    @Test
    void isAValueThatCanBeStored() throws Exception {
        WithinTolerance both = TWO_PERCENT.upTo(eur("1.00"));
        assertThat(copy(both)).isEqualTo(both).hasSameHashCodeAs(both).isNotEqualTo(ONE_EURO);
        assertThat(both)
                .isEqualTo(ONE_EURO.upToPercent(new BigDecimal("2.0")))
                .hasToString("within [EUR 1.00] and 2 %");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WithinTolerance.exact().upTo(eur("-1")))
                .withMessage("limit must not be negative, but was EUR -1.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WithinTolerance.exact().upToPercent(new BigDecimal("101")))
                .withMessage("percent must be between 0 and 100, but was 101");
    }
}
