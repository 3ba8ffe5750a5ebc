package io.quittance.examples.monthend;

import io.quittance.core.contract.Charge;
import io.quittance.core.contract.Contract;
import io.quittance.core.contract.ContractTerms;
import io.quittance.core.id.ContractId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.invoice.InvoiceDraft;
import io.quittance.core.money.Amount;
import io.quittance.core.rating.Rating;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.usage.UsageEvent;
import io.quittance.core.verification.BilledCharge;
import io.quittance.core.verification.Verification;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.money.CurrencyUnit;

/** Reads the telephone data: for each charge of the terms the columns {@code total_X_minutes} and {@code total_X_charge}. */
final class TelephoneFile {
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
        var published = new ArrayList<BilledCharge>();
        for (Charge charge : terms.charges()) {
            BigDecimal quantity = row.decimal(minutes(charge));
            row.require(quantity.signum() >= 0, minutes(charge), "must not be negative");
            String key = customer + "/" + charge.meter().id() + "/" + period.start();
            usage.add(row.made(
                    minutes(charge),
                    () -> UsageEvent.of(key, customer, charge.meter().id(), quantity, period.startIn(terms.zone()))));
            published.add(new BilledCharge(charge.id(), row.amount(published(charge), terms.currency())));
        }
        return row.made(() -> billed(customer, List.copyOf(usage), List.copyOf(published), terms, period));
    }

    private static TelephoneCustomer billed(
            CustomerId customer,
            List<UsageEvent> usage,
            List<BilledCharge> published,
            ContractTerms terms,
            ServicePeriod period) {
        Contract contract = Contract.of(new ContractId("C-" + customer), customer, period, terms);
        Rating rating = Rating.of(contract, usage, period);
        InvoiceDraft draft = InvoiceDraft.of(rating);
        Amount total = draft.lineTotal(); // refused here if it is beyond the bounds of an amount
        if (total.signum() < 0) {
            throw new RowRejectedException(
                    "record", "must be billable: the total must not be negative", Text.money(total));
        }
        return new TelephoneCustomer(customer, usage, published, draft, Verification.of(rating, published));
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
