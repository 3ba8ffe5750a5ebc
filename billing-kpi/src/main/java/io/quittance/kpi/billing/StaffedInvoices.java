package io.quittance.kpi.billing;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.kpi.EventFigures;
import java.io.Serializable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Invoices and the staff that made them.
 *
 * @param invoices the invoices
 * @param fullTime the full-time equivalents of the period: two at half time, or one for half of it, are 1; 0 or more
 * @param hours the hours that they worked at it in the period, 0 or more; null if they are not known
 */
public record StaffedInvoices(
        EventFigures<IssuedInvoice> invoices,
        BigDecimal fullTime,
        @Nullable BigDecimal hours) implements Serializable {
    /** Checks the staff. */
    public StaffedInvoices {
        requireNonNull(invoices, "invoices");
        fullTime = Require.plain(Require.notNegative(fullTime, "fullTime"));
        hours = hours == null ? null : Require.plain(Require.notNegative(hours, "hours"));
    }

    /** With a number of staff, whose hours are not known. */
    public StaffedInvoices(EventFigures<IssuedInvoice> invoices, BigDecimal fullTime) {
        this(invoices, fullTime, null);
    }

    /** The same, with the hours that they worked. */
    public StaffedInvoices withHours(BigDecimal worked) {
        return new StaffedInvoices(invoices, fullTime, requireNonNull(worked, "worked"));
    }
}
