package io.quittance.kpi.scorecard;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.ServicePeriod;
import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a target starts from: the value of its KPI in a period that is over. It is stated, 45 days in the last quarter, or it is measured by the
 * same KPI when the target is judged, so that a figure of the past that was restated since is compared like with like.
 */
public final class Baseline implements Serializable {
    private static final long serialVersionUID = 1L;

    private final @Nullable Fraction value;
    private final ServicePeriod period;

    private Baseline(@Nullable Fraction value, ServicePeriod period) {
        this.value = value;
        this.period = requireNonNull(period, "period");
    }

    /** A value that was measured, exactly, and its period. */
    public static Baseline of(Fraction value, ServicePeriod period) {
        return new Baseline(requireNonNull(value, "value"), period);
    }

    /** A value as a decimal, such as {@code 45}, and its period. */
    public static Baseline of(String value, ServicePeriod period) {
        return of(Fraction.of(Require.decimal(value, "value")), period);
    }

    /** The value of the period, which the row is given beside the target. */
    public static Baseline measuredIn(ServicePeriod period) {
        return new Baseline(null, period);
    }

    /** The value, where it is stated. */
    public Optional<Fraction> value() {
        return Optional.ofNullable(value);
    }

    /** The period that the value is of. */
    public ServicePeriod period() {
        return period;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Baseline that && Objects.equals(value, that.value) && period.equals(that.period);
    }

    @Override
    public int hashCode() {
        return Objects.hash(value, period);
    }

    /** For example {@code 45 in [2026-01-01, 2026-04-01)}. */
    @Override
    public String toString() {
        return (value == null ? "" : value + " ") + "in " + period;
    }

    private Object readResolve() {
        return new Baseline(value, period);
    }
}
