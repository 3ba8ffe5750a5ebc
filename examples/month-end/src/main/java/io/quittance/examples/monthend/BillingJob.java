package io.quittance.examples.monthend;

import io.quittance.core.id.InvoiceNumber;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.verification.VerificationReport;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.billing.BillingAccuracy;
import io.quittance.kpi.billing.BillingErrorRate;
import io.quittance.kpi.billing.BillingFigures;
import io.quittance.kpi.billing.InvoicesOnTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Bills what the telephone customers used, and holds what their publisher charged against the terms. */
final class BillingJob {
    /** An invoice is due to be sent by the fifth day after its period; the data do not say, so the example states it. */
    static final int DAYS_TO_SEND = 5;

    /**
     * What billing came to.
     *
     * @param issueDate the day on which all invoices are dated and sent
     * @param due how many invoices were due to be sent, those of rejected rows included
     */
    record Result(
            ServicePeriod period, List<Invoice> invoices, List<Published> published, LocalDate issueDate, long due) {

        /** The last day on which an invoice is sent on time. */
        LocalDate sendBy() {
            return period.lastDay().plusDays(DAYS_TO_SEND);
        }

        long onTime() {
            return invoices.stream()
                    .filter(invoice -> !invoice.issueDate().isAfter(sendBy()))
                    .count();
        }

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

        /** An invoice of a rejected row was due and not sent; the published invoices are checked, not ours. */
        KpiResult result(Kpi<BillingFigures> kpi) {
            return kpi.compute(BillingFigures.empty()
                    .forPeriod(period)
                    .withChecked(publishedInvoicesWrong(), published.size())
                    .withSent(onTime(), due));
        }

        /** Every KPI of billing. */
        List<KpiResult> kpis() {
            return List.of(result(new BillingAccuracy()), result(new BillingErrorRate()), result(new InvoicesOnTime()));
        }
    }

    /** The published invoice of one customer, checked against the terms. */
    record Published(InvoiceNumber invoice, VerificationReport verification) {}

    private BillingJob() {}

    /** Issues what was drafted for a period; numbers are drawn in the order of the customers, without a gap. */
    static Result run(
            Reading<TelephoneCustomer> customers, ServicePeriod period, LocalDate issueDate, Issuing issuing) {
        var invoices = new ArrayList<Invoice>();
        var published = new ArrayList<Published>();
        for (TelephoneCustomer customer : customers.accepted()) {
            Invoice invoice = issuing.invoice(
                    customer.draft(), customer.contract().signed().id(), issueDate);
            invoices.add(invoice);
            published.add(new Published(invoice.number(), customer.verification()));
        }
        return new Result(period, List.copyOf(invoices), List.copyOf(published), issueDate, customers.rows());
    }
}
