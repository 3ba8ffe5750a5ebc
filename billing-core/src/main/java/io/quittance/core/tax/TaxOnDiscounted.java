package io.quittance.core.tax;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import javax.money.CurrencyUnit;

/**
 * The tax of a document on what is left after a discount for paying early, whether it is taken or not: 1000.00 at 15 %, with 10 %
 * for paying early, bear 15 % of 900.00, which is 135.00, and come to 1135.00 (ar.md 4.7, mixed). The basis on the document stays
 * whole, so this is not what EN 16931 (BR-CO-17) wants.
 *
 * @param percent how much less is taxed: 0 to 100; 10 means 10 %
 * @param policy where the tax is rounded
 */
@SuppressWarnings("serial") // it can be serialised if the policy can
public record TaxOnDiscounted(BigDecimal percent, TaxPolicy policy) implements TaxPolicy, Serializable {
    private static final Fraction HUNDRED = Fraction.of(100);

    /** Checks the percentage; equal numbers are equal rules, 2 and 2.0. */
    public TaxOnDiscounted {
        percent = Require.plain(Require.percentage(percent, "percent"));
        requireNonNull(policy, "policy");
    }

    @Override
    public List<List<Amount>> round(List<List<Fraction>> exact, CurrencyUnit currency) {
        Fraction left = HUNDRED.minus(Fraction.of(percent)).dividedBy(HUNDRED);
        return policy.round(
                exact.stream()
                        .map(group -> group.stream().map(left::times).toList())
                        .toList(),
                currency);
    }
}
