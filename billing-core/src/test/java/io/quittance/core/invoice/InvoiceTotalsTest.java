package io.quittance.core.invoice;

import static io.quittance.core.tax.TaxTreatment.reverseCharge;
import static io.quittance.core.tax.TaxTreatment.standard;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.id.CustomerId;
import io.quittance.core.id.InvoiceNumber;
import io.quittance.core.internal.SerialStreams;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Rounding;
import io.quittance.core.tax.TaxBreakdown;
import io.quittance.core.tax.TaxOnTotal;
import io.quittance.core.tax.TaxPerGroup;
import io.quittance.core.tax.TaxPerLine;
import io.quittance.core.tax.TaxPolicy;
import io.quittance.core.tax.TaxSubtotal;
import io.quittance.core.tax.TaxTreatment;
import io.quittance.core.tax.TaxedAmount;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What documents add up to; the steps are those of the semantics of EN 16931 (BR-CO-10 to BR-CO-17). */
class InvoiceTotalsTest {
    private static final CurrencyUnit EUR = Monetary.getCurrency("EUR");
    private static final Rounding CENTS = Rounding.halfUp(2);

    private static Amount eur(String number) {
        return Amount.of(number, EUR);
    }

    private static InvoiceLine line(String quantity, String price, TaxTreatment... taxes) {
        return InvoiceLine.priced("Goods", new BigDecimal(quantity), "C62", eur(price), CENTS)
                .taxed(taxes);
    }

    private static InvoiceDraft.Builder draft(InvoiceLine... lines) {
        var builder = InvoiceDraft.builder(new CustomerId("1"), EUR).paymentTerms(PaymentTerms.net(30));
        for (InvoiceLine line : lines) {
            builder.line(line);
        }
        return builder;
    }

    /**
     * 10 × 20.00 − 15.00 = 185.00 and 2 × 50.005 = 100.01 at 19 %, 3 × 9.99 = 29.97 at 7 %; the document less 5.00 and with 8.90
     * of freight at 19 %: 288.91 at 19 % is 54.8929, 29.97 at 7 % is 2.0979.
     */
    @Test
    void addsUpInTheOrderOfTheStandard() {
        InvoiceDraft draft = draft(
                        line("10", "20.00", standard("19"))
                                .with(AllowanceCharge.allowance(eur("15.00")).because("loyalty")),
                        line("2", "50.005", standard("19")),
                        line("3", "9.99", standard("7")))
                .allowanceCharge(AllowanceCharge.allowance(eur("5.00")).taxed(standard("19")))
                .allowanceCharge(
                        AllowanceCharge.charge(eur("8.90")).because("freight").taxed(standard("19")))
                .prepaid(Prepayment.of(eur("100.00"), InvoiceNumber.of("A-1")))
                .build();
        assertThat(draft.lineNetAmounts()).containsExactly(eur("185.00"), eur("100.01"), eur("29.97"));
        assertThat(draft.totals())
                .isEqualTo(new InvoiceTotals(
                        eur("314.98"),
                        eur("5.00"),
                        eur("8.90"),
                        eur("318.88"),
                        eur("56.99"),
                        eur("375.87"),
                        eur("100.00"),
                        eur("0"),
                        eur("275.87")));
        assertThat(draft.taxes().subtotals().stream().map(TaxSubtotal::toString))
                .containsExactly("S 19% of EUR 288.91: EUR 54.89", "S 7% of EUR 29.97: EUR 2.10");
        Invoice invoice = draft.issue("1", "2026-01-31");
        assertThat(invoice.amountDue()).isEqualTo(eur("275.87"));
        assertThat(invoice.lineTotal()).isEqualTo(eur("314.98"));
        assertThat(invoice.totals()).isEqualTo(draft.totals());
        assertThat(invoice.draft()).isEqualTo(draft);
    }

    /** Ten lines of 0.07 at 19 %: 0.0133 each is 0.01 by the line, 0.133 together is 0.13. */
    @Test
    void roundsTheTaxWhereThePolicySays() {
        var builder = draft();
        for (int i = 0; i < 10; i++) {
            builder.line(line("1", "0.07", standard("19")));
        }
        assertThat(builder.build().totals().tax()).isEqualTo(eur("0.13"));
        assertThat(builder.taxPolicy(new TaxPerLine(CENTS)).build().totals().tax())
                .isEqualTo(eur("0.10"));
    }

