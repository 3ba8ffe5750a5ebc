package io.quittance.ar.aging;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.credit.UnappliedPayment;
import io.quittance.ar.ledger.AccountView;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.explain.Explanation;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Open items by age, what is contested of them, and money on account beside them. All columns add up to what is owed.
 *
 * @param buckets one for each bucket of the report, from the youngest to the oldest
 * @param unaged open items whose age an incomplete set of buckets leaves out; nothing otherwise
 * @param disputed what is contested, of whatever age; nothing where it stands in the buckets
 * @param onAccount money and credits that settle nothing yet, never netted against a bucket unless the rule says so; zero or more
 */
public record AgingRow(List<AgedAmount> buckets, AgedAmount unaged, AgedAmount disputed, Amount onAccount)
        implements Serializable {

    /** Copies the buckets, and checks that all columns are in one currency. */
    public AgingRow {
        buckets = List.copyOf(buckets);
        requireNonNull(unaged, "unaged");
        requireNonNull(disputed, "disputed");
        requireNonNull(onAccount, "onAccount");
        Require.that(onAccount.signum() >= 0, "aging.on-account", "onAccount", "must be 0 or more", onAccount);
        String currency = onAccount.getCurrency().getCurrencyCode();
        for (int i = 0; i < buckets.size(); i++) {
            requireCurrency(buckets.get(i), currency, "buckets[" + i + "]");
        }
        requireCurrency(unaged, currency, "unaged");
        requireCurrency(disputed, currency, "disputed");
    }

    private static void requireCurrency(AgedAmount column, String currency, String argument) {
        String given = column.amount().getCurrency().getCurrencyCode();
        if (!given.equals(currency)) {
            throw new CurrencyMismatchException(argument, currency, given);
        }
    }

    /**
     * The row of one account: 60.00 that are 10 days late and 40.00 on account are 60.00 in 1-30 and a balance of 20.00.
     *
     * @param unapplied what is left of payments and credits, which the account has on account; only looked at where the rule takes it off
     *     the buckets
     * @param rule how the items are aged
     * @param day on which they are as old as they are reported, unless the rule names one
     * @throws IllegalArgumentException if the rule takes what is on account off the buckets, and {@code unapplied} is not that
     */
    public static AgingRow of(AccountView account, List<UnappliedPayment> unapplied, AgingRule rule, LocalDate day) {
        var sorter = new AgingSorter(
                account.onAccount().getCurrency(),
                rule,
                rule.day().orElse(Dates.inCalendar(day, "day")),
                Map.of(account.customer(), List.copyOf(unapplied)));
        AgingRow row = sorter.row(List.of(account));
        Require.that(
                row.balance().equals(account.balance()),
                "aging.on-account",
                "unapplied",
                "must be what the account has on account, " + account.onAccount(),
                unapplied);
        return row;
    }

    /** All open items, each once, from the youngest bucket to the oldest; then those of which all is contested. */
    public AgedAmount open() {
        Map<ReceivableId, OpenItem> items = new LinkedHashMap<>();
        var columns = new ArrayList<>(buckets);
        columns.add(unaged);
        columns.add(disputed);
        for (AgedAmount column : columns) {
            column.items().forEach(item -> items.putIfAbsent(item.id(), item));
        }
        return AgedAmount.of(onAccount.getCurrency(), items.values(), Explanation.of("aging.open", "open, of any age"));
    }

    /** What is owed in all, the balance of the control account: the sum of all columns, of which money on account is taken off. */
    public Amount balance() {
        Amount open = buckets.stream().map(AgedAmount::amount).reduce(unaged.amount(), Amount::add);
        return open.add(disputed.amount()).subtract(onAccount);
    }
}
