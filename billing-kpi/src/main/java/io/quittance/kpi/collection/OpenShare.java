package io.quittance.kpi.collection;

import static java.util.Objects.requireNonNull;

import io.quittance.kpi.Direction;
import io.quittance.kpi.EventFigures;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import java.io.Serializable;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * How many invoices {@link DaysToPay} cannot see because they are not paid yet, in percent: an average of few paid ones among many open says little. 3 open and 9 paid are 25 %. What a
 * credit closed is neither, and parts of invoices are no invoices: {@code PART_PAYMENTS}.
 */
public final class OpenShare implements Kpi<EventFigures<PaidInvoice>>, Serializable {
    private static final long serialVersionUID = 1L;

    private static final KpiDefinition BY_PAYMENT = KpiDefinition.of(
                    "days-to-pay.open-share",
                    "Share still open",
                    KpiUnit.PERCENT,
                    Direction.LOWER,
                    "open at the end of the period / (open at the end of the period + paid in it) × 100, by number of invoices")
            .undefinedWhen("none is open and none was paid (NO_INVOICES)");

    private static final KpiDefinition BY_ISSUE = KpiDefinition.of(
                    "days-to-pay.open-share.by-invoice-date",
                    "Share still open, by invoice date",
                    KpiUnit.PERCENT,
                    Direction.LOWER,
                    "issued in the period and open on the day of the question / (those + issued in the period and paid) × 100, by number of invoices")
            .undefinedWhen("none is open and none was paid (NO_INVOICES)");

    private final Cohort cohort;

    private OpenShare(Cohort cohort) {
        this.cohort = requireNonNull(cohort, "cohort");
    }

    /** Beside the averages of what was paid in the period. */
    public static OpenShare ofInvoices() {
        return new OpenShare(Cohort.BY_PAYMENT);
    }

    /** Beside the averages of what was issued in the period. */
    public OpenShare byInvoiceDate() {
        return new OpenShare(Cohort.BY_ISSUE);
    }

    @Override
    public KpiDefinition definition() {
        return switch (cohort) {
            case BY_PAYMENT -> BY_PAYMENT;
            case BY_ISSUE -> BY_ISSUE;
        };
    }

    /** In percent; undefined if no invoice is open and none was paid. */
    @Override
    public KpiResult compute(EventFigures<PaidInvoice> figures) {
        KpiBasis.Builder basis = KpiBasis.of(definition()).period(figures.period());
        var items = new ArrayList<KpiItem>();
        for (PaidInvoice invoice : figures.events()) {
            boolean isOpen = cohort.hasOpen(figures, invoice);
            if (invoice.isPart() && cohort.has(figures, invoice)) {
                basis.exclusion(InvoiceDays.leftOut(false));
            } else if (isOpen || cohort.hasPaid(figures, invoice)) {
                items.add(KpiItem.counted(invoice.key(), isOpen));
            }
        }
        return basis.share(items, "NO_INVOICES", "no invoice is open and none was paid");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OpenShare that && cohort == that.cohort;
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }

    private Object readResolve() {
        return new OpenShare(cohort);
    }

    @Override
    public String toString() {
        return id();
    }
}
