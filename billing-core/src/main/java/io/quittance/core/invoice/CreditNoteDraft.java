package io.quittance.core.invoice;

import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.explain.Explanation;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.tax.TaxSubtotal;
import io.quittance.core.tax.TaxedAmount;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Puts a credit note together. */
final class CreditNoteDraft {
    /** UN/ECE Recommendation 20: one. */
    private static final String ONE = "C62";

    private final CreditedSoFar before;
    private final Map<Integer, CreditedPart> parts;
    private final InvoiceDraft invoice;
    private final CreditFigures figures;

    CreditNoteDraft(CreditedSoFar before, Map<Integer, CreditedPart> parts) {
        this.before = before;
        this.parts = parts;
        invoice = before.draft();
        figures = new CreditFigures(before, parts);
    }

    /** What a document charges or gives back, before rounding to coins and what was paid: with tax, where prices have it their sum. */
    static Amount total(InvoiceDraft draft) {
        if (!draft.pricesIncludeTax()) {
            return draft.totals().withTax();
        }
        Amount total = draft.allowanceCharges().stream()
                .map(AllowanceCharge::signed)
                .reduce(Amount.zero(draft.totals().due().getCurrency()), Amount::add);
        return draft.lines().stream()
                .filter(line -> line.status() == InvoiceLine.Status.DETAIL)
                .map(InvoiceLine::netAmount)
                .reduce(total, Amount::add);
    }

    InvoiceDraft build(Correction correction) {
        PrecedingInvoice corrected = PrecedingInvoice.of(before.invoice());
        var builder = InvoiceDraft.builder(invoice.customer(), before.currency())
                .type(InvoiceType.CREDIT_NOTE)
                .paymentTerms(PaymentTerms.net(0))
                .requirements(invoice.requirements())
                .taxPolicy(invoice.taxPolicy())
                .references(invoice.references().correcting(corrected))
                .correction(correction)
                .note(correction.note());
        if (invoice.pricesIncludeTax()) {
            builder.pricesIncludeTax();
        }
        invoice.period().ifPresent(builder::period);
        invoice.parties().ifPresent(builder::parties);
        invoice.delivery().ifPresent(builder::delivery);
        invoice.taxCurrency().ifPresent(builder::taxCurrency);
        parts.values().forEach(part -> builder.line(line(part)));
        for (int index : figures.allowances()) {
            AllowanceCharge whole = invoice.allowanceCharges().get(index);
            Amount part = figures.allowance(index);
            builder.allowanceCharge(
                    whole.inPart(whole.kind() == AllowanceCharge.Kind.ALLOWANCE ? part.negate() : part));
        }
        InvoiceDraft draft = builder.credited(credited(corrected)).build();
        requireSomething(draft);
        requireWithin(draft);
        return draft;
    }

    /** Refuses a note of nothing, unless it takes back what was given for nothing. */
    private void requireSomething(InvoiceDraft draft) {
        boolean isFree = parts.keySet().stream()
                .anyMatch(index -> invoice.lines().get(index).netAmount().signum() == 0);
        boolean hasAmount =
                draft.lines().stream().anyMatch(line -> line.netAmount().signum() != 0);
        Require.that(
                hasAmount || isFree || !draft.allowanceCharges().isEmpty(),
                "credit.nothing",
                "lines",
                "must give back something; of their amounts nothing is left, or not a whole unit is asked for",
                draft.totals().lines());
    }

    private Credited credited(PrecedingInvoice corrected) {
        List<TaxSubtotal> taxes = new CreditTaxes(before, figures).subtotals();
        Amount tax = taxes.stream().map(TaxSubtotal::tax).reduce(before.zero(), Amount::add);
        return new Credited(
                corrected,
                parts.values().stream().map(CreditedPart::line).toList(),
                figures.allowances(),
                invoice.pricesIncludeTax()
                        ? figures.ofNote().stream().map(TaxedAmount::amount).toList()
                        : List.of(),
                taxes,
                invoice.taxCurrency()
                        .map(other -> other.of(before.tax().add(tax)).subtract(before.inTaxCurrency(other)))
                        .orElse(null));
    }

