package io.quittance.kpi.billing;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
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
 * How many of the invoices that were due to be sent in the period were sent by that day, or at most so many days later; one that was not sent is late, unless its days have not passed yet
 * ({@code TOLERANCE_OPEN}). 95 of 100 are 95 %.
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
                                + " days after they were due to be sent / invoices due to be sent in the period × 100")
                .undefinedWhen("none was due to be sent (NO_INVOICES)");
    }

    /** In percent; undefined if none was due to be sent, or may still be sent in time. */
    @Override
    public KpiResult compute(EventFigures<IssuedInvoice> figures) {
        KpiBasis.Builder basis = Invoices.basis(definition(), figures);
        LocalDate today = figures.asOf().date();
        var items = new ArrayList<KpiItem>();
        long onTime = 0;
        for (IssuedInvoice invoice : Invoices.in(figures, Stage.DUE_TO_BE_SENT)) {
            LocalDate last = invoice.date(Stage.DUE_TO_BE_SENT).orElseThrow().plusDays(tolerance);
            boolean isSent = invoice.date(Stage.SENT)
                    .filter(sent -> !sent.isAfter(today) && !sent.isAfter(last))
                    .isPresent();
            if (!isSent && last.isAfter(today)) {
                basis.exclusion("TOLERANCE_OPEN");
                continue;
            }
            onTime += isSent ? 1 : 0;
            items.add(KpiItem.counted(invoice.key(), isSent));
        }
        return basis.count(items.size())
                .items(items)
                .quotient(
                        Fraction.of(onTime),
                        Fraction.of(items.size()),
                        Fraction.of(100),
                        "NO_INVOICES",
                        "no invoice was due to be sent");
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
