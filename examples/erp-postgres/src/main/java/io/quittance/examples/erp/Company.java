package io.quittance.examples.erp;

import static io.quittance.core.tax.TaxTreatment.standard;

import io.quittance.ar.allocation.AllocationStrategy;
import io.quittance.ar.allocation.AsRemitted;
import io.quittance.ar.allocation.OldestDueFirst;
import io.quittance.core.invoice.InvoiceSeries;
import io.quittance.core.invoice.InvoiceType;
import io.quittance.core.invoice.TaxTable;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** What the company that bills has decided. */
final class Company {
    static final TaxTable TAXES = TaxTable.of(standard("19"));

    /** What the payer names first, then what is due first. */
    static final AllocationStrategy ALLOCATION = new AsRemitted().then(new OldestDueFirst());

    /** Where its months end. */
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private static final String SELLER = "ERP";

    private Company() {}

    /** Invoices of a year are {@code R-2026-000001} and on, credit notes {@code G-2026-000001} and on. */
    static InvoiceSeries series(InvoiceType type, LocalDate day) {
        return InvoiceSeries.of(SELLER, (type.isCredit() ? "G-" : "R-") + day.getYear());
    }

    /** All series of a day. */
    static List<InvoiceSeries> series(LocalDate day) {
        return List.of(series(InvoiceType.INVOICE, day), series(InvoiceType.CREDIT_NOTE, day));
    }
}