    /** 119.00 with 19 % within: 100.00 and 19.00. 0.03: 0.03 without tax, on which 0.01 of tax is due; 0.01 less to pay. */
    @Test
    void pricesWithTaxAreWhatIsDue() {
        InvoiceTotals even = draft(line("1", "119", standard("19")))
                .pricesIncludeTax()
                .build()
                .totals();
        assertThat(even.withoutTax()).isEqualTo(eur("100"));
        assertThat(even.tax()).isEqualTo(eur("19"));
        assertThat(even.rounding()).isEqualTo(eur("0"));
        InvoiceTotals odd = draft(line("1", "0.03", standard("19")))
                .pricesIncludeTax()
                .build()
                .totals();
        assertThat(odd.withoutTax()).isEqualTo(eur("0.03"));
        assertThat(odd.tax()).isEqualTo(eur("0.01"));
        assertThat(odd.withTax()).isEqualTo(eur("0.04"));
        assertThat(odd.rounding()).isEqualTo(eur("-0.01"));
        assertThat(odd.due()).isEqualTo(eur("0.03"));
    }

    /**
     * Semantics of rating, 2.15: the tax within a price is the price less price / 1.19. Of 0.03 that is 0.0048, by the line nothing;
     * of 9.99, 1.5950, by the line 1.60; of 29.97, 4.7851, for the document 4.79.
     */
    @Test
    void whatIsWithinPricesIsRoundedWhereThePolicySays() {
        var calls = draft();
        for (int i = 0; i < 1000; i++) {
            calls.line(line("1", "0.03", standard("19")));
        }
        assertWithin(calls.pricesIncludeTax().taxPolicy(new TaxPerLine(CENTS)), "30.00", "0.00", "30.00");
        var shirts = draft(
                line("1", "9.99", standard("19")),
                line("1", "9.99", standard("19")),
                line("1", "9.99", standard("19")));
        assertWithin(shirts.pricesIncludeTax().taxPolicy(new TaxPerLine(CENTS)), "25.17", "4.80", "29.97");
        assertWithin(shirts.taxPolicy(new TaxOnTotal(CENTS)), "25.18", "4.79", "29.97");
    }

    private static void assertWithin(InvoiceDraft.Builder draft, String withoutTax, String tax, String due) {
        InvoiceTotals totals = draft.build().totals();
        assertThat(totals.withoutTax()).isEqualTo(eur(withoutTax));
        assertThat(totals.tax()).isEqualTo(eur(tax));
        assertThat(totals.rounding()).isEqualTo(eur("0"));
        assertThat(totals.due()).isEqualTo(eur(due));
    }

    /** A policy of a host's own that does not ask for the rule of EN 16931 has no rounding amount either: all of 0.05 up to 0.01. */
    @Test
    void aPolicyOfOnesOwnDecidesWhatIsWithinPrices() {
        TaxPolicy cent = (exact, currency) -> exact.stream()
                .map(group -> group.stream().map(tax -> eur("0.01")).toList())
                .toList();
        assertWithin(
                draft(line("1", "0.05", standard("19"))).pricesIncludeTax().taxPolicy(cent), "0.04", "0.01", "0.05");
    }

    /** Semantics, section 5: 10835.00 − 834.90 is 10000.10 kronor, of which 10000.00 are paid. */
    @Test
    void roundsWhatIsDueToCoins() {
        CurrencyUnit sek = Monetary.getCurrency("SEK");
        InvoiceDraft draft = InvoiceDraft.builder(new CustomerId("1"), sek)
                .paymentTerms(PaymentTerms.net(30))
                .line(InvoiceLine.priced("Goods", BigDecimal.ONE, "C62", Amount.of("8668", sek), CENTS)
                        .taxed(standard("25")))
                .prepaid(Prepayment.of(Amount.of("834.90", sek)))
                .cashRounding(CashRounding.to("1"))
                .build();
        assertThat(draft.totals().withTax()).isEqualTo(Amount.of("10835", sek));
        assertThat(draft.totals().rounding()).isEqualTo(Amount.of("-0.10", sek));
        assertThat(draft.totals().due()).isEqualTo(Amount.of("10000", sek));
        assertThat(draft.totals().tax()).isEqualTo(Amount.of("2167", sek));
    }

