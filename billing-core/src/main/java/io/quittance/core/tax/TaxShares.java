package io.quittance.core.tax;

import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.money.CurrencyUnit;

/**
 * What of a rounded tax each amount bears: as much of its exact tax as is a whole number of units below it, and the units that
 * are left over one each to the largest remainders, earlier ones first. Unlike {@link io.quittance.core.money.Apportionment} it
 * takes parts of both signs: invoices give back and charge in one group.
 */
final class TaxShares {
    private TaxShares() {}

    static Fraction sum(List<Fraction> parts) {
        return parts.stream().reduce(Fraction.ZERO, Fraction::plus);
    }

    /** Parts that add up to the sum of the exact ones, rounded. */
    static List<Amount> of(List<Fraction> exact, Rounding rounding, CurrencyUnit currency) {
        return of(sum(exact).round(rounding), exact, rounding.scale(), currency);
    }

    /**
     * Parts that add up to a total.
     *
     * @param total less than a unit away from the sum of the exact parts
     */
    static List<Amount> of(BigDecimal total, List<Fraction> exact, int scale, CurrencyUnit currency) {
        Rounding down = Rounding.of(scale, RoundingMode.FLOOR);
        var parts = new BigDecimal[exact.size()];
        var order = new ArrayList<Integer>();
        BigDecimal left = total;
        for (int i = 0; i < parts.length; i++) {
            parts[i] = exact.get(i).round(down);
            left = left.subtract(parts[i]);
            order.add(i);
        }
        order.sort(Comparator.comparing(i -> Fraction.of(parts[i]).minus(exact.get(i))));
        BigDecimal unit = BigDecimal.ONE.movePointLeft(scale);
        for (int i = 0; left.signum() > 0; i++) {
            parts[order.get(i)] = parts[order.get(i)].add(unit);
            left = left.subtract(unit);
        }
        var shares = new ArrayList<Amount>();
        for (BigDecimal part : parts) {
            shares.add(Amount.of(part, currency));
        }
        return shares;
    }
}
