package io.quittance.examples.monthend;

import io.quittance.core.contract.Contract;
import io.quittance.core.contract.ContractTerms;
import io.quittance.core.id.ContractId;
import io.quittance.core.id.InvoiceNumber;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceDraft;
import io.quittance.core.rating.Rating;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.verification.Verification;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Bills what the telephone customers used, and holds what their publisher charged against the terms. */
final class BillingJob {

    /**
     * What billing came to.
     *
     * @param issueDate the day on which all invoices were due to be sent, and are dated
     * @param due how many invoices were due, those of rejected rows included
     */
    record Result(List<Invoice> invoices, List<Published> published, LocalDate issueDate, long due) {

        long chargesChecked() {
            return published.stream()
                    .mapToLong(one -> one.verification().checked())
                    .sum();
        }

        long chargesWrong() {
            return published.stream()
                    .mapToLong(one -> one.verification().findings().size())
                    .sum();
        }

        long publishedInvoicesWrong() {
            return published.stream()
                    .filter(one -> !one.verification().isClean())
                    .count();
        }
    }

    /** The published invoice of one customer, checked against the terms. */
    record Published(InvoiceNumber invoice, Verification verification) {}

    private BillingJob() {}

    /** Bills a period on the day after its end; numbers are drawn in the order of the customers, without a gap. */
    static Result run(Reading<TelephoneCustomer> customers, ContractTerms terms, ServicePeriod period) {
        LocalDate issueDate = period.end();
        var invoices = new ArrayList<Invoice>();
        var published = new ArrayList<Published>();
        for (TelephoneCustomer customer : customers.accepted()) {
            Contract contract =
                    Contract.of(new ContractId("C-" + customer.customer()), customer.customer(), period, terms);
            Rating rating = Rating.of(contract, customer.usage(), period);
            var number = new InvoiceNumber(
                    String.format(Locale.ROOT, "T-%d-%06d", issueDate.getYear(), invoices.size() + 1));
            invoices.add(InvoiceDraft.of(rating).issue(number, issueDate));
            published.add(new Published(number, Verification.of(rating, customer.published())));
        }
        return new Result(List.copyOf(invoices), List.copyOf(published), issueDate, customers.rows());
    }
}
