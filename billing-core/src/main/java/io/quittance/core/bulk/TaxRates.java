package io.quittance.core.bulk;

import io.quittance.core.internal.Require;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;

/** The tax of what is taxable, by the number of the treatment: amount × percent / 100, rounded once. */
final class TaxRates {
    /** Stands for a rate that does not fit: its product with any amount but 0 is too large as well. */
    private static final long HUGE = Long.MIN_VALUE;

    private final BigInteger[] largeRates;
    private final long[] rates;
    private final Rescaling[] rescalings;
    /**
     * @param percents by treatment
     * @param scale decimal places of the amounts
     * @param to decimal places to which taxes are rounded, no more than amounts have
     */
    TaxRates(List<BigDecimal> percents, int scale, int to, RoundingMode mode) {
        int count = percents.size();
        largeRates = new BigInteger[count];
        rates = new long[count];
        rescalings = new Rescaling[count];
        for (int i = 0; i < count; i++) {
            BigDecimal percent = Require.plain(percents.get(i));
            largeRates[i] = percent.unscaledValue();
            rates[i] = largeRates[i].bitLength() < Long.SIZE ? largeRates[i].longValue() : HUGE;
            rescalings[i] = new Rescaling(scale + percent.scale() + 2, to, scale, mode);
        }
    }

    /** How many treatments there are. */
    int count() {
        return rates.length;
    }

    /** The tax; {@link Rescaling#LARGE} where that may take more than a {@code long}. */
    @PerRow
    long tax(int treatment, long taxable) {
        return rescalings[treatment].product(taxable, rates[treatment]);
    }

    /** As {@link #tax(int, long)} for amounts of any size; refused as {@link Rescaling#apply(BigInteger)} says. */
    BigInteger tax(int treatment, BigInteger taxable) {
        return rescalings[treatment].apply(taxable.multiply(largeRates[treatment]));
    }
}
