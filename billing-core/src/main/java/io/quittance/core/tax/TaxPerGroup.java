package io.quittance.core.tax;

import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import javax.money.CurrencyUnit;

/**
 * Rounds once for all amounts of a category and rate, as EN 16931 (BR-CO-17) and the tax laws of the European Union want it:
 * three lines of 0.10 at 19 % bear 0.06, not three times 0.02. What a line bears is its part of that, by the largest remainder.
 *
 * @param rounding half up in most countries; to the minor unit of the currency or coarser
 */
public record TaxPerGroup(Rounding rounding) implements TaxPolicy, Serializable {

    /** Checks that it is there. */
    public TaxPerGroup {
        Objects.requireNonNull(rounding, "rounding");
    }

    @Override
    public List<List<Amount>> round(List<List<Fraction>> exact, CurrencyUnit currency) {
        return exact.stream()
                .map(group -> TaxShares.of(group, rounding, currency))
                .toList();
    }

    /** True: BR-CO-17 of EN 16931 compares the tax of a group with its rate of what the document shows without tax. */
    @Override
    public boolean isRateOfBase() {
        return true;
    }
}
