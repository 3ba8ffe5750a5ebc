package io.quittance.kpi.billing;

import io.quittance.core.internal.Require;
import io.quittance.kpi.Direction;
import io.quittance.kpi.EventFigures;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * How many of the invoices that were due to be sent in the period were sent by that day, or at most so many days later; one that was not sent is late. Those whose days have not passed yet are left out
 * ({@code WINDOW_OPEN}), sent or not, since what is sent in time is known sooner than what is not. 95 of 100 are 95 %.
 */
public final class SentOnTime implements Kpi<EventFigures<IssuedInvoice>>, Serializable {
    private static final long serialVersionUID = 1L;

    private final int tolerance;

    private SentOnTime(int tolerance) {
        Require.that(tolerance >= 0, "number.negative", "tolerance", "must not be negative", tolerance);
        this.tolerance = tolerance;
    }

    /** By the day itself. */
    public static SentOnTime byTheDay() {
        return new SentOnTime(0);
    }

    /**
     * At most so many calendar days later.
     *
     * @param days 0 or more
     */
    public static SentOnTime within(int days) {
        return new SentOnTime(days);
    }

    @Override
    public KpiDefinition definition() {
        return KpiDefinition.of(
                        "billing.on-time.within-" + tolerance + "-days",
                        "Invoices sent on time",
                        KpiUnit.PERCENT,
                        Direction.HIGHER,
                        "invoices sent at most " + tolerance
                                + " days after they were due to be sent / invoices due to be sent in the period whose days have passed × 100")
                .undefinedWhen("none was due to be sent whose days have passed (NO_INVOICES)");
    }

    /** In percent; undefined if none was due to be sent, or each may still be sent in time. */
    @Override
    public KpiResult compute(EventFigures<IssuedInvoice> figures) {
        KpiBasis.Builder basis = Invoices.basis(definition(), figures);
        var items = new ArrayList<KpiItem>();
        for (IssuedInvoice invoice : Invoices.in(figures, Stage.DUE_TO_BE_SENT)) {
            LocalDate last = invoice.date(Stage.DUE_TO_BE_SENT).orElseThrow().plusDays(tolerance);
            if (figures.isOver(last)) {
                boolean isSent = invoice.date(Stage.SENT)
                        .filter(sent -> !sent.isAfter(last))
                        .isPresent();
                items.add(KpiItem.counted(invoice.key(), isSent));
            } else {
                basis.exclusion("WINDOW_OPEN");
            }
        }
        return basis.share(items, "NO_INVOICES", "no invoice was due to be sent whose days have passed");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SentOnTime that && tolerance == that.tolerance;
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }

    private Object readResolve() {
        return new SentOnTime(tolerance);
    }

    @Override
    public String toString() {
        return id();
    }
}
