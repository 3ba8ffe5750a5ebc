package io.quittance.core.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.error.InexactResultException;
import io.quittance.core.id.CustomerId;
import io.quittance.core.invoice.AllowanceCharge;
import io.quittance.core.invoice.InvoiceDraft;
import io.quittance.core.invoice.InvoiceLine;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Rounding;
import io.quittance.core.tax.TaxPerGroup;
import io.quittance.core.tax.TaxSubtotal;
import io.quittance.core.tax.TaxTreatment;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The sums are those of documents with reasons, in columns as in objects, in however many pieces. */
class InvoiceSumsPropertyTest {
    private static final List<TaxTreatment> TREATMENTS = List.of(
            TaxTreatment.standard("19"),
            TaxTreatment.standard("7"),
            TaxTreatment.standard("5.5"),
            TaxTreatment.standard("8.875").in("US-NY"),
            TaxTreatment.standard("0.000000000000000001"),
            TaxTreatment.standard("12345678901234567890123.4"),
            TaxTreatment.zeroRated(),
            TaxTreatment.reverseCharge(),
            TaxTreatment.exempt("insurance"),
            TaxTreatment.outsideScope());

    /** A currency with how lines and taxes are rounded in it. */
    record Terms(CurrencyUnit currency, Rounding lines, Rounding taxes) {
        InvoiceSums sums() {
            return InvoiceSums.of(currency, lines, taxes, TREATMENTS);
        }
    }

    /** A line whose numbers fit in columns. */
    record Row(long quantity, long price, long allowance, int treatment) {}

    @Property
    void areThoseOfADraft(
            @ForAll("terms") Terms terms, @ForAll("lines") @Size(min = 1, max = 8) List<PricedLine> given) {
        List<PricedLine> lines =
                given.stream().map(line -> inMinorUnits(line, terms)).toList();
        var draft = InvoiceDraft.builder(new CustomerId("C"), terms.currency())
                .paymentTerms(PaymentTerms.net(30))
                .taxPolicy(new TaxPerGroup(terms.taxes()));
        lines.forEach(line -> draft.line(invoiceLine(line, terms)));
        assertSame(terms.sums().sum(lines), draft.build());
    }

    private static PricedLine inMinorUnits(PricedLine line, Terms terms) {
        int scale = Rounding.toMinorUnit(terms.currency()).scale();
        return new PricedLine(
                line.quantity(),
                line.netPrice(),
                line.allowance().setScale(scale, RoundingMode.DOWN),
                line.treatment());
    }

    private static InvoiceLine invoiceLine(PricedLine line, Terms terms) {
        return InvoiceLine.priced(
                        "line", line.quantity(), "C62", Amount.of(line.netPrice(), terms.currency()), terms.lines())
                .with(AllowanceCharge.allowance(Amount.of(line.allowance(), terms.currency())))
                .taxed(line.treatment());
    }

    private static void assertSame(InvoiceSum sum, InvoiceDraft draft) {
        assertThat(sum.withoutTax()).isEqualTo(draft.totals().withoutTax());
        assertThat(sum.tax()).isEqualTo(draft.totals().tax());
        assertThat(sum.withTax()).isEqualTo(draft.totals().withTax());
        assertThat(sum.subtotals())
                .isEqualTo(draft.taxes().subtotals().stream()
                        .map(InvoiceSumsPropertyTest::withoutReasons)
                        .sorted(Comparator.comparing(InvoiceSumsPropertyTest::place))
                        .toList());
    }

    /** Drafts have subtotals in the order in which their lines name them. */
    private static int place(TaxSum sum) {
        return TREATMENTS.stream().map(TaxTreatment::withoutReason).toList().indexOf(sum.treatment());
    }

    private static TaxSum withoutReasons(TaxSubtotal subtotal) {
        return new TaxSum(subtotal.treatment(), subtotal.taxable(), subtotal.tax());
    }

