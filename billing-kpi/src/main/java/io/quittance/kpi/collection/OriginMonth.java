package io.quittance.kpi.collection;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * A month of sales, and what of the invoices of that month is still open on a later day. Of sales of 500.00 in January with 31 days, 40.00 that were invoiced on the 21st are open on 31 January: 40.00 open, and
 * 10 days of 40.00, which are 400.00.
 */
public final class OriginMonth implements Serializable {
    private static final long serialVersionUID = 1L;

    private final SalesPeriod sales;
    private final Amount open;
    private final Amount openDays;

    @SuppressWarnings("serial") // a copy made by List.copyOf, which is serialisable
    private final List<Invoice> invoices;

    private OriginMonth(SalesPeriod sales, MonetaryAmount open, MonetaryAmount openDays, List<Invoice> invoices) {
        this.sales = Objects.requireNonNull(sales, "sales");
        this.open = inCurrency(sales, open, "open");
        this.openDays = inCurrency(sales, openDays, "openDays");
        this.invoices = List.copyOf(invoices);
    }

    /**
     * An invoice of the month.
     *
     * @param id of the receivable
     * @param open what of it is open
     * @param days since its document date
     */
    public record Invoice(String id, Amount open, long days) implements Serializable {
        /** Checks the parts. */
        public Invoice {
            Require.id(id, "id");
            Objects.requireNonNull(open, "open");
        }
    }

    /**
     * A month.
     *
     * @param sales its days and credit sales
     * @param open of its invoices on the day of the question
     * @param openDays the sum, over those invoices, of what is open times the days since the invoice
     * @throws CurrencyMismatchException if they are in several currencies
     */
    public static OriginMonth of(SalesPeriod sales, MonetaryAmount open, MonetaryAmount openDays) {
        return new OriginMonth(sales, open, openDays, List.of());
    }

    /**
     * A month with the invoices of which something is open, which results then name: 40.00 open since 38 days and 60.00 since 10 are 100.00 open, and 2120.00 by days.
     *
     * @param sales its days and credit sales
     * @param invoices any number
     * @throws CurrencyMismatchException if they are in several currencies
     */
    public static OriginMonth of(SalesPeriod sales, List<Invoice> invoices) {
        Amount open = Amount.zero(sales.creditSales().getCurrency());
        Amount openDays = open;
        for (int i = 0; i < invoices.size(); i++) {
            Invoice invoice = invoices.get(i);
            Amount left = inCurrency(sales, invoice.open(), "invoices[" + i + "]");
            open = open.add(left);
            openDays = openDays.add(left.multiply(invoice.days()));
        }
        return new OriginMonth(sales, open, openDays, invoices);
    }

    private static Amount inCurrency(SalesPeriod sales, MonetaryAmount amount, String argument) {
        String expected = sales.creditSales().getCurrency().getCurrencyCode();
        Amount checked = Amount.from(amount);
        String actual = checked.getCurrency().getCurrencyCode();
        if (!actual.equals(expected)) {
            throw new CurrencyMismatchException(argument, expected, actual);
        }
        return checked;
    }

    /** Its days and credit sales. */
    public SalesPeriod sales() {
        return sales;
    }

    /** What of its invoices is open. */
    public Amount open() {
        return open;
    }

    /** What is open times the days since its invoice, summed up. */
    public Amount openDays() {
        return openDays;
    }

    /** Its invoices of which something is open; empty where they were not given. */
    public List<Invoice> invoices() {
        return invoices;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OriginMonth that
                && sales.equals(that.sales)
                && open.equals(that.open)
                && openDays.equals(that.openDays)
                && invoices.equals(that.invoices);
    }

    @Override
    public int hashCode() {
        return Objects.hash(sales, open, openDays, invoices);
    }

    /** For example {@code USD 40.00 open of sales of USD 500.00}. */
    @Override
    public String toString() {
        return open + " open of sales of " + sales.creditSales();
    }

    private Object readResolve() {
        return invoices.isEmpty() ? of(sales, open, openDays) : of(sales, invoices);
    }
}
