package io.quittance.core.tax;

import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.money.CurrencyUnit;

/**
 * Rounds once for the whole document: 0.005 at one rate and 0.005 at another are 0.01 together. The groups, and the lines of
 * each, bear their parts of it by the largest remainder.
 *
 * @param rounding half up in most countries; to the minor unit of the currency or coarser
 */
public record TaxOnTotal(Rounding rounding) implements TaxPolicy, Serializable {

    /** Checks that it is there. */
    public TaxOnTotal {
        Objects.requireNonNull(rounding, "rounding");
    }

    @Override
    public List<List<Amount>> round(List<List<Fraction>> exact, CurrencyUnit currency) {
        List<Amount> totals = TaxShares.of(exact.stream().map(TaxShares::sum).toList(), rounding, currency);
        var groups = new ArrayList<List<Amount>>();
        for (int i = 0; i < exact.size(); i++) {
            BigDecimal total = totals.get(i).toBigDecimal();
            groups.add(TaxShares.of(total, exact.get(i), rounding.scale(), currency));
        }
        return groups;
    }
}
