package io.quittance.core.invoice;

import static io.quittance.core.tax.TaxTreatment.standard;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.id.CustomerId;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.tax.TaxOnTotal;
import io.quittance.core.tax.TaxPerGroup;
import io.quittance.core.tax.TaxPerLine;
import io.quittance.core.tax.TaxPolicy;
import io.quittance.core.tax.TaxSubtotal;
import io.quittance.core.tax.TaxTreatment;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is credited, in whatever order: credit notes never exceed the invoice, and together they are the invoice. */
class CreditableLawsTest {
    private static final CurrencyUnit EUR = Monetary.getCurrency("EUR");
    private static final Rounding CENTS = Rounding.halfUp(2);
    private static final Correction WHY = Correction.of(CorrectionReason.RETURN);
    private static final List<List<TaxTreatment>> TAXES = List.of(
            List.of(standard("19")),
            List.of(standard("7")),
            List.of(TaxTreatment.reverseCharge()),
            List.of(standard("8.875").in("state"), standard("2").in("city")),
            List.of(standard("8.875").in("state")),
            List.of());

    /** What a document says of a sum, each by its name. */
    private static Map<String, Amount> figures(InvoiceDraft draft) {
        var figures = new TreeMap<String, Amount>();
        figures.put("without tax", draft.totals().withoutTax());
        figures.put("tax", draft.totals().tax());
        figures.put("total", CreditNoteDraft.total(draft));
        for (TaxSubtotal subtotal : draft.taxes().subtotals()) {
            figures.put("taxable " + subtotal.treatment(), subtotal.taxable());
            figures.put("tax " + subtotal.treatment(), subtotal.tax());
        }
        draft.taxInTaxCurrency().ifPresent(tax -> figures.put("tax in other currency", tax));
        return figures;
    }

    private static Map<String, Amount> parts(InvoiceDraft draft) {
        var parts = figures(draft);
        parts.put("lines", draft.totals().lines());
        parts.put("allowances", draft.totals().allowances());
        parts.put("charges", draft.totals().charges());
        parts.put("rounding", draft.totals().rounding());
        parts.put("due", draft.totals().due());
        return parts;
    }

    private static Map<String, Amount> sum(List<Invoice> notes, Function<InvoiceDraft, Map<String, Amount>> figures) {
        var sums = new TreeMap<String, Amount>();
        for (Invoice note : notes) {
            figures.apply(note.draft()).forEach((name, amount) -> sums.merge(name, amount, Amount::add));
        }
        return sums;
    }

    @Property
    void creditsNeverExceedTheInvoiceAndTogetherAreTheInvoice(
            @ForAll("invoices") Invoice invoice, @ForAll Random random) {
        var notes = new ArrayList<Invoice>();
        for (int i = random.nextInt(9); i > 0; i--) {
            Creditable left = Creditable.of(invoice, notes);
            Creditable.Builder note = left.credit(WHY);
            if (ask(left, note, random)) {
                issueUnlessNothing(note::draft, notes);
                assertWithin(notes, invoice);
                assertRounded(notes);
            }
        }
        finish(invoice, notes);
    }

    /** Lines that give back too: what would exceed the invoice or give back less than nothing is refused, all else adds up. */
    @Property
    void soDoLinesThatGiveBack(
            @ForAll("invoices") Invoice invoice, @ForAll("lines") InvoiceLine taken, @ForAll Random random) {
        InvoiceLine minus = InvoiceLine.priced("Taken back", taken.quantity().negate(), "C62", taken.price(), CENTS)
                .taxed(taken.taxes());
        Invoice mixed = invoice.draft().toBuilder().line(minus).build().issue("R-2", "2026-01-31");
        if (CreditNoteDraft.total(mixed.draft()).signum() < 0
                || mixed.totals().withoutTax().signum() < 0) {
            return;
        }
        var notes = new ArrayList<Invoice>();
        for (int i = random.nextInt(5); i > 0; i--) {
            Creditable left = Creditable.of(mixed, notes);
            Creditable.Builder note = left.credit(WHY);
            if (ask(left, note, random)) {
                try {
                    issue(note.draft(), notes);
                } catch (InvalidArgumentException e) {
                    assertThat(e.code()).isIn("credit.exceeded", "credit.negative", "credit.nothing", "credit.sum");
                }
                assertWithin(notes, mixed);
            }
        }
        finish(mixed, notes);
    }

