package io.quittance.core.tax;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import java.io.Serializable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A rate of tax in percent: 19 means 19 %. Equal numbers are equal rates. */
public final class TaxRate implements Serializable {
    private static final long serialVersionUID = 1L;

    private final BigDecimal percent;

    private TaxRate(BigDecimal percent) {
        this.percent = Require.notNegative(percent, "percent");
    }

    /**
     * A rate.
     *
     * @param percent zero or more; 19 means 19 %
     */
    public static TaxRate of(BigDecimal percent) {
        return new TaxRate(percent);
    }

    /** As {@link #of(BigDecimal)}, from text. */
    public static TaxRate of(String percent) {
        return of(Require.decimal(percent, "percent"));
    }

    /** In percent. */
    public BigDecimal percent() {
        return percent;
    }

    /** The tax on an amount without tax, exactly: 19 % of 100.00 is 19.00; whoever asks rounds. */
    public Fraction on(Fraction net) {
        return net.times(Fraction.of(percent)).dividedBy(Fraction.of(100));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TaxRate that && percent.compareTo(that.percent) == 0;
    }

    @Override
    public int hashCode() {
        return percent.stripTrailingZeros().hashCode();
    }

    /** For example {@code 19%}. */
    @Override
    public String toString() {
        return percent.toPlainString() + "%";
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return of(percent);
    }
}
