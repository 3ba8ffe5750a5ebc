package io.quittance.core.usage;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.PercentileMethod;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The quantity below which so many percent of the events lie: bandwidth is often billed by its 95th percentile. The 40th of
 * events of 15, 20, 35, 40 and 50 is 29, 26 or 20, depending on the {@link PercentileMethod}. No events are zero. Memory
 * grows with the number of different quantities.
 */
public final class Percentile implements UsageAggregation, Serializable {
    private static final long serialVersionUID = 1L;

    private final BigDecimal percent;
    private final PercentileMethod method;

    private Percentile(BigDecimal percent, PercentileMethod method) {
        this.percent = Require.percentage(percent, "percent");
        this.method = requireNonNull(method, "method");
    }

    /**
     * A percentile.
     *
     * @param percent 0 to 100: 95 asks for the 95th
     * @param method what to do where it falls between two events
     */
    public static Percentile of(BigDecimal percent, PercentileMethod method) {
        return new Percentile(percent, method);
    }

    /** As {@link #of(BigDecimal, PercentileMethod)}, from text such as {@code 95}. */
    public static Percentile of(String percent, PercentileMethod method) {
        return of(Require.decimal(percent, "percent"), method);
    }

    /** Which one, 0 to 100. */
    public BigDecimal percent() {
        return percent;
    }

    /** What happens where it falls between two events. */
    public PercentileMethod method() {
        return method;
    }

    @Override
    public Fraction aggregate(List<UsageEvent> events, UsageWindow window) {
        return events.isEmpty()
                ? Fraction.ZERO
                : method.percentile(
                        percent, () -> events.stream().map(UsageEvent::quantity).iterator());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Percentile that && percent.compareTo(that.percent) == 0 && method == that.method;
    }

    @Override
    public int hashCode() {
        return Objects.hash(percent.stripTrailingZeros(), method.name());
    }

    /** For example {@code percentile 95 by NEAREST_RANK}. */
    @Override
    public String toString() {
        return "percentile " + percent.toPlainString() + " by " + method;
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return of(percent, method);
    }
}
