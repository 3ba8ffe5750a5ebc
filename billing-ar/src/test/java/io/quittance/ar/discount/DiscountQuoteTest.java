package io.quittance.ar.discount;

import static io.quittance.ar.Samples.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiscountQuoteTest {
    private static final LocalDate DAY = LocalDate.parse("2015-07-09");
    /** 115.00 off 1150.00, of which 15.00 are tax. */
    private static final DiscountQuote QUOTE = quote("1000", "150");

    private static DiscountQuote quote(String net, String tax) {
        return DiscountOffer.of(eur(net), eur(tax), List.of(DiscountTier.percent("10", DAY)))
                .quote(DAY);
    }

    @ParameterizedTest(name = "{1} of {0}, of it tax {2}: {3}")
    @CsvSource({
        "10, 10.01, 0, 'discount must lie between 0 and EUR 10.00, but was EUR 10.01'",
        "10, -0.01, 0, 'discount must lie between 0 and EUR 10.00, but was EUR -0.01'",
        "-10, 0.01, 0, 'discount must lie between 0 and EUR -10.00, but was EUR 0.01'",
        "10, 2, 2.01, 'tax must lie between 0 and EUR 2.00, but was EUR 2.01'",
        "10, 2, -0.01, 'tax must lie between 0 and EUR 2.00, but was EUR -0.01'"
    })
    void refusesPartsThatDoNotLieWithinTheWhole(String open, String discount, String tax, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new DiscountQuote(eur(open), eur(discount), eur(tax), QUOTE.tier(), false, QUOTE.explanation()))
                .withMessage(message);
    }

    /** 23.00 are a fifth of 115.00, and 3.00 of 15.00. */
    @Test
    void hasNoMoreThanIsLeftOfItsDocument() {
        DiscountQuote cut = QUOTE.atMost(eur("23"));
        assertThat(cut.discount()).isEqualTo(eur("23"));
        assertThat(cut.tax()).isEqualTo(eur("3"));
        assertThat(cut.open()).isEqualTo(eur("1150"));
        assertThat(cut.explanation().text())
                .isEqualTo("10% until 2015-07-09, on 2015-07-09: EUR 115.00 of EUR 1150.00,"
                        + " EUR 23.00 of it, which is all that is left of the discount of the document");
        assertThat(QUOTE.atMost(eur("115"))).isSameAs(QUOTE);
        assertThat(QUOTE.atMost(eur("0")).amountDue()).isEqualTo(eur("1150"));
    }

    @Test
    void aCreditNoteHasAsMuchWithTheOtherSign() {
        DiscountQuote cut = quote("-1000", "-150").atMost(eur("23"));
        assertThat(cut.discount()).isEqualTo(eur("-23"));
        assertThat(cut.tax()).isEqualTo(eur("-3"));
        assertThat(cut.net()).isEqualTo(eur("-20"));
    }
}
