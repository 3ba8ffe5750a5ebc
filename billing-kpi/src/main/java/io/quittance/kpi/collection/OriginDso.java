package io.quittance.kpi.collection;

import static java.util.Objects.requireNonNull;

import io.quittance.core.error.InexactResultException;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.kpi.Direction;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Days sales outstanding where what is open is compared with the sales of the month from which it comes, not with the newest ones: a month without sales does not make it explode. Months whose sales are 0 or less after
 * credits are left out, and {@code NO_SALES_OF_MONTH} is among the exclusions.
 */
public final class OriginDso implements Kpi<OriginFigures>, Serializable {
    private static final long serialVersionUID = 1L;

    private static final Fraction THIRTY = Fraction.of(30);
    private static final Rounding BY_MONTH = Rounding.halfUp(Require.MAX_SCALE);

    @SuppressWarnings("ImmutableEnumChecker") // definitions do not change
    private enum Method {
        TRUE(KpiDefinition.of(
                        "dso.true",
                        "Days sales outstanding, true",
                        KpiUnit.DAYS,
                        Direction.LOWER,
                        "sum over open invoices of days since the invoice × open amount / credit sales of the month of the invoice")
                .undefinedWhen("something is open, and no month of it had sales (NO_SALES)")
                .definedBy("Oracle Advanced Collections")),
        SALES_WEIGHTED(KpiDefinition.of(
                        "dso.sales-weighted",
                        "Days sales outstanding, weighted by sales",
                        KpiUnit.DAYS,
                        Direction.LOWER,
                        "sum over months of what is open of the invoices of the month / credit sales of the month × days of the month")
                .undefinedWhen("something is open, and no month of it had sales (NO_SALES)")
                .definedBy("Credit Research Foundation")),
        SALES_WEIGHTED_THIRTY(KpiDefinition.of(
                        "dso.sales-weighted.30-day-months",
                        "Days sales outstanding, weighted by sales, of 30-day months",
                        KpiUnit.DAYS,
                        Direction.LOWER,
                        "sum over months of what is open of the invoices of the month / credit sales of the month × 30")
                .undefinedWhen("something is open, and no month of it had sales (NO_SALES)")
                .definedBy("Credit Research Foundation"));

        private final KpiDefinition definition;

        Method(KpiDefinition definition) {
            this.definition = definition;
        }
    }

    private final Method method;

    private OriginDso(Method method) {
        this.method = requireNonNull(method, "method");
    }

    /**
     * By invoice: of sales of 500.00 in January, 40.00 that were invoiced 10 days ago are 10 × 40 / 500 = 0.8 days.
     */
    public static OriginDso byInvoice() {
        return new OriginDso(Method.TRUE);
    }

    /**
     * By month: 40.00 open of sales of 500.00 in January, and 300.00 of 600.00 in February, are 40 / 500 × 31 + 300 / 600 × 28 = 16.48 days.
     */
    public static OriginDso byMonth() {
        return new OriginDso(Method.SALES_WEIGHTED);
    }

    /** As {@link #byMonth()}, where each month has 30 days: 40 / 500 × 30 + 300 / 600 × 30 = 17.4 days. */
    public static OriginDso byMonthOf30Days() {
        return new OriginDso(Method.SALES_WEIGHTED_THIRTY);
    }

    @Override
    public KpiDefinition definition() {
        return method.definition;
    }

    /**
     * In days; 0 where nothing is open. The basis has as count the number of months that count, and as items the invoices of these months, where they are given, each with the days that it adds. The value is exact, unless there are more than about a hundred
     * months, whose sum can have too many digits for a {@link Fraction}: then each month is rounded half up to 18 decimal places, and {@code
     * ROUNDED_BY_MONTH} is noted.
     */
    @Override
    public KpiResult compute(OriginFigures figures) {
        List<OriginMonth> months = figures.months();
        KpiBasis.Builder basis = KpiBasis.of(definition()).period(figures.period());
        var days = new ArrayList<Fraction>();
        var items = new ArrayList<KpiItem>();
        boolean isAnyOpen = false;
        for (OriginMonth month : months) {
            isAnyOpen |= month.open().signum() != 0;
            basis.currency(month.open().getCurrency().getCurrencyCode());
            Fraction sold = month.sales().creditSales().toFraction();
            if (sold.signum() > 0) {
                days.add(days(month).dividedBy(sold));
                month.invoices()
                        .forEach(invoice -> items.add(
                                new KpiItem(invoice.id(), days(month, invoice).dividedBy(sold), Fraction.ZERO)));
            } else if (month.open().signum() != 0) {
                basis.exclusion("NO_SALES_OF_MONTH");
            }
        }
        basis.count(days.size()).items(items);
        return days.isEmpty() && isAnyOpen
                ? basis.undefined("NO_SALES", "no month of which something is open had credit sales")
                : basis.measured(sum(days, basis));
    }

    /** Exactly, in one order, so that the order of the months decides nothing; rounded month by month where it would not fit into a fraction. */
    private static Fraction sum(List<Fraction> days, KpiBasis.Builder basis) {
        Collections.sort(days);
        try {
            return days.stream().reduce(Fraction.ZERO, Fraction::plus);
        } catch (InexactResultException e) {
            basis.note("ROUNDED_BY_MONTH");
            return days.stream().map(each -> Fraction.of(each.round(BY_MONTH))).reduce(Fraction.ZERO, Fraction::plus);
        }
    }

    private Fraction days(OriginMonth month) {
        return method == Method.TRUE
                ? month.openDays().toFraction()
                : month.open().toFraction().times(daysOf(month));
    }

    private Fraction days(OriginMonth month, OriginMonth.Invoice invoice) {
        return invoice.open().toFraction().times(method == Method.TRUE ? Fraction.of(invoice.days()) : daysOf(month));
    }

    private Fraction daysOf(OriginMonth month) {
        return method == Method.SALES_WEIGHTED_THIRTY ? THIRTY : month.sales().days();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OriginDso that && method == that.method;
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }

    private Object readResolve() {
        return new OriginDso(method);
    }

    @Override
    public String toString() {
        return id();
    }
}
