package io.quittance.core.billing;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.rating.BilledBefore;
import io.quittance.core.schedule.ServicePeriod;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was billed for one period of a cycle, and what that left for the next one. A host stores it under its cycle and number
 * and gives it back through {@link BillingHistory}.
 */
public final class BilledPeriod implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String cycle;
    private final long number;
    private final ServicePeriod period;
    private final boolean closed;

    @SuppressWarnings("serial") // a copy made by List.copyOf, which is serialisable
    private final List<BilledLine> lines;

    private final BilledBefore before;
    private final BilledBefore after;

    private BilledPeriod(
            String cycle,
            long number,
            ServicePeriod period,
            boolean closed,
            List<BilledLine> lines,
            BilledBefore before,
            BilledBefore after) {
        this.cycle = Require.id(cycle, "cycle");
        this.number = number;
        this.period = requireNonNull(period, "period");
        this.closed = closed;
        this.lines = List.copyOf(lines);
        this.before = requireNonNull(before, "before");
        this.after = requireNonNull(after, "after");
    }

    /**
     * What was billed for a period.
     *
     * @param cycle the name of its cycle, as a run gave it
     * @param number of the period within its cycle
     * @param period the days of the period that belong to the contract
     * @param closed whether all that is due for it was billed
     * @param lines what was billed
     * @param before what earlier periods left for it
     * @param after what it left for the next one
     */
    public static BilledPeriod of(
            String cycle,
            long number,
            ServicePeriod period,
            boolean closed,
            List<BilledLine> lines,
            BilledBefore before,
            BilledBefore after) {
        return new BilledPeriod(cycle, number, period, closed, lines, before, after);
    }

    /** The name of its cycle. */
    public String cycle() {
        return cycle;
    }

    /** Whether it is of what is counted over the whole term, such as milestones, to which each billing day adds. */
    public boolean isOverTerm() {
        return CycleKey.isOverTerm(cycle);
    }

    /** Its number within the cycle. */
    public long number() {
        return number;
    }

    /** The days of it that belong to the contract. */
    public ServicePeriod period() {
        return period;
    }

    /** Whether all that is due for it was billed; until then each run looks at it again. */
    public boolean isClosed() {
        return closed;
    }

    /** What was billed, after all corrections. */
    public List<BilledLine> lines() {
        return lines;
    }

    /** What earlier periods left for it: what they used up of discounts and commitments. */
    public BilledBefore before() {
        return before;
    }

    /** What it left for the next period. */
    public BilledBefore after() {
        return after;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BilledPeriod that
                && cycle.equals(that.cycle)
                && number == that.number
                && period.equals(that.period)
                && closed == that.closed
                && lines.equals(that.lines)
                && before.equals(that.before)
                && after.equals(that.after);
    }

    @Override
    public int hashCode() {
        return Objects.hash(cycle, number, lines);
    }

    /** For example {@code [2026-01-01, 2026-02-01), closed: [platform [2026-01-01, 2026-02-01): EUR 499.00]}. */
    @Override
    public String toString() {
        return period + (closed ? ", closed: " : ", open: ") + lines;
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new BilledPeriod(cycle, number, period, closed, lines, before, after);
    }
}
