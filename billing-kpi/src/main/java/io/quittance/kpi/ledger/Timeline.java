package io.quittance.kpi.ledger;

import io.quittance.core.money.Amount;
import io.quittance.core.schedule.ServicePeriod;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import javax.money.CurrencyUnit;

/** An amount and a number that change from day to day. What they are on a day costs one look-up, however long the history. */
final class Timeline {

    /** The amount and the number. */
    record Standing(Amount amount, long count) {
        Standing plus(Standing other) {
            return new Standing(amount.add(other.amount), count + other.count);
        }

        Standing minus(Standing other) {
            return new Standing(amount.subtract(other.amount), count - other.count);
        }
    }

    private final Standing nothing;
    private final NavigableMap<LocalDate, Standing> standings;

    private Timeline(Standing nothing, NavigableMap<LocalDate, Standing> standings) {
        this.nothing = nothing;
        this.standings = standings;
    }

    /** At the end of that day. */
    Standing at(LocalDate day) {
        Map.Entry<LocalDate, Standing> last = standings.floorEntry(day);
        return last == null ? nothing : last.getValue();
    }

    /** What changed on the days of the period. */
    Standing within(ServicePeriod period) {
        return at(period.lastDay()).minus(at(period.start().minusDays(1)));
    }

    /** Collects changes in any order. */
    static final class Builder {
        private final Standing nothing;
        private final NavigableMap<LocalDate, Standing> changes = new TreeMap<>();

        Builder(CurrencyUnit currency) {
            nothing = new Standing(Amount.zero(currency), 0);
        }

        void add(LocalDate day, Amount amount, long count) {
            changes.merge(day, new Standing(amount, count), Standing::plus);
        }

        void addCount(LocalDate day, long count) {
            add(day, nothing.amount(), count);
        }

        Timeline build() {
            var standings = new TreeMap<LocalDate, Standing>();
            Standing now = nothing;
            for (Map.Entry<LocalDate, Standing> change : changes.entrySet()) {
                now = now.plus(change.getValue());
                standings.put(change.getKey(), now);
            }
            return new Timeline(nothing, standings);
        }
    }
}
