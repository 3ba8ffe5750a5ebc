package io.quittance.core.tax;

import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import javax.money.CurrencyUnit;

/**
 * Rounds on every line, as sellers in the United States may choose to (Streamlined Sales and Use Tax Agreement, section 324)
 * and some national ledgers ask for: three lines of 0.10 at 19 % bear 0.02 each, 0.06 together; of 0.13, 0.02 each, where {@link
 * TaxPerGroup} takes 0.07. A document so rounded may break BR-CO-17 of EN 16931 by some cents.
 *
 * @param rounding half up in most countries; to the minor unit of the currency or coarser
 */
public record TaxPerLine(Rounding rounding) implements TaxPolicy, Serializable {

    /** Checks that it is there. */
    public TaxPerLine {
        Objects.requireNonNull(rounding, "rounding");
    }

    @Override
    public List<List<Amount>> round(List<List<Fraction>> exact, CurrencyUnit currency) {
        return exact.stream()
                .map(group ->
                        group.stream().map(tax -> tax.round(rounding, currency)).toList())
                .toList();
    }
}
