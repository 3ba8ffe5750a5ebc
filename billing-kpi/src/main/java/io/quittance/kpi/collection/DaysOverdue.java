package io.quittance.kpi.collection;

import io.quittance.kpi.Direction;
import io.quittance.kpi.EventFigures;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * For how many calendar days the open invoices that are past due have been so at the end of the period, weighted by amount; one due on the last day is not past due. 100.00 for 5 days and 200.00 for 10
 * are 8.333 days.
 */
public final class DaysOverdue implements Kpi<EventFigures<PaidInvoice>>, Serializable {
    private static final long serialVersionUID = 1L;

    private static final KpiDefinition DEFINITION = KpiDefinition.of(
                    "days-overdue.open",
                    "Average days overdue",
                    KpiUnit.DAYS,
                    Direction.LOWER,
                    "sum of amount × days from due date to the end of the period / sum of amounts, of open invoices past due")
            .undefinedWhen("none is past due (NO_OVERDUE_INVOICES); several currencies (MIXED_CURRENCIES)")
            .definedBy("NetSuite, average days overdue, in whole days");

    private final boolean parts;

    /** Each invoice by its whole amount, whatever is paid of it. */
    public DaysOverdue() {
        this(false);
    }

    private DaysOverdue(boolean parts) {
        this.parts = parts;
    }

    /** Of what is open of each invoice, where the {@linkplain PaidInvoice#asPart() parts} of invoices are recorded: {@code days-overdue.open[by=part]}. Whole invoices are left out, {@code WHOLE_INVOICES}. */
    public DaysOverdue byPart() {
        return new DaysOverdue(true);
    }

    @Override
    public KpiDefinition definition() {
        return parts ? InvoiceDays.byPart(DEFINITION) : DEFINITION;
    }

    /** In days; undefined if no open invoice is past due, or they are in several currencies. */
    @Override
    public KpiResult compute(EventFigures<PaidInvoice> figures) {
        return InvoiceDays.ofOpen(definition(), parts, figures)
                .atLeast(1, "NOT_OVERDUE")
                .weighted("NO_OVERDUE_INVOICES", "no open invoice is past due");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DaysOverdue that && parts == that.parts;
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }

    @Override
    public String toString() {
        return id();
    }
}
