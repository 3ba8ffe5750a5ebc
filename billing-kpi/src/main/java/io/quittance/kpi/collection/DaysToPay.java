package io.quittance.kpi.collection;

import static java.util.Objects.requireNonNull;

import io.quittance.kpi.Direction;
import io.quittance.kpi.EventFigures;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import java.io.Serializable;
import java.math.BigDecimal;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * How long customers take to pay, on average: calendar days from the document date to the payment. It is of the invoices paid in the period, or {@link #byInvoiceDate() issued} in it.
 * What is still open is not in it, which the result tells ({@code OPEN_INVOICES}) and {@link OpenShare} measures. An invoice counts by the payment that closed it, or, {@link #byPart()}, each part payment by itself; parts are left
 * out of the former, {@code PART_PAYMENTS}. 10.00 after 5 days and 100.00 after 10 are 7.5 days on
 * average and 9.545455 weighted.
 */
public final class DaysToPay implements Kpi<EventFigures<PaidInvoice>>, Serializable {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("ImmutableEnumChecker") // a definition is a record of strings and enums
    private enum Method {
        AVERAGE(KpiDefinition.of(
                        "days-to-pay.average",
                        "Average days to pay",
                        KpiUnit.DAYS,
                        Direction.LOWER,
                        "sum of days from document date to payment / number")
                .undefinedWhen("none was paid (NO_PAID_INVOICES)")
                .definedBy("Sage 50, average days to pay")),
        WEIGHTED(KpiDefinition.of(
                        "days-to-pay.weighted",
                        "Weighted average days to pay",
                        KpiUnit.DAYS,
                        Direction.LOWER,
                        "sum of amount × days from document date to payment / sum of amounts")
                .undefinedWhen("none was paid (NO_PAID_INVOICES); several currencies (MIXED_CURRENCIES)")
                .definedBy("Softrak, weighted average days to pay"));

        private final KpiDefinition byPayment;
        private final KpiDefinition byIssue;

        Method(KpiDefinition any) {
            byPayment = Cohort.BY_PAYMENT.of(any);
            byIssue = Cohort.BY_ISSUE.of(any);
        }
    }

    private final Method method;
    private final Cohort cohort;
    private final boolean parts;

    private DaysToPay(Method method, Cohort cohort, boolean parts) {
        this.method = requireNonNull(method, "method");
        this.cohort = requireNonNull(cohort, "cohort");
        this.parts = parts;
    }

    /** Each invoice counts as one. */
    public static DaysToPay average() {
        return new DaysToPay(Method.AVERAGE, Cohort.BY_PAYMENT, false);
    }

    /** Each invoice counts by its amount. */
    public static DaysToPay weighted() {
        return new DaysToPay(Method.WEIGHTED, Cohort.BY_PAYMENT, false);
    }

    /**
     * What {@link #weighted()} is, for whoever has only the totals: 21,000 and 1,100.00 are 19.090909 days.
     *
     * @param amountTimesDays sum of amount × days from document date to payment
     * @param amount sum of the amounts
     */
    public static KpiResult weightedOfTotals(BigDecimal amountTimesDays, MonetaryAmount amount) {
        return InvoiceDays.ofTotals(Method.WEIGHTED.byPayment, amountTimesDays, amount);
    }

    /** The same of the invoices issued in the period, whenever they were paid. */
    public DaysToPay byInvoiceDate() {
        return new DaysToPay(method, Cohort.BY_ISSUE, parts);
    }

    /** The same of {@linkplain PaidInvoice#asPart() parts} of invoices, each of which counts by itself: {@code days-to-pay.weighted[by=part]}. Whole invoices are left out, {@code WHOLE_INVOICES}. */
    public DaysToPay byPart() {
        return new DaysToPay(method, cohort, true);
    }

    @Override
    public KpiDefinition definition() {
        KpiDefinition ofInvoices = switch (cohort) {
            case BY_PAYMENT -> method.byPayment;
            case BY_ISSUE -> method.byIssue;
        };
        return parts ? InvoiceDays.byPart(ofInvoices) : ofInvoices;
    }

    /** In days; undefined if none was paid, or amounts are weighed and in several currencies. */
    @Override
    public KpiResult compute(EventFigures<PaidInvoice> figures) {
        var paid = InvoiceDays.ofPaid(definition(), cohort, parts, figures, PaidInvoice::daysFromIssue);
        return switch (method) {
            case AVERAGE -> paid.average("NO_PAID_INVOICES", "no invoice was paid");
            case WEIGHTED -> paid.weighted("NO_PAID_INVOICES", "no invoice was paid");
        };
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DaysToPay that && method == that.method && cohort == that.cohort && parts == that.parts;
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }

    private Object readResolve() {
        return new DaysToPay(method, cohort, parts);
    }

    @Override
    public String toString() {
        return id();
    }
}
