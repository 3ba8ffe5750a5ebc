package io.quittance.kpi.billing;

import static java.util.Objects.requireNonNull;

import io.quittance.core.money.Fraction;
import io.quittance.kpi.Direction;
import io.quittance.kpi.EventFigures;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import io.quittance.kpi.Statistic;
import io.quittance.kpi.time.CalendarDays;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;

/**
 * How many calendar days before the end of the service invoices are sent, of those of the period that are: what is billed in advance, which has no {@linkplain BillingTime#invoicingLag lag}. The others
 * are left out ({@code BILLED_IN_ARREARS}), as are those without an end of service ({@code NO_SERVICE_END}). A fee for March, sent on 1 March, is 30 days in advance.
 *
 * @param statistic what is said of the days
 */
public record AdvanceBilling(Statistic statistic) implements Kpi<EventFigures<IssuedInvoice>>, Serializable {

    /** Checks that it is there. */
    public AdvanceBilling {
        requireNonNull(statistic, "statistic");
    }

    @Override
    public KpiDefinition definition() {
        return KpiDefinition.of(
                        "billing.advance-time." + statistic.suffix(),
                        "Days billed in advance, " + statistic.words(),
                        KpiUnit.DAYS,
                        Direction.INFORMATIONAL,
                        statistic.words()
                                + " of calendar days from sending to end of service, of invoices sent in the period before the service ended")
                .undefinedWhen("none was billed in advance (NO_INVOICES)");
    }

    /** In days; undefined if none was sent in the period before its service ended. */
    @Override
    public KpiResult compute(EventFigures<IssuedInvoice> figures) {
        KpiBasis.Builder basis = Invoices.basis(definition(), figures);
        var items = new ArrayList<KpiItem>();
        for (IssuedInvoice invoice : Invoices.in(figures, Stage.SENT)) {
            LocalDate sent = invoice.date(Stage.SENT).orElseThrow();
            LocalDate end = invoice.date(Stage.SERVICE_END).orElse(null);
            if (end == null) {
                basis.exclusion("NO_SERVICE_END");
            } else if (sent.isBefore(end)) {
                items.add(new KpiItem(invoice.key(), Fraction.of(CalendarDays.between(sent, end)), Fraction.ONE));
            } else {
                basis.exclusion("BILLED_IN_ARREARS");
            }
        }
        return basis.statistic(statistic, items, "NO_INVOICES", "no invoice was sent before its service ended");
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }

    /** The id. */
    @Override
    public String toString() {
        return id();
    }
}
