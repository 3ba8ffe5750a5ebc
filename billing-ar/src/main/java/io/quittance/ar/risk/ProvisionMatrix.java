package io.quittance.ar.risk;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.aging.AgingBucket;
import io.quittance.ar.aging.AgingReport;
import io.quittance.ar.aging.AgingRow;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.id.CustomerId;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Rounding;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import javax.money.MonetaryAmount;

/**
 * Expected credit loss of trade receivables by how late they are: a rate for each bucket (IFRS 9, 5.5.15 and B5.5.35). Each row is rounded once, and the total is the sum of
 * the rounded rows, so that it can be booked by row. Money on account lowers no row; leave it to the host whether it lowers the whole.
 *
 * <p>What is contested stands in a column of its own of an aging report, and in no bucket. It has a row if the last rate is that of {@link
 * #DISPUTED}; without one nothing is provided for it here, as where credit notes are expected for it. By a report with {@link
 * io.quittance.ar.aging.AgingRule#withDisputedInBuckets} it is provided for by its age.
 *
 * <p>15000.00, 7500.00, 4000.00 and 2500.00 at 0.5, 2.2, 2.7 and 4.5 % are 75.00, 165.00, 108.00 and 112.50.
 *
 * @param rates one for each bucket, from the youngest to the oldest
 * @param rounding of each row
 */
public record ProvisionMatrix(List<ProvisionRate> rates, Rounding rounding) implements Serializable {
    /** The bucket of what is contested, whatever its age: the last of the rates, where it has one. */
    public static final String DISPUTED = "disputed";

    /** Copies the rates and checks that each bucket has one. */
    public ProvisionMatrix {
        rates = Require.notEmpty(List.copyOf(rates), "rates");
        requireNonNull(rounding, "rounding");
        var names = new HashSet<String>();
        for (ProvisionRate rate : rates) {
            Require.that(
                    names.add(rate.bucket()),
                    "provision.bucket-twice",
                    "rates",
                    "must have one for each bucket",
                    rate.bucket());
        }
    }

    /**
     * The same with each rate looking ahead by one factor; see {@link ProvisionRate#lookingAhead(BigDecimal)}, by which each bucket can have its own.
     * 75.00, 165.00, 108.00 and 112.50 become 93.75, 206.25, 135.00 and 140.63 by 1.25.
     */
    public ProvisionMatrix lookingAhead(BigDecimal factor) {
        return new ProvisionMatrix(
                rates.stream().map(rate -> rate.lookingAhead(factor)).toList(), rounding);
    }

    /** As {@link #lookingAhead(BigDecimal)}, from text. */
    public ProvisionMatrix lookingAhead(String factor) {
        return lookingAhead(Require.decimal(factor, "factor"));
    }

    /**
     * What is expected to be lost of balances.
     *
     * @param balances one for each rate, in the same order, 0 or more each, of one currency
     */
    public Provision provide(List<? extends MonetaryAmount> balances) {
        Require.that(
                balances.size() == rates.size(),
                "provision.balances",
                "balances",
                "must be one for each of " + rates.size() + " rates",
                balances.size());
        String currency = balances.get(0).getCurrency().getCurrencyCode();
        var rows = new ArrayList<ProvisionRow>();
        for (int i = 0; i < rates.size(); i++) {
            Amount balance = Amount.from(balances.get(i));
            String given = balance.getCurrency().getCurrencyCode();
            if (!given.equals(currency)) {
                throw new CurrencyMismatchException("balances[" + i + "]", currency, given);
            }
            rows.add(new ProvisionRow(rates.get(i), balance, rounding));
        }
        return new Provision(rows);
    }

    /**
     * What is expected to be lost of all customers together.
     *
     * @throws IllegalArgumentException if the buckets of the report are not those of the rates without that of {@link #DISPUTED}, by name and order,
     *     or something is open and not contested that is in no bucket
     */
    public Provision provide(AgingReport report) {
        return provide(report, report.total());
    }

    /** As {@link #provide(AgingReport)}, of one customer; nothing of one who is not in the report. Rows of customers are rounded by themselves. */
    public Provision provide(AgingReport report, CustomerId customer) {
        AgingRow row = report.customers().get(requireNonNull(customer, "customer"));
        if (row == null) {
            requireBuckets(report);
            Amount none = Amount.zero(report.total().onAccount().getCurrency());
            return provide(rates.stream().map(rate -> none).toList());
        }
        return provide(report, row);
    }

    private Provision provide(AgingReport report, AgingRow row) {
        requireBuckets(report);
        Require.that(
                row.unaged().amount().signum() == 0,
                "provision.unaged",
                "report",
                "must have all that is open in a bucket",
                row.unaged().amount());
        var balances = new ArrayList<Amount>();
        row.buckets().forEach(bucket -> balances.add(bucket.amount()));
        if (balances.size() < rates.size()) {
            balances.add(row.disputed().amount());
        }
        return provide(balances);
    }

    private void requireBuckets(AgingReport report) {
        List<String> all = rates.stream().map(ProvisionRate::bucket).toList();
        List<String> given =
                report.buckets().buckets().stream().map(AgingBucket::name).toList();
        boolean hasDisputed =
                all.size() == given.size() + 1 && all.get(given.size()).equals(DISPUTED);
        List<String> expected = hasDisputed ? all.subList(0, given.size()) : all;
        Require.that(expected.equals(given), "provision.buckets", "report", "must have the buckets " + expected, given);
    }
}
