package io.quittance.kpi.billing;

import static java.util.Objects.requireNonNull;

import io.quittance.kpi.EventFigures;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import io.quittance.kpi.Statistic;
import io.quittance.kpi.time.BusinessHours;
import io.quittance.kpi.time.CalendarDays;
import io.quittance.kpi.time.TimeMeasure;
import io.quittance.kpi.time.TimeStatistic;
import io.quittance.kpi.time.Turnaround;
import io.quittance.kpi.time.Turnarounds;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * How long billing takes, of the invoices that were finished in the period: in days of the calendar, or in business hours. One that was finished before it could begin was billed in advance and is left
 * out ({@code BILLED_IN_ADVANCE}; see {@link AdvanceBilling}), as is one without the day on which it began ({@code NO_START}). A service that ended on 31 March, billed on 4 April, has a lag of 4 days.
 */
public final class BillingTime implements Kpi<EventFigures<IssuedInvoice>>, Serializable {
    private static final long serialVersionUID = 1L;

    private enum Span {
        GENERATION(
                "billing.generation-time",
                "Time to generate an invoice",
                "cut-off to issue",
                Stage.CUT_OFF,
                Stage.ISSUED),
        LAG("billing.invoicing-lag", "Invoicing lag", "end of service to sending", Stage.SERVICE_END, Stage.SENT),
        CYCLE("billing.cycle-time", "Billing cycle time", "first gathering to sending", Stage.GATHERED, Stage.SENT),
        DRAFTING("billing.stage-time.drafting", "Time to draft", "cut-off to draft", Stage.CUT_OFF, Stage.DRAFTED),
        APPROVAL("billing.stage-time.approval", "Time to approve", "draft to approval", Stage.DRAFTED, Stage.APPROVED),
        SENDING(
                "billing.stage-time.sending",
                "Time from approval to sending",
                "approval to sending",
                Stage.APPROVED,
                Stage.SENT);

        private final String id;
        private final String called;
        private final String words;
        private final Stage from;
        private final Stage to;

        Span(String id, String called, String words, Stage from, Stage to) {
            this.id = id;
            this.called = called;
            this.words = words;
            this.from = from;
            this.to = to;
        }
    }

    /** Of which days are the same in every zone. */
    private static final TimeMeasure CALENDAR = new CalendarDays(ZoneOffset.UTC);

    private final Span span;
    private final Statistic statistic;
    private final TimeMeasure measure;

    private BillingTime(Span span, Statistic statistic, TimeMeasure measure) {
        this.span = requireNonNull(span, "span");
        this.statistic = requireNonNull(statistic, "statistic");
        this.measure = requireNonNull(measure, "measure");
    }

    /** From the cut-off to the issue. */
    public static BillingTime generation(Statistic statistic) {
        return new BillingTime(Span.GENERATION, statistic, CALENDAR);
    }

    /** From the end of the service to the sending. */
    public static BillingTime invoicingLag(Statistic statistic) {
        return new BillingTime(Span.LAG, statistic, CALENDAR);
    }

    /** From the first gathering of what is billed to the sending. */
    public static BillingTime cycle(Statistic statistic) {
        return new BillingTime(Span.CYCLE, statistic, CALENDAR);
    }

    /** The first stage: from the cut-off to the draft. */
    public static BillingTime drafting(Statistic statistic) {
        return new BillingTime(Span.DRAFTING, statistic, CALENDAR);
    }

    /** The second stage: from the draft to its approval. */
    public static BillingTime approval(Statistic statistic) {
        return new BillingTime(Span.APPROVAL, statistic, CALENDAR);
    }

    /** The last stage: from the approval to the sending. */
    public static BillingTime sending(Statistic statistic) {
        return new BillingTime(Span.SENDING, statistic, CALENDAR);
    }

    /**
     * The same in business hours. Of the stages the days are known and not the hours, so that they count from the beginning of one day to that of the other: from Friday to Monday are the hours of Friday,
     * such as 8.
     */
    public BillingTime in(BusinessHours hours) {
        return new BillingTime(span, statistic, requireNonNull(hours, "hours"));
    }

    @Override
    public KpiDefinition definition() {
        return new TimeStatistic(statistic, measure)
                .definitionByUnit(
                        span.id, span.called, "from " + span.words + ", of invoices with the latter in the period")
                .undefinedWhen("there is none (NO_INVOICES)")
                .definedBy(measure.unit() == KpiUnit.DAYS ? "APQC 9.2.2, in calendar days" : "derived");
    }

    /** In days or hours; undefined if no invoice with both days was finished in the period. */
    @Override
    public KpiResult compute(EventFigures<IssuedInvoice> figures) {
        KpiBasis.Builder basis = Invoices.basis(definition(), figures);
        var things = new ArrayList<Turnaround>();
        for (IssuedInvoice invoice : Invoices.in(figures, span.to)) {
            LocalDate from = invoice.date(span.from).orElse(null);
            LocalDate to = invoice.date(span.to).orElseThrow();
            if (from == null) {
                basis.exclusion("NO_START");
            } else if (from.isAfter(to)) {
                basis.exclusion("BILLED_IN_ADVANCE");
            } else {
                things.add(new Turnaround(invoice.key(), beginning(from), beginning(to)));
            }
        }
        return Turnarounds.of(things, measure, figures.asOf())
                .time(statistic, basis, "NO_INVOICES", "no invoice was finished in the period");
    }

    private Instant beginning(LocalDate day) {
        return day.atStartOfDay(measure.zone()).toInstant();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BillingTime that
                && span == that.span
                && statistic == that.statistic
                && measure.equals(that.measure);
    }

    @Override
    public int hashCode() {
        return 31 * id().hashCode() + measure.hashCode();
    }

    private Object readResolve() {
        return new BillingTime(span, statistic, measure);
    }

    @Override
    public String toString() {
        return id();
    }
}
