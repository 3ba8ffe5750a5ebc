package io.quittance.kpi.scorecard;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Currencies;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.ServicePeriod;
import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * What a target starts from: the value of its KPI in a period that is over. It is stated, 45 days in the last quarter, or it is measured by the
 * same KPI when the target is judged, so that a figure of the past that was restated since is compared like with like.
 */
public final class Baseline implements Serializable {
    private static final long serialVersionUID = 1L;

    private final @Nullable Fraction value;
    private final @Nullable String currency;
    private final ServicePeriod period;

    private Baseline(@Nullable Fraction value, @Nullable String currency, ServicePeriod period) {
        this.value = value;
        this.currency =
                currency == null ? null : Currencies.of(currency, "currency").getCurrencyCode();
        this.period = requireNonNull(period, "period");
    }

    /** A value that was measured, exactly, and its period. */
    public static Baseline of(Fraction value, ServicePeriod period) {
        return new Baseline(requireNonNull(value, "value"), null, period);
    }

    /** A value as a decimal, such as {@code 45}, and its period. */
    public static Baseline of(String value, ServicePeriod period) {
        return of(Fraction.of(Require.decimal(value, "value")), period);
    }

    /** An amount that was measured, exactly, and its period; the target and its results are in its currency. */
    public static Baseline of(MonetaryAmount value, ServicePeriod period) {
        Amount amount = Amount.from(requireNonNull(value, "value"));
        return new Baseline(amount.toFraction(), amount.getCurrency().getCurrencyCode(), period);
    }

    /** The value of the period, which the row is given beside the target. */
    public static Baseline measuredIn(ServicePeriod period) {
        return new Baseline(null, null, period);
    }

    /** The value, where it is stated. */
    public Optional<Fraction> value() {
        return Optional.ofNullable(value);
    }

    /** The code of the currency, where the value is stated as an amount. */
    public Optional<String> currency() {
        return Optional.ofNullable(currency);
    }

    /** The period that the value is of. */
    public ServicePeriod period() {
        return period;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Baseline that
                && Objects.equals(value, that.value)
                && Objects.equals(currency, that.currency)
                && period.equals(that.period);
    }

    @Override
    public int hashCode() {
        return Objects.hash(value, currency, period);
    }

    /** For example {@code 45 in [2026-01-01, 2026-04-01)}. */
    @Override
    public String toString() {
        return (value == null ? "" : value + " ") + (currency == null ? "" : currency + " ") + "in " + period;
    }

    private Object readResolve() {
        return new Baseline(value, currency, period);
    }
}
