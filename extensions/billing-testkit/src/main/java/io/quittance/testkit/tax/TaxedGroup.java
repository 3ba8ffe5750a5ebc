package io.quittance.testkit.tax;

import static java.util.Objects.requireNonNull;

import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.tax.TaxRate;
import java.util.List;

/**
 * Amounts of a document that are taxed alike.
 *
 * @param rate of the tax
 * @param amounts one at least, of any sign, in whole minor units
 * @param withTax whether the amounts include the tax
 */
public record TaxedGroup(TaxRate rate, List<Amount> amounts, boolean withTax) {

    /** Copies the amounts. */
    public TaxedGroup {
        requireNonNull(rate, "rate");
        amounts = List.copyOf(amounts);
    }

    /** The exact tax of each amount: 19 % of 100.00 are 19, within 119.00 too. */
    public List<Fraction> exact() {
        Fraction percent = Fraction.of(rate.percent());
        Fraction whole = Fraction.of(100).plus(withTax ? percent : Fraction.ZERO);
        return amounts.stream()
                .map(amount -> amount.toFraction().times(percent).dividedBy(whole))
                .toList();
    }

    /** For example {@code 19% of [EUR 0.10, EUR 0.10]}. */
    @Override
    public String toString() {
        return rate + (withTax ? " within " : " of ") + amounts;
    }
}
