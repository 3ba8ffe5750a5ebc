package io.quittance.kpi.receivable;

import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.kpi.KpiEvent;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import javax.money.MonetaryAmount;

/**
 * How much of an invoice is contested by a case, whatever is decided later: what shares of disputed invoices count. Times and outcomes of cases are told by {@code io.quittance.kpi.billing.DisputeCase}. Several
 * cases of an invoice count together, at most all of it. A case that was opened by mistake is taken out by {@code EventLog.without}.
 *
 * @param key of the case
 * @param invoice the key of what is contested
 * @param day on which it was raised; not before the date of the invoice
 * @param amount more than 0
 * @param recordedAt when this was recorded
 */
public record ContestedInvoice(String key, String invoice, LocalDate day, Amount amount, Instant recordedAt)
        implements KpiEvent, Serializable {

    /** Checks the parts. */
    public ContestedInvoice {
        Require.id(key, "key");
        Require.id(invoice, "invoice");
        Dates.inCalendar(day, "day");
        Checked.amount(amount);
        Dates.inCalendar(recordedAt, "recordedAt");
    }

    /** Of any amount. */
    public static ContestedInvoice of(
            String key, String invoice, LocalDate day, MonetaryAmount amount, Instant recordedAt) {
        return new ContestedInvoice(key, invoice, day, Amount.from(amount), recordedAt);
    }
}