    @Property
    void columnsAreObjects(
            @ForAll("terms") Terms terms,
            @ForAll("rows") @Size(min = 1, max = 12) List<Row> rows,
            @ForAll @IntRange(max = 18) int quantityScale,
            @ForAll @IntRange(max = 18) int priceScale,
            @ForAll @IntRange(min = 1, max = 4) int perDocument) {
        InvoiceSums sums = terms.sums();
        InvoiceBatch batch = batch(rows, quantityScale, priceScale, perDocument);
        var objects = new ArrayList<InvoiceSum>();
        for (int document = 0; document < batch.end(); document++) {
            List<PricedLine> lines =
                    rows.subList(document * perDocument, Math.min(rows.size(), (document + 1) * perDocument)).stream()
                            .map(row -> line(row, quantityScale, priceScale, terms))
                            .toList();
            objects.add(sums.sum(lines));
        }
        SumColumns columns;
        try {
            columns = sums.columns(batch);
        } catch (InexactResultException e) {
            assertThat(e.code()).isEqualTo("result.long");
            assertThat(objects).anyMatch(sum -> !fits(sum, terms));
            return;
        }
        assertThat(objects).allMatch(sum -> fits(sum, terms));
        for (int document = 0; document < batch.end(); document++) {
            assertSame(columns, document, objects.get(document), terms);
        }
    }

    private static InvoiceBatch batch(List<Row> rows, int quantityScale, int priceScale, int perDocument) {
        int documents = (rows.size() + perDocument - 1) / perDocument;
        var ends = new int[documents];
        for (int i = 0; i < documents; i++) {
            ends[i] = Math.min(rows.size(), (i + 1) * perDocument);
        }
        return InvoiceBatch.of(
                ends,
                rows.stream().mapToLong(Row::quantity).toArray(),
                quantityScale,
                rows.stream().mapToLong(Row::price).toArray(),
                priceScale,
                rows.stream().mapToLong(Row::allowance).toArray(),
                rows.stream().mapToInt(Row::treatment).toArray());
    }

    private static PricedLine line(Row row, int quantityScale, int priceScale, Terms terms) {
        return new PricedLine(
                BigDecimal.valueOf(row.quantity(), quantityScale),
                BigDecimal.valueOf(row.price(), priceScale),
                BigDecimal.valueOf(
                        row.allowance(), Rounding.toMinorUnit(terms.currency()).scale()),
                TREATMENTS.get(row.treatment()));
    }

    private static boolean fits(InvoiceSum sum, Terms terms) {
        int scale = Rounding.toMinorUnit(terms.currency()).scale();
        Stream<Amount> parts = sum.subtotals().stream().flatMap(tax -> Stream.of(tax.taxable(), tax.tax()));
        return Stream.concat(parts, Stream.of(sum.withoutTax(), sum.tax(), sum.withTax()))
                .allMatch(amount ->
                        amount.toBigDecimal().setScale(scale).unscaledValue().bitLength() < Long.SIZE);
    }

    private static void assertSame(SumColumns columns, int document, InvoiceSum sum, Terms terms) {
        assertThat(amount(columns, columns.withoutTax(document), terms)).isEqualTo(sum.withoutTax());
        assertThat(amount(columns, columns.tax(document), terms)).isEqualTo(sum.tax());
        assertThat(amount(columns, columns.withTax(document), terms)).isEqualTo(sum.withTax());
        var subtotals = new ArrayList<TaxSum>();
        for (int i = columns.firstSubtotal(document); i < columns.endOfSubtotals(document); i++) {
            subtotals.add(new TaxSum(
                    TREATMENTS.get(columns.subtotalTreatment(i)).withoutReason(),
                    amount(columns, columns.subtotalTaxable(i), terms),
                    amount(columns, columns.subtotalTax(i), terms)));
        }
        assertThat(subtotals).isEqualTo(sum.subtotals());
    }

    private static Amount amount(SumColumns columns, long unscaled, Terms terms) {
        return Amount.of(BigDecimal.valueOf(unscaled, columns.scale()), terms.currency());
    }

    @Property
    void piecesAreTheWhole(
            @ForAll("terms") Terms terms,
            @ForAll("smallRows") @Size(min = 1, max = 30) List<Row> rows,
            @ForAll @IntRange(min = 1, max = 4) int perDocument,
            @ForAll @IntRange(max = 30) int cut) {
        InvoiceSums sums = terms.sums();
        InvoiceBatch batch = batch(rows, 3, 4, perDocument);
        int middle = Math.min(cut, batch.end());
        SumColumns whole = sums.columns(batch);
        assertSameDocuments(sums.columns(batch.documents(0, middle)), whole);
        assertSameDocuments(sums.columns(batch.documents(middle, batch.end())), whole);
    }

