package io.quittance.core.invoice;

import io.quittance.core.explain.Explanation;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.tax.TaxBreakdown;
import io.quittance.core.tax.TaxSubtotal;
import io.quittance.core.tax.TaxTreatment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The tax of a credit note: what all that is credited would bear as an invoice of its own, less what the notes before have given
 * back of it. It is never less than nothing nor more than is left of the invoice's, and what is left when a treatment has nothing
 * else to credit.
 */
final class CreditTaxes {
    private final CreditedSoFar before;
    private final CreditFigures figures;
    private final InvoiceDraft invoice;

    CreditTaxes(CreditedSoFar before, CreditFigures figures) {
        this.before = before;
        this.figures = figures;
        invoice = before.draft();
    }

    List<TaxSubtotal> subtotals() {
        Function<TaxTreatment, Amount> borne = borne();
        var subtotals = new ArrayList<TaxSubtotal>();
        TaxBreakdown own = TaxBreakdown.on(figures.ofNote(), before.currency(), invoice.taxPolicy());
        for (TaxSubtotal subtotal : own.subtotals()) {
            TaxSubtotal invoiced = of(invoice.taxes(), subtotal.treatment());
            requireWithin(subtotal, invoiced);
            subtotals.add(credited(subtotal, borne.apply(subtotal.treatment()), invoiced));
        }
        return subtotals;
    }

    /** What all that is credited bears: the difference of its prices with tax and without, where that was the tax of the invoice. */
    private Function<TaxTreatment, Amount> borne() {
        if (invoice.pricesIncludeTax() && !invoice.taxPolicy().isRateOfBase()) {
            Map<TaxTreatment, Amount> within = figures.within();
            return treatment -> within.getOrDefault(treatment, before.zero());
        }
        TaxBreakdown all = TaxBreakdown.on(figures.all(), before.currency(), invoice.taxPolicy());
        return treatment -> of(all, treatment).tax();
    }

    private static TaxSubtotal of(TaxBreakdown taxes, TaxTreatment treatment) {
        return taxes.subtotals().stream()
                .filter(subtotal -> subtotal.treatment().equals(treatment))
                .findFirst()
                .orElseThrow();
    }

    private void requireWithin(TaxSubtotal subtotal, TaxSubtotal invoiced) {
        Amount credited = before.taxable(subtotal.treatment());
        Require.that(
                CreditedSoFar.isWithin(credited.add(subtotal.taxable()), invoiced.taxable()),
                "credit.exceeded",
                "credit at " + subtotal.treatment(),
                "must leave what is taxed so between nothing and the invoice; left are "
                        + invoiced.taxable().subtract(credited),
                subtotal.taxable());
    }

    private TaxSubtotal credited(TaxSubtotal own, Amount all, TaxSubtotal invoiced) {
        TaxTreatment treatment = own.treatment();
        Amount credited = before.tax(treatment);
        Amount borne = figures.isComplete(treatment) ? invoiced.tax() : all;
        Amount tax =
                CreditedSoFar.clamped(borne.subtract(credited), invoiced.tax().subtract(credited));
        var reason = Explanation.of(
                "tax.credited",
                "{0} of {1}: {2}; all that is credited bears {3}, the notes before have {4}",
                treatment,
                own.taxable().toFraction(),
                tax.toFraction(),
                credited.add(tax).toFraction(),
                credited.toFraction());
        return new TaxSubtotal(treatment, own.taxable(), tax, own.reasonCodes(), own.reasons(), List.of(reason));
    }
}
