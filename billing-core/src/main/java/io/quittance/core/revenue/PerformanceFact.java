package io.quittance.core.revenue;

import static java.util.Objects.requireNonNull;

import io.quittance.core.id.ObligationId;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A part of the performance: units used, a milestone reached, a delivery. What turns out not to have happened is taken back by another
 * fact, with a key of its own, from its day on: {@code PerformanceFact.reached("m-2", "project", "2026-03-09",
 * "design").takenBack()}.
 *
 * @param key what makes it unique within the contract, 1 to 200 characters
 * @param obligation what was performed
 * @param day when
 * @param kind what it tells
 * @param quantity units, below zero where they are taken back; else 1, or -1 where it is taken back
 * @param milestone the name of the milestone; null if it is none
 */
public record PerformanceFact(
        String key,
        ObligationId obligation,
        LocalDate day,
        Kind kind,
        BigDecimal quantity,
        @Nullable String milestone) implements RevenueFact {
    /** By day; of one day what is taken back comes last; then by key. */
    static final Comparator<PerformanceFact> ORDER = Comparator.comparing(PerformanceFact::day)
            .thenComparing(PerformanceFact::isTakenBack)
            .thenComparing(PerformanceFact::key);

    /** What a fact tells. */
    public enum Kind {
        /** So many units were used, produced or delivered, or so much was spent on it. */
        UNITS,
        /** A milestone was reached. */
        MILESTONE,
        /** The customer got control of all of it. */
        DELIVERY
    }

    /** Checks the parts. */
    public PerformanceFact {
        Require.id(key, "key");
        requireNonNull(obligation, "obligation");
        Dates.inCalendar(day, "day");
        requireNonNull(kind, "kind");
        quantity = Require.plain(Require.number(quantity, "quantity"));
        Require.that(
                kind == Kind.UNITS || quantity.abs().compareTo(BigDecimal.ONE) == 0,
                "performance.quantity",
                "quantity",
                "must be 1, or -1 where it is taken back",
                quantity.toPlainString());
        Require.that(
                (kind == Kind.MILESTONE) == (milestone != null),
                "performance.milestone",
                "milestone",
                "must be given for a milestone, and for nothing else",
                milestone);
        if (milestone != null) {
            Require.id(milestone, "milestone");
        }
    }

    /**
     * Units that were used, produced or delivered.
     *
     * @param quantity at most 18 decimal places; below zero where units are taken back
     */
    public static PerformanceFact used(String key, ObligationId obligation, LocalDate day, BigDecimal quantity) {
        return new PerformanceFact(key, obligation, day, Kind.UNITS, quantity, null);
    }

    /** As {@link #used(String, ObligationId, LocalDate, BigDecimal)}, from text. */
    public static PerformanceFact used(String key, String obligation, String day, String quantity) {
        return used(key, ObligationId.of(obligation), Dates.parse(day, "day"), Require.decimal(quantity, "quantity"));
    }

    /** A milestone that was reached. */
    public static PerformanceFact reached(String key, ObligationId obligation, LocalDate day, String milestone) {
        requireNonNull(milestone, "milestone");
        return new PerformanceFact(key, obligation, day, Kind.MILESTONE, BigDecimal.ONE, milestone);
    }

    /** As {@link #reached(String, ObligationId, LocalDate, String)}, from text. */
    public static PerformanceFact reached(String key, String obligation, String day, String milestone) {
        return reached(key, ObligationId.of(obligation), Dates.parse(day, "day"), milestone);
    }

    /** A delivery of all of it. */
    public static PerformanceFact delivered(String key, ObligationId obligation, LocalDate day) {
        return new PerformanceFact(key, obligation, day, Kind.DELIVERY, BigDecimal.ONE, null);
    }

    /** As {@link #delivered(String, ObligationId, LocalDate)}, from text. */
    public static PerformanceFact delivered(String key, String obligation, String day) {
        return delivered(key, ObligationId.of(obligation), Dates.parse(day, "day"));
    }

    /** The fact that tells the opposite: from its day on the units, the milestone or the delivery count no longer. */
    public PerformanceFact takenBack() {
        return new PerformanceFact(key, obligation, day, kind, quantity.negate(), milestone);
    }

    /** Whether it takes back. */
    public boolean isTakenBack() {
        return quantity.signum() < 0;
    }

    /** The name of the milestone, if it is one. */
    public Optional<String> name() {
        return Optional.ofNullable(milestone);
    }

    /** Refuses a fact of another kind than a rule counts. */
    void require(Kind counted, String where) {
        Require.that(kind == counted, "recognition.fact", "kind", "must be " + counted + " " + where, kind);
    }

    /** For example {@code u-1: UNITS 300 on 2026-01-15}. */
    @Override
    public String toString() {
        return key + ": " + kind + " " + (milestone == null ? "" : milestone + " ") + quantity.toPlainString() + " on "
                + day;
    }
}
