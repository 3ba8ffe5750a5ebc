package io.quittance.ar.discount;

import static io.quittance.ar.Samples.copy;
import static io.quittance.ar.Samples.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverpaidDiscountTest {
    private static final LocalDate DAY = LocalDate.parse("2015-07-09");
    /** 105.00 with 10.50 off, of which 1.68 are tax of 16.80: 94.50 are due. */
    private static final DiscountQuote QUOTE = DiscountOffer.of(
                    eur("88.20"), eur("16.80"), List.of(DiscountTier.amount("10.50", DAY)))
            .quote(DAY);

    /** D365: a limit of 1.00 or of 0.50 takes the 0.50, one of 0.49 leaves all of it on account. */
    @ParameterizedTest(name = "up to {0}: {1} taken, {2} on account")
    @CsvSource({"1.00, 0.50, 0", "0.50, 0.50, 0", "0.49, 0, 0.50"})
    void keepsADifferenceUpToALimit(String most, String difference, String onAccount) {
        var outcome = OverpaidDiscount.upTo(eur(most)).settle(QUOTE, eur("95"));
        assertThat(outcome.quote()).isEqualTo(QUOTE);
        assertThat(outcome.difference()).isEqualTo(eur(difference));
        assertThat(outcome.onAccount()).isEqualTo(eur(onAccount));
    }

    @Test
    void leavesItOnAccount() {
        var outcome = OverpaidDiscount.onAccount().settle(QUOTE, eur("95"));
        assertThat(outcome.quote().discount()).isEqualTo(eur("10.50"));
        assertThat(outcome.onAccount()).isEqualTo(eur("0.50"));
    }

    /** 10.00 of 10.50 leave 1.60 of 1.68 of tax; beyond 105.00 nothing is left to cut. */
    @ParameterizedTest(name = "{0} paid: {1} off with {2} of tax, {3} on account")
    @CsvSource({"95, 10, 1.60, 0", "105, 0, 0, 0", "106, 0, 0, 1", "94.50, 10.50, 1.68, 0"})
    void cutsTheDiscountBack(String paid, String discount, String tax, String onAccount) {
        var outcome = OverpaidDiscount.cutBack().settle(QUOTE, eur(paid));
        assertThat(outcome.quote().discount()).isEqualTo(eur(discount));
        assertThat(outcome.quote().tax()).isEqualTo(eur(tax));
        assertThat(outcome.onAccount()).isEqualTo(eur(onAccount));
        assertThat(outcome.applied().add(outcome.onAccount())).isEqualTo(eur(paid));
    }

    @Test
    void leavesTheQuoteAsItIsWhereNothingIsTooMuch() {
        assertThat(OverpaidDiscount.cutBack().settle(QUOTE, eur("94.50")).quote())
                .isEqualTo(QUOTE);
    }

    /** The day after, 105.00 are due; the 1.00 that is more finds no discount to cut. */
    @Test
    void cutsNothingWhereNoDiscountIsInForce() {
        DiscountQuote late = DiscountOffer.of(eur("105"), List.of(DiscountTier.amount("10.50", DAY)))
                .quote(DAY.plusDays(1));
        var outcome = OverpaidDiscount.cutBack().settle(late, eur("106"));
        assertThat(outcome.quote().discount()).isEqualTo(eur("0"));
        assertThat(outcome.quote().tax()).isEqualTo(eur("0"));
        assertThat(outcome.onAccount()).isEqualTo(eur("1"));
    }

    @Test
    void takesMoneyWhereNothingIsDueAndNoneForACreditNote() {
        DiscountQuote free = DiscountOffer.of(eur("105"), List.of(DiscountTier.percent("100", DAY)))
                .quote(DAY);
        assertThat(OverpaidDiscount.onAccount().settle(free, eur("1")).onAccount())
                .isEqualTo(eur("1"));
        assertThat(OverpaidDiscount.upTo(eur("0")).settle(free, eur("1")).onAccount())
                .isEqualTo(eur("1"));
        DiscountQuote note = DiscountOffer.of(eur("-100"), List.of(DiscountTier.percent("1", DAY)))
                .quote(DAY);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OverpaidDiscount.onAccount().settle(note, eur("-98")))
                .withMessage("paid must be at least EUR -99.00, which is due and not a credit, but was EUR -98.00");
    }

    @Test
    void refusesTooLittleMoneyAndALimitBelowNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OverpaidDiscount.onAccount().settle(QUOTE, eur("94.49")))
                .withMessage("paid must be at least EUR 94.50, which is due and not a credit, but was EUR 94.49");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OverpaidDiscount.upTo(eur("-0.01")))
                .withMessage("most must not be negative, but was EUR -0.01");
    }

    @Test
    void isAValue() throws IOException, ClassNotFoundException {
        var rule = OverpaidDiscount.upTo(eur("1"));
        assertThat(copy(rule)).isEqualTo(rule).hasSameHashCodeAs(rule).hasToString("income up to EUR 1.00");
        assertThat(rule).isNotEqualTo(OverpaidDiscount.onAccount()).isNotEqualTo(OverpaidDiscount.cutBack());
        assertThat(rule.most()).contains(eur("1"));
        assertThat(rule.isCutBack()).isFalse();
        assertThat(OverpaidDiscount.cutBack().isCutBack()).isTrue();
        assertThat(OverpaidDiscount.cutBack()).isNotEqualTo(OverpaidDiscount.onAccount());
        assertThat(rule).isNotEqualTo(OverpaidDiscount.upTo(eur("1.01"))).isNotEqualTo("income up to EUR 1.00");
        assertThat(OverpaidDiscount.cutBack()).hasToString("cut back");
        assertThat(OverpaidDiscount.onAccount()).hasToString("on account");
    }
}