    private void requireWithin(InvoiceDraft note) {
        InvoiceTotals invoiced = invoice.totals();
        InvoiceTotals given = note.totals();
        requireWithin("credit", total(note), total(invoice).subtract(before.total()));
        requireWithin(
                "credit without tax", given.withoutTax(), invoiced.withoutTax().subtract(before.withoutTax()));
        requireWithin("tax of the credit", given.tax(), invoiced.tax().subtract(before.tax()));
        requireSum(note, total(note).equals(total(invoice).subtract(before.total())));
    }

    /**
     * Where prices include the tax, refuses a part whose net and tax are farther from its prices than rounding goes: where lines that
     * give back are taxed like those that charge, no tax may be left of what is credited alone.
     */
    private void requireSum(InvoiceDraft note, boolean isRest) {
        Amount off = total(note).subtract(note.totals().withTax());
        int roundings = note.lines().size()
                + note.allowanceCharges().size()
                + note.taxes().subtotals().size();
        Amount most = Amount.ofMinor(roundings, before.currency());
        Require.that(
                isRest || off.abs().compareTo(most) <= 0,
                "credit.sum",
                "credit",
                "must be its net and its tax, rounding aside; credit lines together that are taxed alike",
                off);
    }

    private static void requireWithin(String name, Amount given, Amount left) {
        Require.that(
                given.signum() * left.signum() >= 0,
                "credit.negative",
                name,
                "must not be less than nothing; what is to be paid more is invoiced",
                given);
        Require.that(
                CreditedSoFar.isWithin(given, left),
                "credit.exceeded",
                name,
                "must not be more than is left of the invoice, " + left,
                given);
    }

    private InvoiceLine line(CreditedPart part) {
        InvoiceLine line = invoice.lines().get(part.line().index());
        BigDecimal quantity = part.line().quantity();
        Explanation reason = reason(part, line);
        if (quantity.compareTo(line.quantity()) == 0 && part.amount().equals(line.netAmount())) {
            return line.credited(line, line.allowanceCharges(), reason);
        }
        List<AllowanceCharge> allowances = allowances(part, line);
        Amount goods = part.amount();
        for (AllowanceCharge allowance : allowances) {
            goods = goods.subtract(allowance.signed());
        }
        return line.credited(shown(line, quantity, goods), allowances, reason);
    }

    /** What of the line's own allowances and charges belongs to its part. */
    private List<AllowanceCharge> allowances(CreditedPart part, InvoiceLine line) {
        Fraction share = line.netAmount().signum() == 0
                ? part.line().share()
                : part.amount().toFraction().dividedBy(line.netAmount().toFraction());
        var allowances = new ArrayList<AllowanceCharge>();
        for (AllowanceCharge whole : line.allowanceCharges()) {
            Fraction exact = whole.amount().toFraction().times(share);
            Amount rounded = exact.round(Rounding.toMinorUnit(before.currency()), before.currency());
            if (rounded.signum() != 0) {
                allowances.add(whole.inPart(rounded));
            }
        }
        return allowances;
    }

    /** The price of the invoice where quantity times price is the amount; else a price for all of the quantity, or for one piece. */
    private InvoiceLine shown(InvoiceLine line, BigDecimal quantity, Amount goods) {
        if (quantity.signum() == 0) {
            return InvoiceLine.billed(line.name(), Fraction.ONE, ONE, goods, List.of());
        }
        InvoiceLine priced = InvoiceLine.priced(
                line.name(), quantity, line.unit(), line.price(), Rounding.toMinorUnit(before.currency()));
        return priced.goods().equals(goods)
                ? priced
                : InvoiceLine.billed(line.name(), Fraction.of(quantity), line.unit(), goods, List.of());
    }

    private Explanation reason(CreditedPart part, InvoiceLine line) {
        int index = part.line().index();
        BigDecimal quantity = part.line().quantity();
        return quantity.signum() == 0
                ? Explanation.of(
                        "credit.amount",
                        "{0} of {1} credited, {2} before",
                        part.amount().toFraction(),
                        line.netAmount().toFraction(),
                        before.amount(index).toFraction())
                : Explanation.of(
                        "credit.quantity",
                        "{0} of {1} taken back, {2} before",
                        quantity,
                        line.quantity(),
                        before.quantity(index));
    }
}
