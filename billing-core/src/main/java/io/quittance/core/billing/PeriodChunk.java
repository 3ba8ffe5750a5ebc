package io.quittance.core.billing;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Some periods of a cycle in the order of their numbers, and those before them; never changed. */
final class PeriodChunk implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int SIZE = 16;

    private final @Nullable PeriodChunk earlier;
    private final BilledPeriod[] periods;

    private PeriodChunk(@Nullable PeriodChunk earlier, BilledPeriod[] periods) {
        this.earlier = earlier;
        this.periods = periods;
    }

    static PeriodChunk of(BilledPeriod period) {
        return new PeriodChunk(null, new BilledPeriod[] {period});
    }

    private long first() {
        return periods[0].number();
    }

    Optional<BilledPeriod> period(long number) {
        PeriodChunk chunk = this;
        while (chunk.first() > number && chunk.earlier != null) {
            chunk = chunk.earlier;
        }
        int index = chunk.indexOf(number);
        return index >= 0 ? Optional.of(chunk.periods[index]) : Optional.empty();
    }

    /** As a binary search answers: {@code -(insertion point) - 1} where it is not there. */
    private int indexOf(long number) {
        int low = 0;
        int high = periods.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long found = periods[middle].number();
            if (found == number) {
                return middle;
            }
            if (found < number) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -(low + 1);
    }

    /** The same with this period, in the place of one of its number. */
    PeriodChunk with(BilledPeriod period) {
        List<PeriodChunk> later = new ArrayList<>();
        PeriodChunk chunk = this;
        while (chunk.first() > period.number() && chunk.earlier != null) {
            later.add(chunk);
            chunk = chunk.earlier;
        }
        PeriodChunk changed = chunk.put(period);
        for (int i = later.size() - 1; i >= 0; i--) {
            changed = new PeriodChunk(changed, later.get(i).periods);
        }
        return changed;
    }

    private PeriodChunk put(BilledPeriod period) {
        int index = indexOf(period.number());
        if (index >= 0) {
            BilledPeriod[] changed = periods.clone();
            changed[index] = period;
            return new PeriodChunk(earlier, changed);
        }
        int at = -index - 1;
        if (periods.length >= SIZE && at == periods.length) {
            return new PeriodChunk(this, new BilledPeriod[] {period});
        }
        BilledPeriod[] more = new BilledPeriod[periods.length + 1];
        System.arraycopy(periods, 0, more, 0, at);
        more[at] = period;
        System.arraycopy(periods, at, more, at + 1, periods.length - at);
        return new PeriodChunk(earlier, more);
    }

    private List<BilledPeriod> all() {
        var all = new ArrayList<BilledPeriod>();
        for (PeriodChunk chunk = this; chunk != null; chunk = chunk.earlier) {
            all.addAll(0, Arrays.asList(chunk.periods));
        }
        return all;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PeriodChunk that && all().equals(that.all());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(periods);
    }
}
