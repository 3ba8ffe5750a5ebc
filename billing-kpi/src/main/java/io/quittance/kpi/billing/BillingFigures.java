package io.quittance.kpi.billing;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.KpiItem;
import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the KPIs of billing are computed from. Give what you have: a KPI without its figures is undefined and names them. */
public final class BillingFigures implements Serializable {
    private static final long serialVersionUID = 1L;

    private final @Nullable ServicePeriod period;
    private final @Nullable Counted checked;
    private final @Nullable Counted sent;

    @SuppressWarnings("serial") // a copy made by List.copyOf, which is serialisable
    private final List<KpiItem> checkedItems;

    private BillingFigures(
            @Nullable ServicePeriod period,
            @Nullable Counted checked,
            @Nullable Counted sent,
            List<KpiItem> checkedItems) {
        this.period = period;
        this.checked = checked;
        this.sent = sent;
        this.checkedItems = List.copyOf(checkedItems);
        Require.that(
                this.checkedItems.isEmpty() || (checked != null && checked.whole() == this.checkedItems.size()),
                "checked.items",
                "checkedItems",
                "must be those that were checked",
                this.checkedItems.size());
    }

    /** Nothing yet. */
    public static BillingFigures empty() {
        return new BillingFigures(null, null, null, List.of());
    }

    /**
     * How many of all.
     *
     * @param part from 0 to {@code whole}
     * @param whole 0 or more
     */
    public record Counted(long part, long whole) implements Serializable {
        /** Checks that both can be. */
        public Counted {
            check(part, "part", whole, "whole");
        }

        private static Counted of(long part, String partName, long whole, String wholeName) {
            check(part, partName, whole, wholeName);
            return new Counted(part, whole);
        }

        private static void check(long part, String partName, long whole, String wholeName) {
            Require.that(whole >= 0, "number.negative", wholeName, "must not be negative", whole);
            Require.that(part >= 0 && part <= whole, "count.part", partName, "must be between 0 and " + whole, part);
        }
    }

    /** The same figures for this period. */
    public BillingFigures forPeriod(ServicePeriod newPeriod) {
        return new BillingFigures(requireNonNull(newPeriod, "newPeriod"), checked, sent, checkedItems);
    }

    /**
     * The same figures, with what a check of issued invoices found.
     *
     * @param wrong invoices that had, or need, a correction for an error; goodwill, returns and contract changes are none
     * @param invoices all invoices that were checked
     */
    public BillingFigures withChecked(long wrong, long invoices) {
        return new BillingFigures(period, Counted.of(wrong, "wrong", invoices, "invoices"), sent, List.of());
    }

    /**
     * As {@link #withChecked(long, long)}, by the names of the invoices, which become the items behind the result.
     *
     * @param wrong those that are wrong, each once
     * @param invoices all that were checked, each once, with those
     */
    public BillingFigures withChecked(Collection<String> wrong, Collection<String> invoices) {
        var all = new TreeSet<String>();
        for (String each : invoices) {
            Require.id(each, "invoices");
            Require.that(all.add(each), "checked.twice", "invoices", "must have each once", each);
        }
        var bad = new TreeSet<String>();
        for (String each : wrong) {
            Require.that(all.contains(each), "checked.wrong", "wrong", "must be among the invoices", each);
            Require.that(bad.add(each), "checked.twice", "wrong", "must have each once", each);
        }
        return new BillingFigures(
                period,
                new Counted(bad.size(), all.size()),
                sent,
                all.stream()
                        .map(each -> KpiItem.counted(each, bad.contains(each)))
                        .toList());
    }

    /**
     * The same figures, with what was sent on time.
     *
     * @param onTime invoices sent on or before the day on which they were due to be sent
     * @param dueToBeSent all invoices that were due to be sent, those that were not sent included
     */
    public BillingFigures withSent(long onTime, long dueToBeSent) {
        return new BillingFigures(
                period, checked, Counted.of(onTime, "onTime", dueToBeSent, "dueToBeSent"), checkedItems);
    }

    /** The period that the figures are about. */
    public Optional<ServicePeriod> period() {
        return Optional.ofNullable(period);
    }

    /** The wrong invoices of those that were checked. */
    public Optional<Counted> checked() {
        return Optional.ofNullable(checked);
    }

    /** The invoices that were checked, with 1 above the line for a wrong one; empty if only their numbers were given. */
    public List<KpiItem> checkedItems() {
        return checkedItems;
    }

    /** The invoices sent on time of those that were due to be sent. */
    public Optional<Counted> sent() {
        return Optional.ofNullable(sent);
    }

    private Object readResolve() {
        return new BillingFigures(period, checked, sent, checkedItems); // of records, checked as they were read
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BillingFigures that
                && Objects.equals(period, that.period)
                && Objects.equals(checked, that.checked)
                && Objects.equals(sent, that.sent)
                && checkedItems.equals(that.checkedItems);
    }

    @Override
    public int hashCode() {
        return Objects.hash(period, checked, sent);
    }

    @Override
    public String toString() {
        return "billing figures" + (period == null ? "" : " of " + period);
    }
}
