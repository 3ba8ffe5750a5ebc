package io.quittance.kpi.trend;

import static java.util.Objects.requireNonNull;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.internal.Require;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.KpiUnit;
import java.io.Serializable;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What management asks of a period: how much was billed, how much of it came in, what is owed, how old it is, how long it takes, and what has changed most. Values, exact; whoever shows it rounds and words it.
 *
 * @param period which one it is about
 * @param billingVolume an amount or a number of invoices
 * @param collectionRate in percent
 * @param outstanding receivables at the end of the period, an amount
 * @param overdue what of it is past due, in percent or as an amount
 * @param daysSalesOutstanding in days
 * @param aging of what is open at the end of the period
 * @param topChanges changes beyond their limits, the gravest first; empty if there is none
 */
public record ManagementSummary(
        ServicePeriod period,
        Figure billingVolume,
        Figure collectionRate,
        Figure outstanding,
        Figure overdue,
        Figure daysSalesOutstanding,
        AgingTable aging,
        List<ChangeFinding> topChanges)
        implements Serializable {

    /**
     * Checks that all is of the period, and figures and ages in one currency, and puts the changes in order. A change may be in another currency, as one of a {@linkplain Dimension#CURRENCY slice by currency} is.
     *
     * @throws IllegalArgumentException if a figure is of another period or counts something else, or a finding is about another period
     * @throws CurrencyMismatchException if amounts of figures and ages are in two currencies
     */
    public ManagementSummary {
        requireNonNull(period, "period");
        check(billingVolume, "billingVolume", period, EnumSet.of(KpiUnit.MONEY, KpiUnit.COUNT));
        check(collectionRate, "collectionRate", period, EnumSet.of(KpiUnit.PERCENT));
        check(outstanding, "outstanding", period, EnumSet.of(KpiUnit.MONEY));
        check(overdue, "overdue", period, EnumSet.of(KpiUnit.PERCENT, KpiUnit.MONEY));
        check(daysSalesOutstanding, "daysSalesOutstanding", period, EnumSet.of(KpiUnit.DAYS));
        String currency = requireNonNull(aging, "aging").currency();
        for (Figure figure : List.of(billingVolume, collectionRate, outstanding, overdue, daysSalesOutstanding)) {
            figure.series().currency().ifPresent(code -> requireCurrency(currency, code, "figures"));
        }
        topChanges = topChanges.stream().sorted(ChangeFinding.GRAVEST_FIRST).toList();
        for (ChangeFinding finding : topChanges) {
            Optional<ServicePeriod> found = finding.change().now().basis().period();
            Require.that(
                    found.filter(period::equals).isPresent(),
                    "trend.period",
                    "topChanges",
                    "must be of the period " + period,
                    found.map(Object::toString).orElse("none"));
        }
    }

    private static void check(Figure figure, String argument, ServicePeriod period, Set<KpiUnit> units) {
        Require.that(
                requireNonNull(figure, argument).period().equals(period),
                "trend.period",
                argument,
                "must be of the period " + period,
                figure.period());
        Require.that(
                units.contains(figure.definition().unit()),
                "trend.unit",
                argument,
                "must be in " + units,
                figure.definition().unit());
    }

    private static void requireCurrency(String expected, String actual, String argument) {
        if (!expected.equals(actual)) {
            throw new CurrencyMismatchException(argument, expected, actual);
        }
    }

    /** Starts the summary of a period. */
    public static Builder of(ServicePeriod period) {
        return new Builder(period);
    }

    /** The figures in the order of the components: billed, collected, owed, overdue, days. */
    public List<Figure> figures() {
        return List.of(billingVolume, collectionRate, outstanding, overdue, daysSalesOutstanding);
    }

    /** Collects a summary from series, each with a result of the period; not safe to share between threads. */
    public static final class Builder {
        private final ServicePeriod period;
        private @Nullable Figure billingVolume;
        private @Nullable Figure collectionRate;
        private @Nullable Figure outstanding;
        private @Nullable Figure overdue;
        private @Nullable Figure daysSalesOutstanding;
        private @Nullable AgingTable aging;
        private List<ChangeFinding> topChanges = List.of();

        private Builder(ServicePeriod period) {
            this.period = requireNonNull(period, "period");
        }

        /** Such as {@code billing.volume.net} by month. */
        public Builder billingVolume(KpiSeries series) {
            billingVolume = new Figure(series, period);
            return this;
        }

        /** Such as {@code collection-rate.period}. */
        public Builder collectionRate(KpiSeries series) {
            collectionRate = new Figure(series, period);
            return this;
        }

        /** Such as {@code receivables.outstanding.net}. */
        public Builder outstanding(KpiSeries series) {
            outstanding = new Figure(series, period);
            return this;
        }

        /** Such as {@code overdue.amount}. */
        public Builder overdue(KpiSeries series) {
            overdue = new Figure(series, period);
            return this;
        }

        /** Such as {@code dso.countback}. */
        public Builder daysSalesOutstanding(KpiSeries series) {
            daysSalesOutstanding = new Figure(series, period);
            return this;
        }

        /** What is open by age at the end of the period. */
        public Builder aging(AgingTable table) {
            aging = requireNonNull(table, "table");
            return this;
        }

        /** Findings of the period, of any KPIs, in any order. */
        public Builder topChanges(Collection<ChangeFinding> findings) {
            topChanges = List.copyOf(findings);
            return this;
        }

        /**
         * The summary.
         *
         * @throws IllegalArgumentException if one of the figures or the aging is not given; one that cannot be computed is given as a series without a value
         */
        public ManagementSummary build() {
            return new ManagementSummary(
                    period,
                    Require.present(billingVolume, "billingVolume"),
                    Require.present(collectionRate, "collectionRate"),
                    Require.present(outstanding, "outstanding"),
                    Require.present(overdue, "overdue"),
                    Require.present(daysSalesOutstanding, "daysSalesOutstanding"),
                    Require.present(aging, "aging"),
                    topChanges);
        }
    }
}
