package io.quittance.kpi.cash;

import static java.util.Objects.requireNonNull;

import io.quittance.kpi.EventFigures;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.Statistic;
import io.quittance.kpi.time.TimeMeasure;
import io.quittance.kpi.time.TimeStatistic;
import io.quittance.kpi.time.Turnaround;
import io.quittance.kpi.time.Turnarounds;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;

/**
 * How long the receipts have waited by the end of the day of the question of which something is neither applied nor gone back then, whenever they came in. Prepayments are left out ({@code
 * PREPAYMENT}): they wait for their invoices. On 31 March, money of 1 and 31 March has a mean age of 15 days.
 *
 * @param statistic what is said of the ages
 * @param measure days or business hours, and in which zone a day begins
 */
public record UnappliedReceiptAge(Statistic statistic, TimeMeasure measure)
        implements Kpi<EventFigures<Receipt>>, Serializable {

    /** Checks that both are there. */
    public UnappliedReceiptAge {
        requireNonNull(statistic, "statistic");
        requireNonNull(measure, "measure");
    }

    /** The sum over the number. */
    public static UnappliedReceiptAge mean(TimeMeasure measure) {
        return new UnappliedReceiptAge(Statistic.MEAN, measure);
    }

    /** The one in the middle. */
    public static UnappliedReceiptAge median(TimeMeasure measure) {
        return new UnappliedReceiptAge(Statistic.MEDIAN, measure);
    }

    /** What nine of ten do not exceed. */
    public static UnappliedReceiptAge p90(TimeMeasure measure) {
        return new UnappliedReceiptAge(Statistic.P90, measure);
    }

    /** The oldest. */
    public static UnappliedReceiptAge max(TimeMeasure measure) {
        return new UnappliedReceiptAge(Statistic.MAX, measure);
    }

    @Override
    public KpiDefinition definition() {
        return new TimeStatistic(statistic, measure)
                .definitionByUnit(
                        "cash-app.unapplied-age",
                        "Age of unapplied cash",
                        "from receipt to the day of the question, of the receipts not wholly applied then, without prepayments")
                .undefinedWhen("none waits (NO_RECEIPTS)");
    }

    /** In days or hours; undefined if nothing waits. */
    @Override
    public KpiResult compute(EventFigures<Receipt> figures) {
        KpiBasis.Builder basis = KpiBasis.of(definition()).period(figures.period());
        Instant end = Receipts.end(figures.asOf(), measure.zone());
        var things = new ArrayList<Turnaround>();
        for (Receipt receipt : figures.events()) {
            if (receipt.isWaitingAt(end)) {
                if (receipt.prepayment()) {
                    basis.exclusion("PREPAYMENT");
                } else {
                    things.add(new Turnaround(receipt.key(), receipt.received(), null));
                }
            }
        }
        return Turnarounds.of(things, measure, figures.asOf())
                .age(statistic, basis, "NO_RECEIPTS", "all that came in by the day of the question is applied");
    }

    @Override
    public int hashCode() {
        return 31 * id().hashCode() + measure.hashCode();
    }

    /** The id. */
    @Override
    public String toString() {
        return id();
    }
}