    @Test
    void takesWhatWasPaidInAdvanceAsFarAsItGoes() {
        var builder = draft(line("1", "60")).prepaid(Prepayment.of(eur("10")));
        InvoiceDraft enough = builder.prepaidUpTo(eur("100")).build();
        assertThat(enough.totals().due()).isEqualTo(eur("0"));
        assertThat(enough.prepayments()).containsExactly(Prepayment.of(eur("10")), Prepayment.of(eur("50")));
        InvoiceDraft some = builder.prepaidUpTo(eur("20")).build();
        assertThat(some.totals().due()).isEqualTo(eur("30"));
        assertThat(draft(line("-1", "60")).prepaidUpTo(eur("100")).build().prepayments())
                .isEmpty();
        InvoiceDraft none = builder.prepaidUpTo(eur("0")).build();
        assertThat(none.totals().due()).isEqualTo(eur("50"));
        assertThat(none.prepayments()).containsExactly(Prepayment.of(eur("10")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.prepaidUpTo(eur("-1")))
                .withMessage("available must not be negative, but was EUR -1.00");
    }

    /** 5600.00 and 1050.00 stand in groups and count once; what only informs does not count. */
    @Test
    void groupsShowWhatStandsWithinThem() {
        InvoiceDraft draft = draft(
                        line("1", "0").identified("1").withStatus(InvoiceLine.Status.GROUP),
                        line("1", "0").identified("1.1").within("1").withStatus(InvoiceLine.Status.GROUP),
                        line("7", "800", standard("19")).identified("1.1.1").within("1.1"),
                        line("3", "350", standard("19")).identified("1.2").within("1"),
                        line("1", "99").identified("2").withStatus(InvoiceLine.Status.INFORMATION))
                .build();
        assertThat(draft.lineNetAmounts())
                .containsExactly(eur("6650"), eur("5600"), eur("5600"), eur("1050"), eur("99"));
        assertThat(draft.totals().lines()).isEqualTo(eur("6650"));
        assertThat(draft.totals().tax()).isEqualTo(eur("1263.50"));
    }

    /** A group that says 500.00 shows that, and a line that counts its own amount, whatever stands within them. */
    @Test
    void figuresOfOnesOwnAreNotReplaced() {
        InvoiceDraft draft = draft(
                        line("1", "500").identified("1").withStatus(InvoiceLine.Status.GROUP),
                        line("6", "100", standard("19")).within("1"),
                        line("1", "0", standard("19")).identified("2"),
                        line("1", "10", standard("19")).within("2"))
                .build();
        assertThat(draft.lineNetAmounts()).containsExactly(eur("500"), eur("600"), eur("0"), eur("10"));
        assertThat(draft.totals().lines()).isEqualTo(eur("610"));
    }

    /** 238.00 with tax, as the group says, are 200.00 without. */
    @Test
    void groupsOfPricesWithTaxShowWhatIsWithoutIt() {
        InvoiceDraft draft = draft(
                        line("1", "238").identified("1").withStatus(InvoiceLine.Status.GROUP),
                        line("2", "119", standard("19")).within("1"))
                .pricesIncludeTax()
                .build();
        assertThat(draft.lineNetAmounts()).containsExactly(eur("200"), eur("200"));
        assertThat(draft.totals().due()).isEqualTo(eur("238"));
    }

    /** Semantics, section 5: rounded is what is due after prepayment. Of 10.03 a balance of 100.00 pays 10.03, one of 10.00 leaves 0.05. */
    @Test
    void aBalancePaysWhatIsDueBeforeItIsRoundedToCoins() {
        var draft = draft(line("1", "10.03")).cashRounding(CashRounding.to("0.05"));
        InvoiceTotals all = draft.prepaidUpTo(eur("100")).build().totals();
        assertThat(all.prepaid()).isEqualTo(eur("10.03"));
        assertThat(all.rounding()).isEqualTo(eur("0"));
        assertThat(all.due()).isEqualTo(eur("0"));
        InvoiceTotals some = draft.prepaidUpTo(eur("10")).build().totals();
        assertThat(some.prepaid()).isEqualTo(eur("10"));
        assertThat(some.rounding()).isEqualTo(eur("0.02"));
        assertThat(some.due()).isEqualTo(eur("0.05"));
    }

    /** BT-126: the line without an id is the second, but another has that number; 3 is another's too, so it is 4. */
    @Test
    void noIdIsGivenTwice() {
        assertThat(ids(
                        line("1", "1").identified("2"),
                        line("1", "1"),
                        line("1", "1").identified("3")))
                .containsExactly("2", "4", "3");
        assertThat(ids(line("1", "1"), line("1", "1").identified("a"), line("1", "1")))
                .containsExactly("1", "a", "3");
        assertThat(ids(line("1", "1").identified("a"), line("1", "2").identified("a")))
                .containsExactly("a", "a"); // as an example of the standard has it; official rules do not look
        // after the last place, so that no later line is taken for it; 4 is another's; and each a number of its own
        InvoiceLine any = line("1", "1");
        assertThat(ids(any.identified("2"), any, any)).containsExactly("2", "4", "3");
        assertThat(ids(any.identified("2"), any, any.identified("4"))).containsExactly("2", "5", "4");
        assertThat(ids(any.identified("2"), any, any.identified("4"), any)).containsExactly("2", "5", "4", "6");
        InvoiceLine outer = line("1", "0").identified("a");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> draft(outer, outer, line("1", "2").within("a")).build())
                .withMessage("lines[1].id must be unique where lines stand within it, but was a");
        InvoiceLine group = line("1", "0").identified("g").withStatus(InvoiceLine.Status.GROUP);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> draft(group, line("1", "1").within("g"), group).build())
                .withMessage("lines[2].id must be unique where lines stand within it, but was g");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> draft(group, group).build())
                .withMessage("lines[1].id must be unique where lines stand within it, but was g");
    }

    private static List<String> ids(InvoiceLine... lines) {
        return draft(lines).build().terms().groups("BG-25").stream()
                .map(group -> group.text("BT-126").orElseThrow())
                .toList();
    }

    @Test
    void refusesALineWithinNoneOrItself() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> draft(line("1", "1").within("x")).build())
                .withMessage("lines[0].parent must be the id of a line, but was x");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> draft(
                                line("1", "1").identified("a").within("b"),
                                line("1", "1").identified("b").within("a"))
                        .build())
                .withMessage("lines[0].parent must not lead back to itself, but was b");
    }

    /** Semantics, section 6: BT-111 is BT-110 by the rate, and the rate stays with the document. */
    @Test
    void statesTheTaxInASecondCurrency() {
        CurrencyUnit usd = Monetary.getCurrency("USD");
        var ecb = TaxCurrency.of(EUR, new BigDecimal("0.92345"), LocalDate.parse("2026-01-30"), "ECB");
        InvoiceDraft draft = InvoiceDraft.builder(new CustomerId("1"), usd)
                .paymentTerms(PaymentTerms.net(30))
                .line(InvoiceLine.priced("Goods", BigDecimal.ONE, "C62", Amount.of("1000", usd), CENTS)
                        .taxed(standard("19")))
                .taxCurrency(ecb)
                .build();
        // 190.00 × 0.92345 = 175.4555
        assertThat(draft.taxInTaxCurrency()).contains(eur("175.46"));
        assertThat(draft.taxCurrency().orElseThrow()).hasToString("EUR at 0.92345 of 2026-01-30, ECB");
    }

    @Test
    void refusesAmountsOfAnotherCurrencyOrTooFine() {
        var dollar = Amount.of("1", "USD");
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> draft().allowanceCharge(AllowanceCharge.charge(dollar)))
                .withMessage("allowanceCharges[0].amount must be in EUR, but was USD");
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> draft().prepaid(Prepayment.of(dollar)))
                .withMessage("prepayments[0].amount must be in EUR, but was USD");
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> draft().rounding(dollar))
                .withMessage("rounding must be in EUR, but was USD");
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> line("1", "1").with(AllowanceCharge.charge(dollar)))
                .withMessage("allowanceCharges[0] must be in EUR, but was USD");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> draft().rounding(eur("0.001")))
                .withMessageStartingWith("rounding must have at most 2 decimal places");
    }

    @Test
    void survivesSerialisationWithAllOfIt() throws Exception {
        InvoiceDraft draft = draft(
                        line("1", "119", standard("19")).with(AllowanceCharge.allowance(eur("1"))),
                        line("1", "5", reverseCharge()))
                .type(InvoiceType.CREDIT_NOTE)
                .pricesIncludeTax()
                .allowanceCharge(AllowanceCharge.charge(eur("2")).taxed(standard("7")))
                .prepaid(Prepayment.of(eur("3")))
                .rounding(eur("0.01"))
                .cashRounding(CashRounding.to("0.05"))
                .taxCurrency(TaxCurrency.of(EUR, BigDecimal.ONE, LocalDate.parse("2026-01-30"), "none"))
                .taxPolicy(new TaxPerLine(CENTS))
                .build();
        InvoiceDraft copy = SerialStreams.copy(draft);
        assertThat(copy).isEqualTo(draft).hasSameHashCodeAs(draft);
        assertThat(copy.totals()).isEqualTo(draft.totals());
        assertThat(copy.taxes()).isEqualTo(draft.taxes());
        assertThat(copy.lineNetAmounts()).isEqualTo(draft.lineNetAmounts());
        assertThat(copy.issue("1", "2026-01-01"))
                .hasToString("credit note 1: " + draft.totals().due());
    }

    /** BR-CO-10 to BR-CO-16 on any document, from its parts. */
    @Property
    void everyTotalIsTheSumOfItsParts(@ForAll("lines") List<InvoiceLine> lines, @ForAll boolean pricesIncludeTax) {
        var builder = draft(lines.toArray(new InvoiceLine[0]))
                .allowanceCharge(AllowanceCharge.allowance(eur("0.13")).taxed(standard("7")))
                .allowanceCharge(AllowanceCharge.charge(eur("3.99")).taxed(standard("19")))
                .prepaid(Prepayment.of(eur("1.11")));
        if (pricesIncludeTax) {
            builder.pricesIncludeTax();
        }
        InvoiceDraft draft = builder.build();
        InvoiceTotals totals = draft.totals();
        assertThat(totals.lines()).isEqualTo(sum(draft.lineNetAmounts()));
        assertThat(totals.charges().subtract(totals.allowances()).toBigDecimal())
                .isEqualByComparingTo(draft.allowanceChargeNetAmounts()
                        .get(1)
                        .subtract(draft.allowanceChargeNetAmounts().get(0))
                        .toBigDecimal());
        assertThat(totals.withoutTax())
                .isEqualTo(totals.lines().subtract(totals.allowances()).add(totals.charges()));
        assertThat(totals.tax())
                .isEqualTo(sum(
                        draft.taxes().subtotals().stream().map(TaxSubtotal::tax).toList()));
        assertThat(totals.withTax()).isEqualTo(totals.withoutTax().add(totals.tax()));
        assertThat(totals.due())
                .isEqualTo(totals.withTax().subtract(totals.prepaid()).add(totals.rounding()));
        for (TaxSubtotal group : draft.taxes().subtotals()) {
            assertThat(group.tax().toBigDecimal())
                    .isEqualByComparingTo(group.taxable()
                            .toBigDecimal()
                            .multiply(group.treatment().rateOrZero().percent())
                            .movePointLeft(2)
                            .setScale(2, RoundingMode.HALF_UP));
        }
    }

    /**
     * Prices that include the tax are what is paid, whatever is rounded. What rounding adds is a cent for each rate at most where the
     * tax is rounded by the group, and else nothing; the tax is what is within the prices.
     */
    @Property
    void pricesThatIncludeTaxAreNeverAltered(@ForAll("lines") List<InvoiceLine> lines) {
        for (TaxPolicy policy : List.of(new TaxPerGroup(CENTS), new TaxPerLine(CENTS), new TaxOnTotal(CENTS))) {
            InvoiceDraft draft = draft(lines.toArray(new InvoiceLine[0]))
                    .pricesIncludeTax()
                    .taxPolicy(policy)
                    .build();
            InvoiceTotals totals = draft.totals();
            assertThat(totals.due())
                    .isEqualTo(sum(lines.stream().map(InvoiceLine::netAmount).toList()));
            if (policy instanceof TaxPerGroup) {
                assertThat(totals.rounding().abs()).isLessThanOrEqualTo(eur("0.03"));
            } else {
                assertThat(totals.rounding()).isEqualTo(eur("0"));
                List<TaxedAmount> prices = lines.stream()
                        .map(line -> new TaxedAmount(line.netAmount(), line.taxes()))
                        .toList();
                assertThat(draft.taxes()).isEqualTo(TaxBreakdown.within(prices, EUR, policy));
            }
        }
    }

    private static Amount sum(List<Amount> amounts) {
        return amounts.stream().reduce(Amount.zero(EUR), Amount::add);
    }

    @Provide
    Arbitrary<List<InvoiceLine>> lines() {
        return Combinators.combine(
                        Arbitraries.longs().between(-5_000, 50_000),
                        Arbitraries.longs().between(0, 2_000_000),
                        Arbitraries.of(standard("19"), standard("7"), standard("23.5"), TaxTreatment.zeroRated()),
                        Arbitraries.longs().between(-100, 300))
                .as((quantity, price, tax, off) -> line(
                                BigDecimal.valueOf(quantity, 3).toPlainString(),
                                BigDecimal.valueOf(price, 4).toPlainString(),
                                tax)
                        .with(AllowanceCharge.allowance(Amount.of(BigDecimal.valueOf(off, 2), EUR))))
                .list()
                .ofMinSize(1)
                .ofMaxSize(15);
    }
}
