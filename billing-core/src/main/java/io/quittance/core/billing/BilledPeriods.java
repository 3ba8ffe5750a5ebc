package io.quittance.core.billing;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.PersistentMap;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The history of one contract's bill runs, kept in memory: {@code history.after(run)} is the history with one more run. It shares
 * all that did not change with the history before, and takes time in the logarithm of its periods.
 */
public final class BilledPeriods implements BillingHistory, Serializable {
    private static final long serialVersionUID = 1L;
    private static final BilledPeriods NONE = new BilledPeriods(BillingMark.NONE, PersistentMap.empty());

    private final transient BillingMark mark;
    private final transient PersistentMap<Key, BilledPeriod> periods;

    private record Key(String cycle, long number) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::cycle).thenComparingLong(Key::number);

        static Key of(BilledPeriod period) {
            return new Key(period.cycle(), period.number());
        }

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private BilledPeriods(BillingMark mark, PersistentMap<Key, BilledPeriod> periods) {
        this.mark = mark;
        this.periods = periods;
    }

    /** Nothing was billed yet. */
    public static BilledPeriods none() {
        return NONE;
    }

    /** The history with what a run billed and corrected. */
    public BilledPeriods after(BillRun run) {
        BilledPeriods more = new BilledPeriods(run.mark(), periods);
        for (BilledPeriod period : run.periods()) {
            more = more.with(period);
        }
        return more;
    }

    /**
     * The same with one period put in the place of what was known of it: where a line was credited beside the bill runs, or a
     * host migrates what another system billed.
     */
    public BilledPeriods with(BilledPeriod period) {
        return new BilledPeriods(mark, periods.put(Key.of(requireNonNull(period, "period")), period));
    }

    @Override
    public BillingMark mark() {
        return mark;
    }

    @Override
    public Optional<BilledPeriod> period(String cycle, long number) {
        return Optional.ofNullable(periods.get(new Key(cycle, number)));
    }

    /** All periods, by cycle and number. */
    public List<BilledPeriod> periods() {
        var all = new ArrayList<BilledPeriod>();
        periods.forEach(all::add);
        return List.copyOf(all);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BilledPeriods that
                && mark.equals(that.mark)
                && periods().equals(that.periods());
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

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("a history is read through its proxy");
    }

    private Object writeReplace() {
        return new Proxy(mark, periods());
    }

    /** The serial form. */
    private record Proxy(BillingMark mark, List<BilledPeriod> periods) implements Serializable {
        private Object readResolve() {
            BilledPeriods all = new BilledPeriods(mark, PersistentMap.empty());
            for (BilledPeriod period : periods) {
                all = all.with(period);
            }
            return all;
        }
    }
}
