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
import java.time.LocalDate;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * How many calendar days after the due date customers pay. Early payments count with a minus (signed), with 0 (clamped), or not at all (late only), which differ a lot: paid 2 days early and
 * 6 days late are 2 days signed, 3 clamped and 6 late only. It is of the invoices paid in the period, or {@link #byInvoiceDate() issued} in it; invoices that are open and past due
 * can be {@linkplain #withOpenLate() included} with the days so far.
 */
public final class DaysBeyondTerms implements Kpi<EventFigures<PaidInvoice>>, Serializable {
    private static final long serialVersionUID = 1L;

    private static final String NONE = "none was paid (NO_PAID_INVOICES)";
    private static final String MIXED = "; several currencies (MIXED_CURRENCIES)";

    @SuppressWarnings("ImmutableEnumChecker") // a definition is a record of strings and enums
    private enum Method {
        SIGNED_AVERAGE(
                "days-beyond-terms.signed.average",
                "Days beyond terms",
                "sum of days from due date to payment / number, early payments negative",
                NONE,
                "Satago"),
        SIGNED_WEIGHTED(
                "days-beyond-terms.signed.weighted",
                "Weighted days beyond terms",
                "sum of amount × days from due date to payment / sum of amounts, early payments negative",
                NONE + MIXED,
                "Satago, Fit Small Business"),
        CLAMPED_AVERAGE(
                "days-late.average",
                "Average days late",
                "sum of days late / number, early payments 0",
                NONE,
                "Oracle Fusion, receipts days late"),
        CLAMPED_WEIGHTED(
                "days-beyond-terms.clamped.weighted",
                "Weighted days late over all",
                "sum of amount × days late / sum of amounts, early payments 0",
                NONE + MIXED,
                "derived"),
        LATE_ONLY(
                "days-late.late-only",
                "Average days late of late payments",
                "sum of days late of those that were late / their number",
                "none was late (NO_LATE_INVOICES)",
                "Business Central, late payments only");

        private final KpiDefinition byPayment;
        private final KpiDefinition byIssue;
        private final KpiDefinition byPaymentWithOpen;
        private final KpiDefinition byIssueWithOpen;

        Method(String id, String name, String formula, String undefinedWhen, String source) {
            var paid = KpiDefinition.of(id, name, KpiUnit.DAYS, Direction.LOWER, formula)
                    .undefinedWhen(undefinedWhen)
                    .definedBy(source);
            var withOpen = KpiDefinition.of(
                            id + ".with-open",
                            name + " with what is open and late",
                            KpiUnit.DAYS,
                            Direction.LOWER,
                            formula + ", with what is open and past due up to now")
                    .undefinedWhen(undefinedWhen.replace("was paid", "was paid or is open and late"))
                    .definedBy(source);
            byPayment = Cohort.BY_PAYMENT.of(paid);
            byIssue = Cohort.BY_ISSUE.of(paid);
            byPaymentWithOpen = Cohort.BY_PAYMENT.of(withOpen);
            byIssueWithOpen = Cohort.BY_ISSUE.of(withOpen);
        }
    }

    private final Method method;
    private final Cohort cohort;
    private final boolean openLate;
    private final boolean parts;

    private DaysBeyondTerms(Method method, Cohort cohort, boolean openLate, boolean parts) {
        this.method = requireNonNull(method, "method");
        this.cohort = requireNonNull(cohort, "cohort");
        this.openLate = openLate;
        this.parts = parts;
    }

    private DaysBeyondTerms(Method method) {
        this(method, Cohort.BY_PAYMENT, false, false);
    }

    /** Early payments count with a minus, each invoice as one. */
    public static DaysBeyondTerms signed() {
        return new DaysBeyondTerms(Method.SIGNED_AVERAGE);
    }

    /** Early payments count with a minus, each invoice by its amount. */
    public static DaysBeyondTerms signedWeighted() {
        return new DaysBeyondTerms(Method.SIGNED_WEIGHTED);
    }

    /** Early payments count 0, each invoice as one: days late over all invoices. {@link AverageDaysLate} is the same from sums. */
    public static DaysBeyondTerms clamped() {
        return new DaysBeyondTerms(Method.CLAMPED_AVERAGE);
    }

    /** Early payments count 0, each invoice by its amount. */
    public static DaysBeyondTerms clampedWeighted() {
        return new DaysBeyondTerms(Method.CLAMPED_WEIGHTED);
    }

    /** Only those that were late, each as one. */
    public static DaysBeyondTerms lateOnly() {
        return new DaysBeyondTerms(Method.LATE_ONLY);
    }

    /**
     * What {@link #signedWeighted()} is, for whoever has only the totals: 41,000 and 10,300.00 are 3.980583 days.
     *
     * @param amountTimesDays sum of amount × days from due date to payment, negative for early payments
     * @param amount sum of the amounts
     */
    public static KpiResult signedWeightedOfTotals(BigDecimal amountTimesDays, MonetaryAmount amount) {
        return InvoiceDays.ofTotals(Method.SIGNED_WEIGHTED.byPayment, amountTimesDays, amount);
    }

    /** The same of the invoices issued in the period, whenever they were paid. */
    public DaysBeyondTerms byInvoiceDate() {
        return new DaysBeyondTerms(method, Cohort.BY_ISSUE, openLate, parts);
    }

    /** The same with the invoices that are open and past due, each with the days from its due date to the end of the period, or, by invoice date, to the day of the question. */
    public DaysBeyondTerms withOpenLate() {
        return new DaysBeyondTerms(method, cohort, true, parts);
    }

    /** The same of {@linkplain PaidInvoice#asPart() parts} of invoices, as {@link DaysToPay#byPart()}. */
    public DaysBeyondTerms byPart() {
        return new DaysBeyondTerms(method, cohort, openLate, true);
    }

    @Override
    public KpiDefinition definition() {
        KpiDefinition ofInvoices = switch (cohort) {
            case BY_PAYMENT -> openLate ? method.byPaymentWithOpen : method.byPayment;
            case BY_ISSUE -> openLate ? method.byIssueWithOpen : method.byIssue;
        };
        return parts ? InvoiceDays.byPart(ofInvoices) : ofInvoices;
    }

    /** In days; undefined if there is no invoice to measure, or amounts are weighed and in several currencies. */
    @Override
    public KpiResult compute(EventFigures<PaidInvoice> figures) {
        var days = InvoiceDays.of(
                definition(),
                cohort,
                parts,
                figures,
                this::days,
                invoice -> openLate && invoice.daysFromDue(cohort.day(figures)) > 0);
        return switch (method) {
            case SIGNED_AVERAGE, CLAMPED_AVERAGE -> days.average("NO_PAID_INVOICES", "no invoice was paid");
            case SIGNED_WEIGHTED, CLAMPED_WEIGHTED -> days.weighted("NO_PAID_INVOICES", "no invoice was paid");
            case LATE_ONLY -> days.atLeast(1, "NOT_LATE").average("NO_LATE_INVOICES", "no invoice was late");
        };
    }

    private long days(PaidInvoice invoice, LocalDate until) {
        long days = invoice.daysFromDue(until);
        return switch (method) {
            case SIGNED_AVERAGE, SIGNED_WEIGHTED -> days;
            case CLAMPED_AVERAGE, CLAMPED_WEIGHTED, LATE_ONLY -> Math.max(days, 0);
        };
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DaysBeyondTerms that
                && method == that.method
                && cohort == that.cohort
                && openLate == that.openLate
                && parts == that.parts;
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }

    private Object readResolve() {
        return new DaysBeyondTerms(method, cohort, openLate, parts);
    }

    @Override
    public String toString() {
        return id();
    }
}
