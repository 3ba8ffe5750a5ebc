package io.quittance.kpi.billing;

import static java.util.Objects.requireNonNull;

import io.quittance.core.money.Fraction;
import io.quittance.kpi.Direction;
import io.quittance.kpi.Distribution;
import io.quittance.kpi.EventFigures;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import io.quittance.kpi.Statistic;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * How many calendar days billing takes, of the invoices that were finished in the period. One that was finished before it could begin was billed in advance and is left out
 * ({@code BILLED_IN_ADVANCE}), as is one without the day on which it began ({@code NO_START}). A service that ended on 31 March, billed on 4 April, has a lag of 4 days.
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
        CYCLE("billing.cycle-time", "Billing cycle time", "first gathering to sending", Stage.GATHERED, Stage.SENT);

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

    private final Span span;
    private final Statistic statistic;

    private BillingTime(Span span, Statistic statistic) {
        this.span = requireNonNull(span, "span");
        this.statistic = requireNonNull(statistic, "statistic");
    }

    /** From the cut-off to the issue. */
    public static BillingTime generation(Statistic statistic) {
        return new BillingTime(Span.GENERATION, statistic);
    }

    /** From the end of the service to the sending. */
    public static BillingTime invoicingLag(Statistic statistic) {
        return new BillingTime(Span.LAG, statistic);
    }

    /** From the first gathering of what is billed to the sending. */
    public static BillingTime cycle(Statistic statistic) {
        return new BillingTime(Span.CYCLE, statistic);
    }

    @Override
    public KpiDefinition definition() {
        return KpiDefinition.of(
                        span.id + "." + statistic.suffix(),
                        span.called + ", " + statistic.words(),
                        KpiUnit.DAYS,
                        Direction.LOWER,
                        statistic.words() + " of calendar days from " + span.words
                                + ", of invoices with the latter in the period")
                .undefinedWhen("there is none (NO_INVOICES)")
                .definedBy("APQC 9.2.2, in calendar days");
    }

    /** In days; undefined if no invoice with both days was finished in the period. */
    @Override
    public KpiResult compute(EventFigures<IssuedInvoice> figures) {
        KpiBasis.Builder basis = Invoices.basis(definition(), figures);
        var items = new ArrayList<KpiItem>();
        for (IssuedInvoice invoice : Invoices.in(figures, span.to)) {
            LocalDate from = invoice.date(span.from).orElse(null);
            if (from == null) {
                basis.exclusion("NO_START");
                continue;
            }
            long days = ChronoUnit.DAYS.between(from, invoice.date(span.to).orElseThrow());
            if (days < 0) {
                basis.exclusion("BILLED_IN_ADVANCE");
            } else {
                items.add(new KpiItem(invoice.key(), Fraction.of(days), Fraction.ONE));
            }
        }
        var days = Distribution.of(items.stream().map(KpiItem::numerator).toList());
        basis.count(items.size()).items(items);
        String code = "NO_INVOICES";
        String reason = "no invoice was finished in the period";
        if (statistic == Statistic.MEAN) {
            return basis.quotient(days.sum(), Fraction.of(items.size()), Fraction.ONE, code, reason);
        }
        return statistic.of(days).map(basis::measured).orElseGet(() -> basis.undefined(code, reason));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BillingTime that && span == that.span && statistic == that.statistic;
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }

    private Object readResolve() {
        return new BillingTime(span, statistic);
    }

    @Override
    public String toString() {
        return id();
    }
}
