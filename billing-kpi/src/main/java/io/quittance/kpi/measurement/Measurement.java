package io.quittance.kpi.measurement;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Currencies;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.KpiEvent;
import io.quittance.kpi.KpiUnit;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * A value that was measured and is recorded, such as the satisfaction of March, 90 % of 50 answers. A correction is the same key recorded again, later; an
 * {@link io.quittance.kpi.EventLog} of them keeps both.
 *
 * @param key names it; recording the same twice changes nothing
 * @param measure what was measured
 * @param value exactly, in the unit of the measure: 90 for 90 %
 * @param currency the code of the currency of an amount, three capital letters; null of anything else
 * @param period the days that it is about
 * @param source who measured it: a survey, a register, an auditor
 * @param sampleSize how many answers, items or persons it is of; 1 or more
 * @param scope what part of the whole it is about, such as a team or a vendor; null for the whole
 * @param recordedAt when it was recorded
 */
public record Measurement(
        String key,
        Measure measure,
        Fraction value,
        @Nullable String currency,
        ServicePeriod period,
        String source,
        long sampleSize,
        @Nullable String scope,
        Instant recordedAt)
        implements KpiEvent, Serializable {

    /** Checks that it can be. */
    public Measurement {
        Require.id(key, "key");
        requireNonNull(measure, "measure").checked(value);
        Require.that(
                (currency != null) == (measure.definition().unit() == KpiUnit.MONEY),
                "measurement.currency",
                "currency",
                "must be given of amounts and of nothing else, and " + measure.id() + " is in "
                        + measure.definition().unit(),
                currency);
        if (currency != null) {
            Currencies.of(currency, "currency");
        }
        requireNonNull(period, "period");
        Require.id(source, "source");
        Require.that(sampleSize >= 1, "number.not-positive", "sampleSize", "must be 1 or more", sampleSize);
        Require.optionalId(scope, "scope");
        requireNonNull(recordedAt, "recordedAt");
    }

    /** One of a number, of a sample of 1 and of the whole. */
    public static Measurement of(
            String key, Measure measure, BigDecimal value, ServicePeriod period, String source, Instant recordedAt) {
        return of(key, measure, Fraction.of(Require.number(value, "value")), period, source, recordedAt);
    }

    /** One of an exact fraction, such as 45 of 50 answers in percent, of a sample of 1 and of the whole. */
    public static Measurement of(
            String key, Measure measure, Fraction value, ServicePeriod period, String source, Instant recordedAt) {
        return new Measurement(key, measure, value, null, period, source, 1, null, recordedAt);
    }

    /** One of an amount, of a sample of 1 and of the whole. */
    public static Measurement of(
            String key,
            Measure measure,
            MonetaryAmount value,
            ServicePeriod period,
            String source,
            Instant recordedAt) {
        Amount amount = Amount.from(value);
        return new Measurement(
                key,
                measure,
                amount.toFraction(),
                amount.getCurrency().getCurrencyCode(),
                period,
                source,
                1,
                null,
                recordedAt);
    }

    /** The same, of so many answers, items or persons. */
    public Measurement ofSample(long newSampleSize) {
        return new Measurement(key, measure, value, currency, period, source, newSampleSize, scope, recordedAt);
    }

    /** The same, about that part of the whole. */
    public Measurement about(String newScope) {
        return new Measurement(
                key,
                measure,
                value,
                currency,
                period,
                source,
                sampleSize,
                requireNonNull(newScope, "newScope"),
                recordedAt);
    }
}
