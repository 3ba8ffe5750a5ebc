package io.quittance.core.invoice;

import static java.util.Objects.requireNonNull;

import io.quittance.core.contract.InvoicingRequirements;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.id.CustomerId;
import io.quittance.core.id.InvoiceNumber;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.MinorUnits;
import io.quittance.core.rating.Rating;
import io.quittance.core.schedule.BusinessCalendar;
import io.quittance.core.schedule.ServicePeriod;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * An invoice before it is issued: complete but for its number and date. A number is drawn only at {@link #issue}, so that
 * a draft that is thrown away leaves no gap in the series.
 */
public final class InvoiceDraft implements Serializable {
    private static final long serialVersionUID = 1L;

    private final CustomerId customer;
    private final PaymentTerms paymentTerms;
    private final @Nullable ServicePeriod period;
    private final InvoicingRequirements requirements;

    @SuppressWarnings("serial") // a copy made by List.copyOf, which is serialisable
    private final List<InvoiceLine> lines;

    private InvoiceDraft(Builder builder) {
        customer = builder.customer;
        paymentTerms = Require.present(builder.paymentTerms, "paymentTerms");
        period = builder.period;
        requirements = builder.requirements;
        lines = Require.notEmpty(List.copyOf(builder.lines), "lines");
    }

    /** The draft of a rating: a line for each rated charge, in the order of the contract. */
    public static InvoiceDraft of(Rating rating) {
        var terms = rating.contract().terms();
        var builder = builder(rating.contract().customer(), terms.currency())
                .period(rating.period())
                .paymentTerms(terms.paymentTerms())
                .requirements(terms.invoicing());
        rating.charges().forEach(charge -> builder.line(InvoiceLine.of(charge)));
        return builder.build();
    }

    /** Starts a draft without a contract; payment terms and one line must be given. */
    public static Builder builder(CustomerId customer, CurrencyUnit currency) {
        return new Builder(customer, currency);
    }

    /**
     * The invoice.
     *
     * @param number drawn from the seller's series for this invoice
     * @param issueDate the date of the invoice (EN 16931 BT-2); the due date follows from the payment terms
     * @throws IllegalArgumentException if the due date is not in the years 1 to 9999, or is moved to business days, for which
     *     {@link #issue(InvoiceNumber, LocalDate, BusinessCalendar)} has the calendar
     */
    public Invoice issue(InvoiceNumber number, LocalDate issueDate) {
        return issued(number, issueDate, paymentTerms.dueDate(issueDate));
    }

    /**
     * As {@link #issue(InvoiceNumber, LocalDate)}, its due date moved to a business day where the payment terms say so: net 30
     * and following, an invoice of 1 January 2026 is due on Monday 2 February.
     *
     * @param calendar the business days of seller and buyer
     */
    public Invoice issue(InvoiceNumber number, LocalDate issueDate, BusinessCalendar calendar) {
        return issued(number, issueDate, paymentTerms.dueDate(issueDate, calendar));
    }

    private Invoice issued(InvoiceNumber number, LocalDate issueDate, LocalDate dueDate) {
        return new Invoice(
                number, customer, issueDate, dueDate, period, purchaseOrder().orElse(null), lines, Invoice.CONVENTION);
    }

    /** As {@link #issue(InvoiceNumber, LocalDate)}, with an ISO date. */
    public Invoice issue(String number, String issueDate) {
        return issue(new InvoiceNumber(number), Dates.parse(issueDate, "issueDate"));
    }

    /** Who pays. */
    public CustomerId customer() {
        return customer;
    }

    /** The days that the invoice covers, if it covers a period (BG-14). */
    public Optional<ServicePeriod> period() {
        return Optional.ofNullable(period);
    }

    /** What the customer asks of it. */
    public InvoicingRequirements requirements() {
        return requirements;
    }

    /** The customer's order, if there is one for all of it (BT-13). */
    public Optional<String> purchaseOrder() {
        return requirements.purchaseOrder();
    }

    /** In reading order; at least one. */
    public List<InvoiceLine> lines() {
        return lines;
    }

    /** The sum of the lines' net amounts (BT-106, rule BR-CO-10). */
    public Amount lineTotal() {
        return Invoice.total(lines);
    }

    static void requireLines(List<InvoiceLine> lines, CurrencyUnit currency) {
        for (int i = 0; i < lines.size(); i++) {
            requireLine(lines.get(i), currency, i);
        }
    }

    private static void requireLine(InvoiceLine line, CurrencyUnit currency, int index) {
        String argument = "lines[" + index + "].netAmount";
        String expected = currency.getCurrencyCode();
        String actual = line.currency().getCurrencyCode();
        if (!actual.equals(expected)) {
            throw new CurrencyMismatchException(argument, expected, actual);
        }
        MinorUnits.require(line.netAmount(), argument);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof InvoiceDraft that
                && customer.equals(that.customer)
                && paymentTerms.equals(that.paymentTerms)
                && Objects.equals(period, that.period)
                && requirements.equals(that.requirements)
                && lines.equals(that.lines);
    }

    @Override
    public int hashCode() {
        return Objects.hash(customer, paymentTerms, period, lines);
    }

    @Override
    public String toString() {
        return "draft for " + customer + ": " + lineTotal();
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        var builder = builder(customer, Require.notEmpty(lines, "lines").get(0).currency());
        builder.paymentTerms(paymentTerms);
        builder.period = period;
        builder.requirements = requirements;
        lines.forEach(builder::line);
        return builder.build();
    }

    /** Collects a draft; not safe to share between threads. */
    public static final class Builder {
        private final CustomerId customer;
        private final CurrencyUnit currency;
        private final List<InvoiceLine> lines = new ArrayList<>();
        private @Nullable PaymentTerms paymentTerms;
        private @Nullable ServicePeriod period;
        private InvoicingRequirements requirements = InvoicingRequirements.none();

        private Builder(CustomerId customer, CurrencyUnit currency) {
            this.customer = requireNonNull(customer, "customer");
            this.currency = requireNonNull(currency, "currency");
        }

        /** The days that the invoice covers (BG-14). */
        public Builder period(ServicePeriod newPeriod) {
            period = requireNonNull(newPeriod, "period");
            return this;
        }

        /** What the customer asks of it; nothing if not given. */
        public Builder requirements(InvoicingRequirements asked) {
            requirements = requireNonNull(asked, "requirements");
            return this;
        }

        /** When the invoice is to be paid. */
        public Builder paymentTerms(PaymentTerms terms) {
            paymentTerms = requireNonNull(terms, "terms");
            return this;
        }

        /**
         * Adds a line after those that are there.
         *
         * @throws CurrencyMismatchException if it is in another currency
         * @throws IllegalArgumentException if its amount is finer than the currency's minor unit
         */
        public Builder line(InvoiceLine line) {
            requireLine(line, currency, lines.size());
            lines.add(line);
            return this;
        }

        /**
         * The draft.
         *
         * @throws IllegalArgumentException if payment terms or lines are missing
         */
        public InvoiceDraft build() {
            return new InvoiceDraft(this);
        }
    }
}