    @Property
    void sharesOfAWholeAreTheWhole(@ForAll("invoices") Invoice invoice, @ForAll Random random) {
        int parts = 1 + random.nextInt(7);
        var notes = new ArrayList<Invoice>();
        for (int i = 0; i < parts && isOpen(Creditable.of(invoice, notes)); i++) {
            Creditable left = Creditable.of(invoice, notes);
            issueUnlessNothing(() -> left.share(WHY, Fraction.of(1, parts)), notes);
            assertWithin(notes, invoice);
            assertRounded(notes);
        }
        finish(invoice, notes);
    }

    /** Whatever is credited before it: the tax of what is credited is a cent or less off the rate. */
    @Property
    void theTaxOfWhatIsCreditedIsItsRate(@ForAll("invoices") Invoice any, @ForAll Random random) {
        Invoice invoice = any.draft().toBuilder()
                .taxPolicy(new TaxPerGroup(CENTS))
                .build()
                .issue("R-2", "2026-01-31");
        var notes = new ArrayList<Invoice>();
        for (int i = random.nextInt(6); i > 0; i--) {
            Creditable left = Creditable.of(invoice, notes);
            Creditable.Builder note = left.credit(WHY);
            if (ask(left, note, random)) {
                issueUnlessNothing(note::draft, notes);
            }
        }
        Map<String, Amount> sums = sum(notes, CreditableLawsTest::figures);
        for (TaxSubtotal subtotal : invoice.draft().taxes().subtotals()) {
            Amount taxable = sums.getOrDefault("taxable " + subtotal.treatment(), Amount.zero(EUR));
            Amount tax = sums.getOrDefault("tax " + subtotal.treatment(), Amount.zero(EUR));
            assertThat(tax)
                    .isEqualTo(subtotal.treatment()
                            .rateOrZero()
                            .on(taxable.toFraction())
                            .round(CENTS, EUR));
        }
    }

    private static boolean isOpen(Creditable left) {
        return left.lines().stream().anyMatch(line -> line.amount().signum() != 0);
    }

    private static void issue(InvoiceDraft note, List<Invoice> notes) {
        notes.add(note.issue("G-" + notes.size(), "2026-02-01"));
    }

    /** What rounds to nothing is no note. */
    private static void issueUnlessNothing(Supplier<InvoiceDraft> note, List<Invoice> notes) {
        InvoiceDraft draft;
        try {
            draft = note.get();
        } catch (InvalidArgumentException e) {
            assertThat(e.code()).isEqualTo("credit.nothing");
            return;
        }
        issue(draft, notes);
    }

    /** Asks for something of some lines; false if there was nothing to ask for. */
    private static boolean ask(Creditable left, Creditable.Builder note, Random random) {
        boolean asked = false;
        for (CreditableLine line : left.lines()) {
            int way = random.nextInt(5);
            if (way == 0 && line.quantity().signum() != 0) {
                note.line(line.index());
                asked = true;
            } else if (way == 1 && line.quantity().signum() != 0) {
                long thousandths = line.quantity().movePointRight(3).abs().longValueExact();
                BigDecimal part = BigDecimal.valueOf(1 + (random.nextLong() >>> 1) % thousandths, 3);
                note.quantity(line.index(), line.quantity().signum() < 0 ? part.negate() : part);
                asked = true;
            } else if (way == 2 && line.amount().signum() != 0) {
                long cents =
                        line.amount().toBigDecimal().movePointRight(2).abs().longValueExact();
                Amount part = Amount.ofMinor(1 + (random.nextLong() >>> 1) % cents, EUR);
                note.amount(line.index(), line.amount().signum() < 0 ? part.negate() : part);
                asked = true;
            }
        }
        return asked;
    }

    private static void assertWithin(List<Invoice> notes, Invoice invoice) {
        Map<String, Amount> whole = figures(invoice.draft());
        sum(notes, CreditableLawsTest::figures)
                .forEach((name, amount) -> assertThat(
                                CreditedSoFar.isWithin(amount, whole.getOrDefault(name, Amount.zero(EUR))))
                        .as("%s: %s of %s", name, amount, whole.get(name))
                        .isTrue());
        InvoiceDraft last =
                notes.isEmpty() ? invoice.draft() : notes.get(notes.size() - 1).draft();
        assertThat(CreditedSoFar.isWithin(
                        last.totals().withoutTax(), invoice.totals().withoutTax()))
                .isTrue();
        assertThat(CreditedSoFar.isWithin(last.totals().tax(), invoice.totals().tax()))
                .isTrue();
        assertThat(CreditNoteDraft.total(last).signum()).isNotNegative();
    }

