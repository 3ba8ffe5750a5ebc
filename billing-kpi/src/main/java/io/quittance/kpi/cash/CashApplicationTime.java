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
import java.util.Optional;

/**
 * How long money waits until all of it is applied, from its receipt, of what was wholly applied in the period: in days of the calendar by {@link io.quittance.kpi.time.CalendarDays}, or in
 * hours by {@link io.quittance.kpi.time.BusinessHours}. What came in by the end of the period and still waits on the day of the question is told as left out ({@code STILL_OPEN}) and has an
 * age: {@link UnappliedReceiptAge}. Prepayments wait for their invoices and are left out ({@code PREPAYMENT}). What is undone later was applied when it first was. Receipts that took 1, 2 and 6
 * days have a mean of 3 and a median of 2.
 *
 * @param statistic what is said of the times
 * @param measure days or business hours, and in which zone a day begins
 */
public record CashApplicationTime(Statistic statistic, TimeMeasure measure)
        implements Kpi<EventFigures<Receipt>>, Serializable {

    /** Checks that both are there. */
    public CashApplicationTime {
        requireNonNull(statistic, "statistic");
        requireNonNull(measure, "measure");
    }

    /** The sum over the number. */
    public static CashApplicationTime mean(TimeMeasure measure) {
        return new CashApplicationTime(Statistic.MEAN, measure);
    }

    /** The one in the middle. */
    public static CashApplicationTime median(TimeMeasure measure) {
        return new CashApplicationTime(Statistic.MEDIAN, measure);
    }

    /** What nine of ten do not exceed. */
    public static CashApplicationTime p90(TimeMeasure measure) {
        return new CashApplicationTime(Statistic.P90, measure);
    }

    /** The longest. */
    public static CashApplicationTime max(TimeMeasure measure) {
        return new CashApplicationTime(Statistic.MAX, measure);
    }

    @Override
    public KpiDefinition definition() {
        return new TimeStatistic(statistic, measure)
                .definitionByUnit(
                        "cash-app.time",
                        "Time to apply cash",
                        "from receipt until all is applied, of the receipts wholly applied in the period, without prepayments")
                .undefinedWhen("none was applied (NO_RECEIPTS)")
                .definedBy("Billtrust, time to apply cash");
    }

    /** In days or hours; undefined if nothing was wholly applied in the period. */
    @Override
    public KpiResult compute(EventFigures<Receipt> figures) {
        KpiBasis.Builder basis = KpiBasis.of(definition()).period(figures.period());
        Instant end = Receipts.end(figures.asOf(), measure.zone());
        Instant periodEnd = figures.period().endIn(measure.zone());
        var things = new ArrayList<Turnaround>();
        for (Receipt receipt : figures.events()) {
            Optional<Instant> done = receipt.whollyAppliedBefore(end);
            boolean isOfPeriod = done.isPresent()
                    ? figures.period().contains(done.get(), measure.zone())
                    : receipt.received().isBefore(periodEnd) && receipt.isWaitingAt(end);
            if (isOfPeriod && receipt.prepayment()) {
                basis.exclusion("PREPAYMENT");
            } else if (isOfPeriod) {
                things.add(new Turnaround(receipt.key(), receipt.received(), done.orElse(null)));
            }
        }
        return Turnarounds.of(things, measure, figures.asOf())
                .time(statistic, basis, "NO_RECEIPTS", "no receipt was wholly applied in the period");
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
