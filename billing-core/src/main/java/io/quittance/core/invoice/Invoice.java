package io.quittance.core.invoice;

import io.quittance.core.id.CustomerId;
import io.quittance.core.id.InvoiceNumber;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.ServicePeriod;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An issued invoice. It is never changed: what is wrong with it is corrected by another document. */
public final class Invoice implements Serializable {
    private static final long serialVersionUID = 1L;

    private final InvoiceNumber number;
    private final CustomerId customer;
    private final LocalDate issueDate;
    private final LocalDate dueDate;
    private final @Nullable ServicePeriod period;

    @SuppressWarnings("serial") // a copy made by List.copyOf, which is serialisable
    private final List<InvoiceLine> lines;

    private final Amount lineTotal;

    Invoice(
            InvoiceNumber number,
            CustomerId customer,
            LocalDate issueDate,
            LocalDate dueDate,
            @Nullable ServicePeriod period,
            List<InvoiceLine> lines) {
        this.number = number;
        this.customer = customer;
        this.issueDate = issueDate;
        this.dueDate = dueDate;
        this.period = period;
        this.lines = Require.notEmpty(List.copyOf(lines), "lines");
        this.lineTotal = total(this.lines);
    }

    /** The sum of rounded amounts, which is not rounded again (BR-CO-10). */
    static Amount total(List<InvoiceLine> lines) {
        return lines.stream()
                .map(InvoiceLine::netAmount)
                .reduce(Amount.zero(lines.get(0).currency()), Amount::add);
    }

    /** Unique within the seller's series (EN 16931 BT-1). */
    public InvoiceNumber number() {
        return number;
    }

    /** Who pays. */
    public CustomerId customer() {
        return customer;
    }

    /** The date of the invoice (BT-2). */
    public LocalDate issueDate() {
        return issueDate;
    }

    /** The last day on which it is paid on time (BT-9). */
    public LocalDate dueDate() {
        return dueDate;
    }

    /** The days that the invoice covers, if it covers a period (BG-14). */
    public Optional<ServicePeriod> period() {
        return Optional.ofNullable(period);
    }

    /** In reading order; at least one. */
    public List<InvoiceLine> lines() {
        return lines;
    }

    /** The sum of the lines' net amounts (BT-106). */
    public Amount lineTotal() {
        return lineTotal;
    }

    /** What is to be paid (BT-115). */
    public Amount amountDue() {
        return lineTotal;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Invoice that
                && number.equals(that.number)
                && customer.equals(that.customer)
                && issueDate.equals(that.issueDate)
                && dueDate.equals(that.dueDate)
                && Objects.equals(period, that.period)
                && lines.equals(that.lines)
                && lineTotal.equals(that.lineTotal);
    }

    @Override
    public int hashCode() {
        return Objects.hash(number, customer, issueDate);
    }

    @Override
    public String toString() {
        return "invoice " + number + ": " + amountDue();
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new Invoice(number, customer, issueDate, dueDate, period, lines);
    }
}