    /** What prices with tax leave to round is cents, never what is within them. */
    private static void assertRounded(List<Invoice> notes) {
        assertThat(sum(notes, CreditableLawsTest::parts)
                        .getOrDefault("rounding", Amount.zero(EUR))
                        .abs())
                .isLessThanOrEqualTo(Amount.ofMinor(2L * TAXES.size(), EUR));
    }

    private static void finish(Invoice invoice, List<Invoice> notes) {
        Creditable left = Creditable.of(invoice, notes);
        if (left.lines().stream()
                .anyMatch(line -> line.amount().signum() != 0
                        || (line.line().netAmount().signum() == 0
                                && line.quantity().signum() != 0))) {
            issue(left.whole(WHY), notes);
        }
        Map<String, Amount> expected = parts(invoice.draft());
        Map<String, Amount> sums = sum(notes, CreditableLawsTest::parts);
        expected.keySet().forEach(name -> sums.putIfAbsent(name, Amount.zero(EUR)));
        assertThat(sums).isEqualTo(expected);
    }

    @Provide
    Arbitrary<InvoiceLine> lines() {
        Arbitrary<BigDecimal> quantities =
                Arbitraries.longs().between(1, 12_000).map(thousandths -> BigDecimal.valueOf(thousandths, 3));
        Arbitrary<BigDecimal> prices =
                Arbitraries.longs().between(0, 500_000).map(parts -> BigDecimal.valueOf(parts, 4));
        return Combinators.combine(
                        quantities,
                        prices,
                        Arbitraries.of(TAXES),
                        Arbitraries.integers().between(0, 60),
                        Arbitraries.longs().between(-500, 500))
                .as((quantity, price, taxes, percent, charge) -> {
                    InvoiceLine line = InvoiceLine.priced("Goods", quantity, "C62", Amount.of(price, EUR), CENTS)
                            .taxed(taxes);
                    if (percent > 20) {
                        line = line.with(AllowanceCharge.allowance(BigDecimal.valueOf(percent), line.goods(), CENTS));
                    }
                    return charge > 0 ? line.with(AllowanceCharge.charge(Amount.ofMinor(charge, EUR))) : line;
                });
    }

    /** An allowance of a third at most of the lines that are taxed so, or a charge: three of them leave something. */
    private static AllowanceCharge allowanceCharge(List<InvoiceLine> lines, int tax, int percent) {
        List<TaxTreatment> taxes = TAXES.get(tax);
        Amount base = Amount.zero(EUR);
        for (InvoiceLine line : lines) {
            base = line.taxes().equals(taxes) ? base.add(line.netAmount()) : base;
        }
        AllowanceCharge one = percent <= 33
                ? AllowanceCharge.allowance(BigDecimal.valueOf(percent), base, Rounding.of(2, RoundingMode.DOWN))
                : AllowanceCharge.charge(Amount.ofMinor(percent * 7L, EUR));
        return one.taxed(taxes.toArray(new TaxTreatment[0]));
    }

    @Provide
    Arbitrary<Invoice> invoices() {
        Arbitrary<List<Integer>> documents =
                Arbitraries.integers().between(0, TAXES.size() * 100 - 1).list().ofMaxSize(3);
        Arbitrary<TaxPolicy> policies =
                Arbitraries.of(new TaxPerGroup(CENTS), new TaxPerLine(CENTS), new TaxOnTotal(CENTS));
        return Combinators.combine(
                        lines().list().ofMinSize(1).ofMaxSize(5),
                        documents,
                        policies,
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false))
                .as((lines, allowances, policy, isGross, hasTaxCurrency) -> {
                    var builder = InvoiceDraft.builder(new CustomerId("1"), EUR)
                            .paymentTerms(PaymentTerms.net(30))
                            .taxPolicy(policy);
                    lines.forEach(builder::line);
                    allowances.forEach(one -> builder.allowanceCharge(allowanceCharge(lines, one / 100, one % 100)));
                    if (isGross) {
                        builder.pricesIncludeTax();
                    }
                    if (hasTaxCurrency) {
                        builder.taxCurrency(
                                TaxCurrency.of(EUR, new BigDecimal("0.923"), LocalDate.parse("2026-01-31"), "ECB"));
                    }
                    return builder.build().issue("R-1", "2026-01-31");
                });
    }
}
