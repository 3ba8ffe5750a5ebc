package io.quittance.core.contract;

import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** When an invoice is to be paid. {@code net(30)} on an invoice of 1 February 2014 is due on 3 March 2014. */
public final class PaymentTerms implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int netDays;

    private PaymentTerms(int netDays) {
        this.netDays = netDays;
    }

    /**
     * Due so many calendar days after the issue date; 0 is due on receipt.
     *
     * @param days 0 to 3650
     */
    public static PaymentTerms net(int days) {
        Require.that(days >= 0 && days <= 3650, "terms.net-days", "days", "must be between 0 and 3650", days);
        return new PaymentTerms(days);
    }

    /** Calendar days from the issue date to the due date. */
    public int netDays() {
        return netDays;
    }

    /**
     * The last day on which an invoice of that date is paid on time.
     *
     * @throws IllegalArgumentException if one of the two days is not in the years 1 to 9999
     */
    public LocalDate dueDate(LocalDate issueDate) {
        return Dates.inCalendar(Dates.inCalendar(issueDate, "issueDate").plusDays(netDays), "dueDate");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PaymentTerms that && netDays == that.netDays;
    }

    @Override
    public int hashCode() {
        return netDays;
    }

    /** For example {@code net 30 days}. */
    @Override
    public String toString() {
        return "net " + netDays + " days";
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return net(netDays);
    }
}
