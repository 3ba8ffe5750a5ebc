package io.quittance.core.revenue;

import static java.util.Objects.requireNonNull;

import io.quittance.core.explain.Explanation;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Earned unit by unit of those that are expected: prepaid calls, hours of a package, pieces delivered, also costs or hours of work as
 * an input (units are an output: IFRS 15.B15, ASC 606-10-55-17; costs and hours an input: B18, 55-20). Of 500.00 for 1,000 calls,
 * 150.00 are earned after 300. Never more than all is earned, and never less than nothing.
 *
 * <p>What is not used by the day on which the right ends is earned on that day (breakage whose likelihood is remote only then: IFRS
 * 15.B44–B47, ASC 606-10-55-46 to 55-49).
 *
 * <p>Where every unit is invoiced at its own price and no whole was promised, use {@link RightToInvoice}.
 *
 * @param expected units in all, more than zero
 * @param expiry the first day on which what is left can no longer be used; null if the right does not end
 */
public record ByUsage(BigDecimal expected, @Nullable LocalDate expiry) implements RecognitionRule, Serializable {
    private static final List<Clause> CLAUSES = List.of(new Clause("B15", "55-17"), new Clause("B18", "55-20"));
    private static final Clause BREAKAGE = new Clause("B44–B47", "55-46 to 55-49");

    /** Checks the numbers. */
    public ByUsage {
        expected = Require.plain(Require.positive(expected, "expected"));
        if (expiry != null) {
            Dates.inCalendar(expiry, "expiry");
        }
    }

    /** So many units, which can be used without end. */
    public static ByUsage of(BigDecimal expected) {
        return new ByUsage(expected, null);
    }

    /** As {@link #of(BigDecimal)}, from text. */
    public static ByUsage of(String expected) {
        return of(Require.decimal(expected, "expected"));
    }

    /** The same, where what is left is lost to the customer, and earned, on that day. */
    public ByUsage expiringOn(LocalDate firstDayAfter) {
        return new ByUsage(expected, requireNonNull(firstDayAfter, "expiry"));
    }

    /** As {@link #expiringOn(LocalDate)}, for an ISO date. */
    public ByUsage expiringOn(String firstDayAfter) {
        return expiringOn(Dates.parse(firstDayAfter, "expiry"));
    }

    @Override
    public Progress progress(Performance performance) {
        BigDecimal used = Require.plain(performance.quantity());
        if (expiry != null && !performance.day().isBefore(expiry)) {
            return new Progress(
                    Fraction.ONE,
                    Explanation.of(
                            "revenue.expired",
                            "{0} of {1} units used, and the right to the rest ended on {2}",
                            used,
                            expected,
                            expiry));
        }
        Fraction share = Fraction.of(used)
                .dividedBy(Fraction.of(expected))
                .max(Fraction.ZERO)
                .min(Fraction.ONE);
        return new Progress(share, Explanation.of("revenue.by-usage", "{0} of {1} units used", used, expected));
    }

    @Override
    public List<Clause> clauses() {
        if (expiry == null) {
            return CLAUSES;
        }
        var clauses = new ArrayList<>(CLAUSES);
        clauses.add(BREAKAGE);
        return List.copyOf(clauses);
    }

    /** Takes units only. */
    @Override
    public void check(PerformanceFact fact) {
        fact.require(PerformanceFact.Kind.UNITS, "where units are counted");
    }

    /** For example {@code by usage of 1000 units}. */
    @Override
    public String toString() {
        return "by usage of " + expected.toPlainString() + " units" + (expiry == null ? "" : " until " + expiry);
    }
}
