package io.quittance.kpi.billing;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.kpi.EventFigures;
import java.io.Serializable;
import java.math.BigDecimal;

/**
 * Invoices and the staff that made them.
 *
 * @param invoices the invoices
 * @param fullTime the full-time equivalents of the period: two at half time, or one for half of it, are 1; 0 or more
 */
public record StaffedInvoices(EventFigures<IssuedInvoice> invoices, BigDecimal fullTime) implements Serializable {
    /** Checks the staff. */
    public StaffedInvoices {
        requireNonNull(invoices, "invoices");
        fullTime = Require.plain(Require.notNegative(fullTime, "fullTime"));
    }
}