    private static void assertSameDocuments(SumColumns piece, SumColumns whole) {
        for (int document = piece.start(); document < piece.end(); document++) {
            int shift = whole.firstSubtotal(document) - piece.firstSubtotal(document);
            assertThat(piece.endOfSubtotals(document) + shift).isEqualTo(whole.endOfSubtotals(document));
            for (int i = piece.firstSubtotal(document); i < piece.endOfSubtotals(document); i++) {
                assertThat(piece.subtotalTreatment(i)).isEqualTo(whole.subtotalTreatment(i + shift));
                assertThat(piece.subtotalTaxable(i)).isEqualTo(whole.subtotalTaxable(i + shift));
                assertThat(piece.subtotalTax(i)).isEqualTo(whole.subtotalTax(i + shift));
            }
        }
    }

    @Provide
    Arbitrary<Terms> terms() {
        Arbitrary<RoundingMode> modes =
                Arbitraries.of(RoundingMode.class).filter(mode -> mode != RoundingMode.UNNECESSARY);
        Arbitrary<CurrencyUnit> currencies =
                Arbitraries.of("EUR", "EUR", "JPY", "KWD").map(Monetary::getCurrency);
        return Combinators.combine(
                        currencies, modes, modes, Arbitraries.integers().between(0, 1))
                .as((currency, lines, taxes, coarser) -> {
                    int scale = Rounding.toMinorUnit(currency).scale();
                    return new Terms(
                            currency,
                            Rounding.of(Math.max(0, scale - coarser), lines),
                            Rounding.of(Math.max(0, scale - coarser), taxes));
                });
    }

    @Provide
    Arbitrary<List<PricedLine>> lines() {
        Arbitrary<BigDecimal> quantities = Arbitraries.oneOf(
                decimals(-20_000, 20_000, 3),
                decimals(-20_000, 20_000, 0),
                decimals(Long.MIN_VALUE, Long.MAX_VALUE, 2),
                decimals(-1_000, 1_000, -6));
        Arbitrary<BigDecimal> prices = Arbitraries.oneOf(
                decimals(0, 5_000_000, 4), decimals(0, 500, 2), decimals(0, Long.MAX_VALUE, 6), decimals(0, 999, 18));
        Arbitrary<BigDecimal> allowances = Arbitraries.oneOf(
                Arbitraries.just(BigDecimal.ZERO), decimals(-500, 10_000, 2), decimals(0, Long.MAX_VALUE, 0));
        // the draft refuses taxes of more than 38 digits
        Arbitrary<TaxTreatment> treatments = Arbitraries.of(TREATMENTS)
                .filter(treatment -> treatment.rateOrZero().percent().precision() < 20)
                .flatMap(treatment -> Arbitraries.of(
                        treatment,
                        treatment.withoutReason(),
                        treatment.category().refusesReason() ? treatment : treatment.because("another reason")));
        return Combinators.combine(quantities, prices, allowances, treatments)
                .as(PricedLine::new)
                .list();
    }

    private static Arbitrary<BigDecimal> decimals(long min, long max, int scale) {
        return Arbitraries.longs().between(min, max).map(number -> BigDecimal.valueOf(number, scale));
    }

    @Provide
    Arbitrary<List<Row>> rows() {
        Arbitrary<Long> quantities =
                Arbitraries.oneOf(Arbitraries.longs(), Arbitraries.longs().between(-20_000, 20_000));
        Arbitrary<Long> prices = Arbitraries.oneOf(
                Arbitraries.longs().between(0, Long.MAX_VALUE),
                Arbitraries.longs().between(0, 5_000_000));
        Arbitrary<Long> allowances =
                Arbitraries.oneOf(Arbitraries.just(0L), Arbitraries.longs().between(-500, 10_000), Arbitraries.longs());
        return Combinators.combine(
                        quantities, prices, allowances, Arbitraries.integers().between(0, TREATMENTS.size() - 1))
                .as(Row::new)
                .list();
    }

    @Provide
    Arbitrary<List<Row>> smallRows() {
        return Combinators.combine(
                        Arbitraries.longs().between(-20_000, 20_000),
                        Arbitraries.longs().between(0, 5_000_000),
                        Arbitraries.longs().between(0, 10_000),
                        Arbitraries.integers().between(0, 4))
                .as(Row::new)
                .list();
    }
}
