package io.quittance.examples.monthend;

import io.quittance.core.billing.BillRun;
import io.quittance.core.billing.BillingFinding;
import io.quittance.core.billing.BillingHistory;
import io.quittance.core.contract.Charge;
import io.quittance.core.contract.ContractHistory;
import io.quittance.core.contract.ContractTerms;
import io.quittance.core.id.CustomerId;
import io.quittance.core.invoice.InvoiceDraft;
import io.quittance.core.money.Amount;
import io.quittance.core.money.MinorUnits;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.usage.UsageEvent;
import io.quittance.core.usage.UsageSource;
import io.quittance.core.verification.InvoicedLine;
import io.quittance.core.verification.Verification;
import io.quittance.core.verification.VerificationReport;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.money.CurrencyUnit;

/** Reads the telephone data: for each charge of the terms the columns {@code total_X_minutes} and {@code total_X_charge}. */
final class TelephoneFile {
    /** More than these no document can say. */
    private static final int DIGITS = 38;

    private TelephoneFile() {}

    static Reading<TelephoneCustomer> read(Source source, ContractTerms terms, ServicePeriod period) {
        var columns = new ArrayList<String>();
        for (Charge charge : terms.charges()) {
            columns.add(minutes(charge));
            columns.add(published(charge));
        }
        return CsvFile.read(
                source, terms.currency(), columns, row -> total(row, terms), row -> customer(row, terms, period));
    }

    /** The number of the row is the customer's id. */
    private static TelephoneCustomer customer(Row row, ContractTerms terms, ServicePeriod period) {
        var customer = new CustomerId(String.valueOf(row.number()));
        var usage = new ArrayList<UsageEvent>();
        var published = new ArrayList<InvoicedLine>();
        ContractHistory contract = TelephoneContract.signed(customer, terms, period.start());
        for (Charge charge : terms.charges()) {
            BigDecimal quantity = row.decimal(minutes(charge));
            row.require(quantity.signum() >= 0, minutes(charge), "must not be negative");
            String key = customer + "/" + charge.meter().id() + "/" + period.start();
            usage.add(row.made(
                    minutes(charge),
                    () -> UsageEvent.of(key, customer, charge.meter().id(), quantity, period.startIn(terms.zone()))));
            published.add(InvoicedLine.of(
                    contract.signed().id(), charge.id(), period, row.amount(published(charge), terms.currency())));
        }
        return row.made(() -> billed(contract, List.copyOf(usage), List.copyOf(published), period));
    }

    private static TelephoneCustomer billed(
            ContractHistory contract, List<UsageEvent> usage, List<InvoicedLine> published, ServicePeriod period) {
        UsageSource used = UsageSource.of(usage);
        BillRun run = Taxes.engine().bill(contract, used, BillingHistory.none(), period.end());
        if (!run.findings().isEmpty()) {
            BillingFinding finding = run.findings().get(0);
            throw new RowRejectedException("record", "must be billable: " + finding.reason(), finding.path());
        }
        if (run.total().signum() < 0) {
            throw new RowRejectedException(
                    "record", "must be billable: the total must not be negative", Text.money(run.total()));
        }
        for (InvoiceDraft draft : run.documents()) {
            BigDecimal total = MinorUnits.written(draft.totals().withTax());
            if (total.precision() > DIGITS) {
                throw new RowRejectedException(
                        "record",
                        "must be billable: the total with tax must have at most " + DIGITS + " digits",
                        total.toPlainString());
            }
        }
        VerificationReport verification =
                Verification.of(contract, used, period.end()).check(published);
        return new TelephoneCustomer(contract.signed().customer(), contract, usage, published, run, verification);
    }

    /** The sum of the published charges, if all of them can be read. */
    private static Optional<Amount> total(Row row, ContractTerms terms) {
        CurrencyUnit currency = terms.currency();
        Amount total = Amount.zero(currency);
        for (Charge charge : terms.charges()) {
            Optional<Amount> amount = row.readableAmount(published(charge), currency);
            if (amount.isEmpty()) {
                return Optional.empty();
            }
            total = total.add(amount.get());
        }
        return Optional.of(total);
    }

    private static String minutes(Charge charge) {
        return "total_" + charge.id() + "_minutes";
    }

    private static String published(Charge charge) {
        return "total_" + charge.id() + "_charge";
    }
}
