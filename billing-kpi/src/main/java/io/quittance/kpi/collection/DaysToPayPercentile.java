package io.quittance.kpi.collection;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.PercentileMethod;
import io.quittance.kpi.Direction;
import io.quittance.kpi.Distribution;
import io.quittance.kpi.EventFigures;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * In how many calendar days so many percent of the invoices are paid, counted from the document date. Of 15, 20, 35, 40 and 50 days the 40th percentile is 20 by nearest rank, 29
 * inclusive and 26 exclusive: the method is part of the id. It is of the invoices paid in the period, or {@link #byInvoiceDate() issued} in it.
 */
public final class DaysToPayPercentile implements Kpi<EventFigures<PaidInvoice>>, Serializable {
    private static final long serialVersionUID = 1L;

    private final int percent;

    /** Null where amounts count instead of invoices. */
    private final @Nullable PercentileMethod method;

    private final Cohort cohort;
    private final boolean parts;

    private DaysToPayPercentile(int percent, @Nullable PercentileMethod method, Cohort cohort, boolean parts) {
        Require.that(percent >= 1 && percent <= 100, "kpi.percentile", "percent", "must be between 1 and 100", percent);
        this.percent = percent;
        this.method = method;
        this.cohort = requireNonNull(cohort, "cohort");
        this.parts = parts;
    }

    /**
     * By a named method.
     *
     * @param percent from 1 to 100
     */
    public static DaysToPayPercentile of(int percent, PercentileMethod method) {
        return new DaysToPayPercentile(percent, requireNonNull(method, "method"), Cohort.BY_PAYMENT, false);
    }

    /**
     * The least number of days in which so many percent of the amount were paid.
     *
     * @param percent from 1 to 100
     */
    public static DaysToPayPercentile byAmount(int percent) {
        return new DaysToPayPercentile(percent, null, Cohort.BY_PAYMENT, false);
    }

    /** The same of the invoices issued in the period, whenever they were paid. */
    public DaysToPayPercentile byInvoiceDate() {
        return new DaysToPayPercentile(percent, method, Cohort.BY_ISSUE, parts);
    }

    /** The same of {@linkplain PaidInvoice#asPart() parts} of invoices, as {@link DaysToPay#byPart()}. */
    public DaysToPayPercentile byPart() {
        return new DaysToPayPercentile(percent, method, cohort, true);
    }

    @Override
    public KpiDefinition definition() {
        return parts ? InvoiceDays.byPart(ofInvoices()) : ofInvoices();
    }

    private KpiDefinition ofInvoices() {
        if (method == null) {
            return defined(
                            "by-amount",
                            "by amount",
                            "least days from document date to payment in which " + percent
                                    + " % of the amount were paid")
                    .undefinedWhen("none was paid (NO_PAID_INVOICES); several currencies (MIXED_CURRENCIES)");
        }
        String formula = "percentile " + percent + " of days from document date to payment, ";
        return switch (method) {
            case NEAREST_RANK -> defined("nearest-rank", "by nearest rank", formula + "nearest rank");
            case INCLUSIVE ->
                defined("inclusive", "inclusive", formula + "interpolated at rank 1 + (n - 1) × " + percent + " / 100")
                        .definedBy("Hyndman and Fan, type 7; Excel PERCENTILE.INC");
            case EXCLUSIVE ->
                defined(
                                "exclusive",
                                "exclusive",
                                formula + "interpolated at rank (n + 1) × " + percent
                                        + " / 100, at least 1 and at most n")
                        .definedBy("Hyndman and Fan, type 6; Excel PERCENTILE.EXC");
        };
    }

    private KpiDefinition defined(String id, String way, String formula) {
        return cohort.of(KpiDefinition.of(
                        "days-to-pay.p" + percent + "." + id,
                        "Days to pay, percentile " + percent + " " + way,
                        KpiUnit.DAYS,
                        Direction.LOWER,
                        formula)
                .undefinedWhen("none was paid (NO_PAID_INVOICES)"));
    }

    /** In days; undefined if none was paid, or if amounts are weighed and in several currencies. */
    @Override
    public KpiResult compute(EventFigures<PaidInvoice> figures) {
        var paid = InvoiceDays.ofPaid(definition(), cohort, parts, figures, PaidInvoice::daysFromIssue);
        if (method == null) {
            return byAmount(paid);
        }
        var basis = paid.basis()
                .items(paid.days().stream()
                        .map(each -> new KpiItem(each.invoice().key(), Fraction.of(each.days()), Fraction.ONE))
                        .toList());
        if (paid.days().isEmpty()) {
            return basis.undefined("NO_PAID_INVOICES", "no invoice was paid");
        }
        return basis.measured(method.percentile(
                BigDecimal.valueOf(percent),
                paid.days().stream()
                        .map(each -> BigDecimal.valueOf(each.days()))
                        .toList()));
    }

    /** The items have amount × days and the amount, so that days and weight can be read from them. */
    private KpiResult byAmount(InvoiceDays paid) {
        if (paid.areMixed()) {
            return paid.mixed();
        }
        var weighted = new ArrayList<Distribution.Weighted>();
        var items = new ArrayList<KpiItem>();
        for (InvoiceDays.Of each : paid.days()) {
            Fraction days = Fraction.of(each.days());
            Fraction amount = each.invoice().amount().toFraction();
            weighted.add(new Distribution.Weighted(days, amount));
            items.add(new KpiItem(each.invoice().key(), days.times(amount), amount));
        }
        KpiBasis.Builder basis = paid.basis().items(items);
        return Distribution.weighted(weighted)
                .weightedPercentile(BigDecimal.valueOf(percent))
                .map(basis::measured)
                .orElseGet(() -> basis.undefined("NO_PAID_INVOICES", "no invoice was paid"));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DaysToPayPercentile that
                && percent == that.percent
                && method == that.method
                && cohort == that.cohort
                && parts == that.parts;
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }

    private Object readResolve() {
        return new DaysToPayPercentile(percent, method, cohort, parts);
    }

    @Override
    public String toString() {
        return id();
    }
}
