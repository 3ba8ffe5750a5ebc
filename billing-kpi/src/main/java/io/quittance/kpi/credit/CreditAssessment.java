package io.quittance.kpi.credit;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import io.quittance.kpi.KpiEvent;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How the risk of a customer was assessed when it was decided about, and whether the customer defaulted since. What a default is, is the host's definition: insolvency, or 60 days late.
 *
 * @param key unique among assessments
 * @param recordedAt when this state was recorded
 * @param customer whose risk it is
 * @param assessed when
 * @param score the risk as it was scored, more for a higher risk; negate it where more stands for a lower one
 * @param expected whether the class given means that a default is expected
 * @param defaulted when the customer first defaulted after it, not before {@code assessed}; null as long as it has not
 */
public record CreditAssessment(
        String key,
        Instant recordedAt,
        String customer,
        LocalDate assessed,
        Fraction score,
        boolean expected,
        @Nullable LocalDate defaulted)
        implements KpiEvent, Serializable {

    /** Checks the parts. */
    public CreditAssessment {
        Require.id(key, "key");
        requireNonNull(recordedAt, "recordedAt");
        Require.id(customer, "customer");
        Dates.inCalendar(assessed, "assessed");
        requireNonNull(score, "score");
        if (defaulted != null) {
            Dates.inCalendar(defaulted, "defaulted");
            Require.that(
                    !defaulted.isBefore(assessed),
                    "event.order",
                    "defaulted",
                    "must not be before " + assessed,
                    defaulted);
        }
    }

    /** As it is made. */
    public static CreditAssessment of(
            String key, String customer, LocalDate assessed, BigDecimal score, boolean expected, Instant recordedAt) {
        return new CreditAssessment(
                key, recordedAt, customer, assessed, Fraction.of(Require.number(score, "score")), expected, null);
    }

    /** The state in which the customer has defaulted. */
    public CreditAssessment defaulted(LocalDate day, Instant recorded) {
        return new CreditAssessment(key, recorded, customer, assessed, score, expected, requireNonNull(day, "day"));
    }

    /** The last day of its window. */
    LocalDate lastDay(int months) {
        return assessed.plusMonths(months);
    }

    /** Whether the customer defaulted within so many months. */
    boolean isDefault(int months) {
        return defaulted != null && !defaulted.isAfter(lastDay(months));
    }
}
