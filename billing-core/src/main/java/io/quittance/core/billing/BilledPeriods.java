package io.quittance.core.billing;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The history of one contract's bill runs, kept in memory. A run's periods are added to it, which copies a few recent periods
 * and shares all others with the history before.
 */
public final class BilledPeriods implements BillingHistory, Serializable {
    private static final long serialVersionUID = 1L;
    private static final BilledPeriods NONE = new BilledPeriods(BillingMark.NONE, new TreeMap<>());

    private final BillingMark mark;

    @SuppressWarnings("serial") // a tree map that is never changed
    private final Map<String, PeriodChunk> cycles;

    private BilledPeriods(BillingMark mark, Map<String, PeriodChunk> cycles) {
        this.mark = mark;
        this.cycles = cycles;
    }

    /** Nothing was billed yet. */
    public static BilledPeriods none() {
        return NONE;
    }

    /** The history with what a run billed and corrected. */
    public BilledPeriods after(BillRun run) {
        var more = new TreeMap<>(cycles);
        for (BilledPeriod period : run.periods()) {
            more.merge(period.cycle(), PeriodChunk.of(period), (chunk, alone) -> chunk.with(period));
        }
        return new BilledPeriods(run.mark(), more);
    }

    /**
     * The same with one period put in the place of what was known of it: where a line was credited beside the bill runs, or a
     * host migrates what another system billed.
     */
    public BilledPeriods with(BilledPeriod period) {
        var more = new TreeMap<>(cycles);
        more.merge(requireNonNull(period, "period").cycle(), PeriodChunk.of(period), (chunk, alone) -> chunk.with(period));
        return new BilledPeriods(mark, more);
    }

    @Override
    public BillingMark mark() {
        return mark;
    }

    @Override
    public Optional<BilledPeriod> period(String cycle, long number) {
        PeriodChunk chunk = cycles.get(cycle);
        return chunk == null ? Optional.empty() : chunk.period(number);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BilledPeriods that && mark.equals(that.mark) && cycles.equals(that.cycles);
    }

    @Override
    public int hashCode() {
        return mark.hashCode();
    }

    /** For example {@code billed for 2026-03-01}. */
    @Override
    public String toString() {
        return mark.lastDate().map(date -> "billed for " + date).orElse("nothing billed");
    }
}
