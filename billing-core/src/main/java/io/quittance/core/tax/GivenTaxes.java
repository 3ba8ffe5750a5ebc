package io.quittance.core.tax;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.MinorUnits;
import io.quittance.core.money.Rounding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.money.CurrencyUnit;

/** The tax of amounts, whose subtotals somebody else has determined. */
final class GivenTaxes {
    private final List<TaxedAmount> amounts;
    private final List<TaxSubtotal> subtotals;
    private final CurrencyUnit currency;

    GivenTaxes(List<TaxedAmount> amounts, List<TaxSubtotal> subtotals, CurrencyUnit currency) {
        this.amounts = amounts;
        this.subtotals = subtotals;
        this.currency = currency;
    }

    TaxBreakdown breakdown() {
        Set<TaxTreatment> left = treatments();
        Amount total = Amount.zero(currency);
        List<Amount> taxes = new ArrayList<>(Collections.nCopies(amounts.size(), total));
        for (int i = 0; i < subtotals.size(); i++) {
            TaxSubtotal subtotal = subtotals.get(i);
            Require.that(
                    left.remove(subtotal.treatment().withoutReason()),
                    "tax.given",
                    "subtotals[" + i + "].treatment",
                    "must be one that an amount has, each once",
                    subtotal.treatment());
            spread(subtotal, "subtotals[" + i + "]", taxes);
            total = total.add(subtotal.tax());
        }
        Require.that(left.isEmpty(), "tax.given", "subtotals", "must have one for each treatment", left);
        return new TaxBreakdown(subtotals, taxes, total);
    }

    private Set<TaxTreatment> treatments() {
        var treatments = new HashSet<TaxTreatment>();
        amounts.forEach(amount -> amount.taxes().forEach(tax -> treatments.add(tax.withoutReason())));
        return treatments;
    }

    private void spread(TaxSubtotal subtotal, String name, List<Amount> taxes) {
        Amount given = MinorUnits.require(subtotal.tax(), currency, name + ".tax");
        Amount taxable = Amount.zero(currency);
        Fraction weight = Fraction.ZERO;
        var at = new ArrayList<Integer>();
        for (int i = 0; i < amounts.size(); i++) {
            if (isTaxed(amounts.get(i), subtotal.treatment())) {
                Amount amount = amounts.get(i).amount();
                taxable = taxable.add(amount);
                weight = weight.plus(amount.abs().toFraction());
                at.add(i);
            }
        }
        Require.that(
                taxable.equals(subtotal.taxable()),
                "tax.given",
                name + ".taxable",
                "must be what its amounts add up to, " + taxable,
                subtotal.taxable());
        List<Amount> shares =
                shares(given, taxable, weight, at, subtotal.treatment().rateOrZero());
        for (int i = 0; i < shares.size(); i++) {
            taxes.set(at.get(i), taxes.get(at.get(i)).add(shares.get(i)));
        }
    }

    private static boolean isTaxed(TaxedAmount amount, TaxTreatment treatment) {
        return amount.taxes().stream().anyMatch(tax -> tax.withoutReason().equals(treatment.withoutReason()));
    }

    /** Each amount bears its rate, and its part by size of what the given tax differs by. */
    private List<Amount> shares(Amount given, Amount taxable, Fraction weight, List<Integer> at, TaxRate rate) {
        Fraction difference = given.toFraction().minus(rate.on(taxable.toFraction()));
        Fraction even = Fraction.of(1, at.size());
        var exact = new ArrayList<Fraction>();
        for (int index : at) {
            Fraction amount = amounts.get(index).amount().toFraction();
            Fraction part = weight.signum() == 0
                    ? even
                    : amount.signum() < 0 ? amount.negated().dividedBy(weight) : amount.dividedBy(weight);
            exact.add(rate.on(amount).plus(difference.times(part)));
        }
        int scale = Rounding.toMinorUnit(currency).scale();
        return TaxShares.of(given.toBigDecimal(), exact, scale, currency);
    }
}
