package io.quittance.kpi.billing;

import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.EventFigures;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import java.util.List;

/** What KPIs of invoices share. */
final class Invoices {
    static final String NONE_ISSUED = "none was issued (NO_INVOICES)";
    static final String MIXED = "; several currencies (MIXED_CURRENCIES)";

    private Invoices() {}

    /** Those that reached the stage in the period of the figures. */
    static List<IssuedInvoice> in(EventFigures<IssuedInvoice> figures, Stage stage) {
        ServicePeriod period = figures.period();
        return figures.events().stream()
                .filter(invoice -> invoice.date(stage).filter(period::contains).isPresent())
                .toList();
    }

    /** The corrections that were made in the period of the figures. */
    static List<Correction> correctionsIn(EventFigures<IssuedInvoice> figures, IssuedInvoice invoice) {
        return invoice.corrections().stream()
                .filter(each -> figures.period().contains(each.date()))
                .toList();
    }

    /** Says that something was corrected in the period of which the invoice is not known, if it was. */
    static void withoutUnlinked(EventFigures<IssuedInvoice> figures, KpiBasis.Builder basis) {
        if (!in(figures, Stage.UNLINKED).isEmpty()) {
            basis.exclusion("UNLINKED_CREDITS");
        }
    }

    static KpiBasis.Builder basis(KpiDefinition definition, EventFigures<?> figures) {
        return KpiBasis.of(definition).period(figures.period());
    }
}
