package io.quittance.ar.discount;

import static io.quittance.ar.Samples.copy;
import static io.quittance.ar.Samples.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.core.contract.EarlyPaymentDiscount;
import io.quittance.core.contract.EarlyPaymentDiscount.Base;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.id.CustomerId;
import io.quittance.core.invoice.CashRounding;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceDraft;
import io.quittance.core.invoice.InvoiceLine;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.tax.TaxCategory;
import io.quittance.core.tax.TaxOnDiscounted;
import io.quittance.core.tax.TaxPerGroup;
import io.quittance.core.tax.TaxRate;
import io.quittance.core.tax.TaxTreatment;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiscountOfferTest {
    private static final LocalDate JUNE_30 = LocalDate.parse("2015-06-30");
    private static final LocalDate JULY_9 = LocalDate.parse("2015-07-09");
    /** 2 % up to 30 June, then 1 % up to 9 July. */
    private static final DiscountOffer TWO_TIERS = DiscountOffer.of(
            eur("1000"), List.of(DiscountTier.percent("2", JUNE_30), DiscountTier.percent("1", JULY_9)));

    private static DiscountOffer percent(String percent, String total) {
        return DiscountOffer.of(eur(total), List.of(DiscountTier.percent(percent, JULY_9)));
    }

    /** D365 documents: both days of the tiers are included. */
    @ParameterizedTest(name = "{0}: {1} due, {2} off")
    @CsvSource({
        "2015-06-29, 980, 20",
        "2015-06-30, 980, 20",
        "2015-07-01, 990, 10",
        "2015-07-09, 990, 10",
        "2015-07-10, 1000, 0"
    })
    void takesTheBestTierWhoseDateHasNotPassed(LocalDate date, String due, String discount) {
        DiscountQuote quote = TWO_TIERS.quote(date);
        assertThat(quote.amountDue()).isEqualTo(eur(due));
        assertThat(quote.discount()).isEqualTo(eur(discount));
        assertThat(quote.late()).isFalse();
    }

    @Test
    void findsTheBestTierInAnyOrder() {
        var offer = DiscountOffer.of(
                eur("1000"), List.of(DiscountTier.percent("1", JULY_9), DiscountTier.amount("20", JUNE_30)));
        assertThat(offer.quote(JUNE_30).discount()).isEqualTo(eur("20"));
        assertThat(offer.quote(JULY_9).discount()).isEqualTo(eur("10"));
    }

    /** Three days of grace: 2 % up to 3 July, late from 1 July on; the 1 % that is in time is worth less. */
    @ParameterizedTest(name = "{0}: {1}, late {2}")
    @CsvSource({
        "2015-06-30, 20, false",
        "2015-07-01, 20, true",
        "2015-07-03, 20, true",
        "2015-07-04, 10, false",
        "2015-07-09, 10, false",
        "2015-07-12, 10, true",
        "2015-07-13, 0, false"
    })
    void grantsADiscountAfterItsDateWhereLateOnesAreAccepted(LocalDate date, String discount, boolean late) {
        DiscountQuote quote = TWO_TIERS.grace(3).quote(date);
        assertThat(quote.discount()).isEqualTo(eur(discount));
        assertThat(quote.late()).isEqualTo(late);
        DiscountQuote refused = TWO_TIERS.grace(3).acceptingLate(false).quote(date);
        assertThat(refused.discount()).isEqualTo(TWO_TIERS.quote(date).discount());
        assertThat(refused.late()).isFalse();
    }

    @Test
    void prefersTheTierThatIsInTimeAmongEqualOnes() {
        var offer = DiscountOffer.of(
                        eur("1000"),
                        List.of(
                                DiscountTier.percent("2", JUNE_30).lateUntil(JULY_9),
                                DiscountTier.amount("20", JULY_9)))
                .acceptingLate(true);
        assertThat(offer.quote(JULY_9).late()).isFalse();
        var reversed = DiscountOffer.of(
                        eur("1000"),
                        List.of(
                                DiscountTier.amount("20", JULY_9),
                                DiscountTier.percent("2", JUNE_30).lateUntil(JULY_9)))
                .acceptingLate(true);
        assertThat(reversed.quote(JULY_9).late()).isFalse();
        assertThat(reversed.quote(JUNE_30).grantedBy()).contains(DiscountTier.amount("20", JULY_9));
    }

    @Test
    void saysWhichTierIsGrantedAndWhetherItIsLate() {
        var offer = TWO_TIERS.grace(3);
        var early = offer.quote(JUNE_30).explanation();
        assertThat(early.key()).isEqualTo("discount.early");
        assertThat(early.text())
                .isEqualTo("2% until 2015-06-30, late until 2015-07-03, on 2015-06-30: EUR 20.00 of EUR 1000.00");
        var late = offer.quote(JUNE_30.plusDays(1)).explanation();
        assertThat(late.key()).isEqualTo("discount.late");
        assertThat(late.text())
                .isEqualTo("2% until 2015-06-30, late until 2015-07-03, late on 2015-07-01: EUR 20.00 of EUR 1000.00");
    }

    @Test
    void grantsNothingByNobodyWhereNothingIsOpenOrPaid() {
        assertThat(TWO_TIERS.quote(eur("0"), JUNE_30).grantedBy()).isEmpty();
        assertThat(TWO_TIERS.quote(eur("0"), JUNE_30).discount()).isEqualTo(eur("0"));
        assertThat(TWO_TIERS.earned(eur("0"), eur("1000"), JUNE_30).grantedBy()).isEmpty();
    }

    /** 100.05 less 2 % is 98.049: 98.05 are due, so 2.00 are off, not the 2.001 that round to 2.00 or 2.01 elsewhere. */
    @ParameterizedTest(name = "{0} less {1} %: {2}")
    @CsvSource({"100.05, 2, 98.05", "0.25, 2, 0.25", "0.10, 5, 0.10", "868.35, 10, 781.52", "100, 100, 0"})
    void roundsWhatIsDueAndNotTheDiscount(String total, String percent, String due) {
        DiscountQuote quote = percent(percent, total).quote(JULY_9);
        assertThat(quote.amountDue()).isEqualTo(eur(due));
        assertThat(quote.discount()).isEqualTo(eur(total).subtract(eur(due)));
    }

    /** 868.35 less 10 % is 781.515; 781.52, in coins of 0.05 781.55 upwards and 781.50 to the nearest. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"UP, 781.55", "HALF_UP, 781.50"})
    void roundsWhatIsDueToCoins(RoundingMode mode, String due) {
        var coins = new CashRounding(new BigDecimal("0.05"), mode);
        DiscountQuote quote = percent("10", "868.35").roundedToCoins(coins).quote(JULY_9);
        assertThat(quote.amountDue()).isEqualTo(eur(due));
    }

    @Test
    void neverAsksForMoreThanIsOpenToReachACoin() {
        var coins = new CashRounding(BigDecimal.ONE, RoundingMode.UP);
        DiscountQuote quote = percent("10", "0.30").roundedToCoins(coins).quote(JULY_9);
        assertThat(quote.amountDue()).isEqualTo(eur("0.30"));
        assertThat(quote.discount()).isEqualTo(eur("0"));
    }

    /** Odoo: 1000 at 15 % and 2000 without tax, 10 %: of the total 315 with 15 of tax, of the net amount 300. */
    @ParameterizedTest(name = "of {0}: {1}, of it tax {2}")
    @CsvSource({"TOTAL, 315, 15", "NET, 300, 0", "NET_WITH_REDUCED_TAX, 300, 0"})
    void takesThePercentageOfItsBase(Base base, String discount, String tax) {
        var offer = DiscountOffer.of(eur("3000"), eur("150"), base, List.of(DiscountTier.percent("10", JULY_9)));
        DiscountQuote quote = offer.quote(JULY_9);
        assertThat(quote.discount()).isEqualTo(eur(discount));
        assertThat(quote.tax()).isEqualTo(eur(tax));
        assertThat(quote.net()).isEqualTo(eur("300"));
    }

    /** 23.60 off 200 and 36 of tax: 23.60 × 36 / 236 = 3.60. */
    @Test
    void splitsAGivenDiscountOverNetAndTax() {
        var offer = DiscountOffer.of(eur("200"), eur("36"), List.of(DiscountTier.amount("23.60", JULY_9)));
        assertThat(offer.quote(JULY_9).net()).isEqualTo(eur("20"));
        assertThat(offer.quote(JULY_9).tax()).isEqualTo(eur("3.60"));
        assertThat(offer.quote(eur("118"), JULY_9).discount()).isEqualTo(eur("11.80")); // half is open
    }

    /** D365: 49 / 0.98 × 0.02 = 1; 297 / 0.99 × 0.01 = 3; 294 / 0.98 × 0.02 = 6. */
    @ParameterizedTest(name = "{1} on {2} with {0} %: {3}")
    @CsvSource({
        "2, 49, 100, 1",
        "1, 297, 1000, 3",
        "2, 294, 1000, 6",
        "2, 98, 100, 2",
        "2, 97.99, 100, 2.00",
        "2, 100, 100, 2",
        "2, 0, 100, 0",
        "100, 0.01, 100, 100"
    })
    void earnsTheDiscountThatBelongsToAPartPayment(String percent, String paid, String open, String discount) {
        DiscountQuote earned = percent(percent, open).earned(eur(paid), eur(open), JULY_9);
        assertThat(earned.discount()).isEqualTo(eur(discount));
        assertThat(earned.open()).isEqualTo(eur(paid).add(eur(discount)).min(eur(open)));
    }

    @Test
    void earnsNothingWhenNoDiscountIsInForce() {
        DiscountQuote earned = TWO_TIERS.earned(eur("500"), eur("1000"), LocalDate.parse("2015-07-10"));
        assertThat(earned.discount()).isEqualTo(eur("0"));
        assertThat(earned.grantedBy()).isEmpty();
        assertThat(earned.explanation().text())
                .isEqualTo("no discount is in force on 2015-07-10: EUR 0.00 of EUR 500.00");
    }

    /** A credit note of 100.00 for an invoice with 1 %: 99.00 are given back. */
    @Test
    void mirrorsACreditNote() {
        var note = DiscountOffer.of(eur("-100"), List.of(DiscountTier.percent("1", JULY_9)));
        assertThat(note.quote(JULY_9).amountDue()).isEqualTo(eur("-99"));
        assertThat(note.earned(eur("-49.50"), eur("-100"), JULY_9).discount()).isEqualTo(eur("-0.50"));
        var taxed = DiscountOffer.of(eur("-1000"), eur("-150"), List.of(DiscountTier.percent("10", JULY_9)));
        assertThat(taxed.quote(JULY_9).discount()).isEqualTo(eur("-115"));
        assertThat(taxed.quote(JULY_9).tax()).isEqualTo(eur("-15"));
        var both = new DiscountQuotes(List.of(TWO_TIERS.quote(JULY_9), note.quote(JULY_9)));
        assertThat(both.amountDue()).isEqualTo(eur("891"));
        assertThat(both.discount()).isEqualTo(eur("9"));
    }

    /** Four lines of 4.76 at 1 %: 19.04 less 1 % is 18.85; each 4.71. */
    @Test
    void discountsADocumentOrEachLine() {
        List<Amount> lines = List.of(eur("4.76"), eur("4.76"), eur("4.76"), eur("4.76"));
        var offer = percent("1", "19.04");
        DiscountQuotes document = offer.quote(lines, JULY_9, DiscountScope.DOCUMENT);
        assertThat(document.discount()).isEqualTo(eur("0.19"));
        assertThat(document.quotes().stream().map(DiscountQuote::discount))
                .containsExactly(eur("0.05"), eur("0.05"), eur("0.04"), eur("0.05"));
        assertThat(offer.quote(lines, JULY_9, DiscountScope.LINE).discount()).isEqualTo(eur("0.20"));
        assertThat(offer.quote(lines, JULY_9.plusDays(1), DiscountScope.DOCUMENT)
                        .discount())
                .isEqualTo(eur("0"));
    }

    @Test
    void isMadeOfTheTermsOfAnInvoice() {
        Invoice invoice = invoice(Base.TOTAL);
        DiscountOffer offer = DiscountOffer.of(invoice).orElseThrow();
        assertThat(offer.tiers()).containsExactly(DiscountTier.percent("10", LocalDate.parse("2019-01-11")));
        DiscountQuote quote = offer.quote(invoice.amountDue(), LocalDate.parse("2019-01-11"));
        assertThat(quote.amountDue()).isEqualTo(eur("1035"));
        assertThat(quote.tax()).isEqualTo(eur("15"));
        assertThat(quote.explanation().text())
                .isEqualTo("10% until 2019-01-11, on 2019-01-11: EUR 115.00 of EUR 1150.00");
    }

    /** Tax on 900 of 1000: 1135; less 10 % of 1000. */
    @Test
    void isOfTheNetAmountWhereTheTaxIsReducedFromTheStart() {
        Invoice invoice = invoice(Base.NET_WITH_REDUCED_TAX);
        DiscountOffer offer = DiscountOffer.of(invoice).orElseThrow();
        assertThat(invoice.amountDue()).isEqualTo(eur("1135"));
        assertThat(offer.quote(LocalDate.parse("2019-01-01")).amountDue()).isEqualTo(eur("1035"));
    }

    @Test
    void isNoneWithoutDiscountsOrWithoutASale() {
        assertThat(DiscountOffer.of(
                        draft().paymentTerms(PaymentTerms.net(10)).build().issue("1", "2019-01-01")))
                .isEmpty();
        assertThat(DiscountOffer.of(InvoiceDraft.builder(CustomerId.of("A"), eur("0").getCurrency())
                        .paymentTerms(PaymentTerms.net(10).discount("2", 5))
                        .line(InvoiceLine.billed("x", Fraction.ONE, "C62", eur("0"), List.of()))
                        .build()
                        .issue("1", "2019-01-01")))
                .isEmpty();
    }

    private static InvoiceDraft.Builder draft() {
        return InvoiceDraft.builder(CustomerId.of("A"), eur("0").getCurrency())
                .line(InvoiceLine.billed("x", Fraction.ONE, "C62", eur("1000"), List.of())
                        .taxed(TaxTreatment.of(new TaxCategory("S"), TaxRate.of(new BigDecimal("15")))));
    }

    private static Invoice invoice(Base base) {
        var perGroup = new TaxPerGroup(Rounding.halfUp(2));
        return draft().taxPolicy(
                        base == Base.NET_WITH_REDUCED_TAX ? new TaxOnDiscounted(BigDecimal.TEN, perGroup) : perGroup)
                .paymentTerms(PaymentTerms.net(10)
                        .discount(EarlyPaymentDiscount.of("10", 10).on(base)))
                .build()
                .issue("1", "2019-01-01");
    }

    @Test
    void refusesWhatIsNoOffer() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DiscountOffer.of(eur("0"), List.of()))
                .withMessage("net must not be 0, but was EUR 0.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DiscountOffer.of(eur("100"), eur("-19"), List.of()))
                .withMessage("tax must not have another sign than the net amount EUR 100.00, but was EUR -19.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DiscountOffer.of(eur("100"), List.of(DiscountTier.amount("100.01", JULY_9))))
                .withMessage("tiers[0].value must be at most EUR 100.00, but was 100.01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TWO_TIERS.rounded(Rounding.halfUp(3)))
                .withMessage("rounding must keep at most 2 decimal places, but was HALF_UP at 3 decimal places");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TWO_TIERS.earned(eur("1000.01"), eur("1000"), JULY_9))
                .withMessage("paid must lie between 0 and EUR 1000.00, but was EUR 1000.01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TWO_TIERS.earned(eur("-0.01"), eur("1000"), JULY_9))
                .withMessage("paid must lie between 0 and EUR 1000.00, but was EUR -0.01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TWO_TIERS.quote(List.of(eur("1"), eur("-1")), JULY_9, DiscountScope.LINE))
                .withMessage("lines[1] must not have another sign than the net amount EUR 1000.00, but was EUR -1.00");
        assertThatThrownBy(() -> TWO_TIERS.quote(Amount.of("1", "USD"), JULY_9))
                .isInstanceOf(CurrencyMismatchException.class);
    }

    @Test
    void refusesWhatIsNoTier() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DiscountTier.percent("100.5", JULY_9))
                .withMessage("value must be at most 100, but was 100.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DiscountTier.percent("0", JULY_9))
                .withMessage("value must be more than 0, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DiscountTier.percent("2", JULY_9).lateUntil(JUNE_30))
                .withMessage("lateUntil must not be before 2015-07-09, but was 2015-06-30");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DiscountTier.percent("2", JULY_9).grace(-1))
                .withMessage("days must be between 0 and 3650, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DiscountTier.percent("2", JULY_9).grace(3_651))
                .withMessage("days must be between 0 and 3650, but was 3651");
        assertThat(DiscountTier.percent("2", JULY_9).grace(3_650).lateUntil()).isEqualTo(JULY_9.plusDays(3_650));
        assertThat(DiscountTier.percent("2", JULY_9).grace(0)).isEqualTo(DiscountTier.percent("2", JULY_9));
    }

    @Test
    void refusesAQuoteOfMoreThanIsOpen() {
        DiscountQuote quote = TWO_TIERS.quote(JULY_9);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DiscountQuote(eur("1"), eur("2"), eur("0"), null, false, quote.explanation()))
                .withMessage("discount must lie between 0 and EUR 1.00, but was EUR 2.00");
    }

    @Test
    void isAValue() throws IOException, ClassNotFoundException {
        var offer = TWO_TIERS.grace(3).rounded(Rounding.halfUp(1)).roundedToCoins(CashRounding.to("0.05"));
        assertThat(copy(offer)).isEqualTo(offer).hasSameHashCodeAs(offer).isNotEqualTo(TWO_TIERS);
        assertThat(offer.acceptsLate()).isTrue();
        assertThat(TWO_TIERS.acceptsLate()).isFalse();
        assertThat(offer.coins()).contains(CashRounding.to("0.05"));
        assertThat(TWO_TIERS.coins()).isEmpty();
        assertThat(offer.base()).isEqualTo(Base.TOTAL);
        assertThat(TWO_TIERS).hasToString("EUR 1000.00: [2% until 2015-06-30, 1% until 2015-07-09]");
        assertThat(DiscountTier.amount("20.0", JUNE_30).grace(2))
                .hasToString("20 until 2015-06-30, late until 2015-07-02");
    }

    @Test
    void offersDifferByEachOfTheirParts() {
        List<DiscountTier> tiers = List.of(DiscountTier.percent("2", JULY_9));
        var offer = DiscountOffer.of(eur("100"), eur("19"), Base.TOTAL, tiers);
        assertThat(offer)
                .isEqualTo(DiscountOffer.of(eur("100"), eur("19"), tiers))
                .isNotEqualTo(DiscountOffer.of(eur("101"), eur("19"), tiers))
                .isNotEqualTo(DiscountOffer.of(eur("100"), eur("7"), tiers))
                .isNotEqualTo(DiscountOffer.of(eur("100"), eur("19"), Base.NET, tiers))
                .isNotEqualTo(DiscountOffer.of(eur("100"), eur("19"), List.of(DiscountTier.percent("1", JULY_9))))
                .isNotEqualTo(offer.acceptingLate(true))
                .isNotEqualTo(offer.rounded(Rounding.halfUp(1)))
                .isNotEqualTo(offer.roundedToCoins(CashRounding.to("0.05")))
                .isNotEqualTo(offer.toString());
    }

    /** Law 19 of ar.md: at most the percentage of what is open, rounded; parts earn the whole's and one unit for each part. */
    @Property
    void partsEarnNoMoreThanTheWhole(
            @ForAll @LongRange(min = 2, max = 100_000_000) long open,
            @ForAll @IntRange(min = 1, max = 9_999) int basisPoints,
            @ForAll @LongRange(min = 1, max = 100_000_000) long first,
            @ForAll @LongRange(min = 1, max = 100_000_000) long second) {
        Amount all = Amount.ofMinor(open, eur("0").getCurrency());
        BigDecimal percent = BigDecimal.valueOf(basisPoints, 2);
        var offer = DiscountOffer.of(all, List.of(DiscountTier.percent(percent, JULY_9)));
        DiscountQuote whole = offer.quote(JULY_9);
        assertThat(whole.discount().toFraction().minus(Fraction.of(new BigDecimal("0.005"))))
                .isLessThanOrEqualTo(
                        all.toFraction().times(Fraction.of(percent)).dividedBy(Fraction.of(100)));
        DiscountQuote one =
                offer.earned(Amount.ofMinor(first, all.getCurrency()).min(all), all, JULY_9);
        Amount left = all.subtract(one.open());
        DiscountQuote two =
                offer.earned(Amount.ofMinor(second, all.getCurrency()).min(left), left, JULY_9);
        assertThat(one.discount().add(two.discount()))
                .isLessThanOrEqualTo(whole.discount().add(eur("0.02")));
        assertThat(one.open().add(two.open())).isLessThanOrEqualTo(all);
    }

    /** Whatever the lines, they add up to the document, and none is discounted by more than it comes to. */
    @Property
    void linesAddUpToTheDocument(
            @ForAll List<@LongRange(min = 0, max = 1_000) Long> minor,
            @ForAll @IntRange(min = 1, max = 100) int percent) {
        List<Amount> lines = new java.util.ArrayList<>(minor.stream()
                .map(line -> Amount.ofMinor(line, eur("0").getCurrency()))
                .toList());
        lines.add(eur("1"));
        Amount sum = lines.stream().reduce(Amount::add).orElseThrow();
        var offer = DiscountOffer.of(sum, List.of(DiscountTier.percent(BigDecimal.valueOf(percent), JULY_9)));
        assertThat(offer.quote(lines, JULY_9, DiscountScope.DOCUMENT).discount())
                .isEqualTo(offer.quote(JULY_9).discount());
    }
}
