package io.quittance.examples.monthend;

import io.quittance.core.contract.Charge;
import io.quittance.core.contract.ContractTerms;
import io.quittance.core.id.CustomerId;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.usage.UsageEvent;
import io.quittance.core.verification.BilledCharge;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.money.CurrencyUnit;

/** Reads the telephone data: for each charge of the terms the columns {@code total_X_minutes} and {@code total_X_charge}. */
final class TelephoneFile {
    private TelephoneFile() {}

    static Reading<TelephoneCustomer> read(Source source, ContractTerms terms, ServicePeriod period)
            throws IOException {
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
            if (quantity.signum() < 0) {
                throw new RowRejectedException(minutes(charge), "must not be negative", quantity.toPlainString());
            }
            String key = customer + "/" + charge.meter().id() + "/" + period.start();
            usage.add(Row.made(
                    minutes(charge),
                    () -> UsageEvent.of(key, customer, charge.meter().id(), quantity, period.startIn(terms.zone()))));
            published.add(new BilledCharge(charge.id(), row.amount(published(charge), terms.currency())));
        }
        return new TelephoneCustomer(customer, List.copyOf(usage), List.copyOf(published));
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
