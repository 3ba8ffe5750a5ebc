package io.quittance.core.revenue;

import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceLine;
import io.quittance.core.schedule.ServicePeriod;
import java.time.LocalDate;
import java.util.Optional;

/** How the line of an invoice is earned, and from when on it counts. {@link #byPeriod()} is the usual one. */
@FunctionalInterface
public interface LineRule {

    /** By what the line is earned. */
    RecognitionRule rule(Invoice invoice, InvoiceLine line);

    /**
     * From which day on the line is promised. Unless overridden, what gives back counts from the date of its document, and all else from
     * its first day or the date of its document, whichever is earlier: usage of January that is billed on 1 February is earned in
     * January, though nobody knew its price then. A host that has closed January answers with the date of the document.
     */
    default LocalDate agreed(Invoice invoice, InvoiceLine line) {
        boolean givesBack = line.netAmount().signum() < 0 != invoice.type().isCredit();
        LocalDate issued = invoice.issueDate();
        return givesBack
                ? issued
                : days(invoice, line)
                        .map(ServicePeriod::start)
                        .filter(issued::isAfter)
                        .orElse(issued);
    }

    /**
     * Straight-line over the days of the line, else over those of its invoice; what has neither is earned on the date of its invoice.
     */
    static LineRule byPeriod() {
        return (invoice, line) -> days(invoice, line)
                .<RecognitionRule>map(StraightLine::over)
                .orElseGet(() -> PointInTime.on(invoice.issueDate()));
    }

    private static Optional<ServicePeriod> days(Invoice invoice, InvoiceLine line) {
        return line.period().or(invoice::period);
    }
}
