package io.quittance.ar.ledger;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.credit.UnappliedPayment;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.id.CustomerId;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import org.jspecify.annotations.Nullable;

/**
 * A customer's ledger folded to what is open and what is left, with its history reduced to keys and ids: {@link CustomerLedger#of} goes on
 * from it, at a cost that depends on the number of open items and not on the history. It is a cache of the host's: the entries stay the
 * books.
 *
 * <p>What came before is closed. As of days before {@code through} or instants before {@code recordedAt} there is no answer, no entry takes
 * effect before {@code through}, and nothing that was recorded before can be reversed or returned; for these, use the ledger of all
 * entries.
 *
 * @param customer whose it is
 * @param currencyCode of all amounts
 * @param version how many entries are folded
 * @param through the latest day on which one of them took effect
 * @param recordedAt the instant at which the last of them was recorded
 * @param items what is open, with what a dispute needs
 * @param unapplied what is left of payments and credits
 * @param keys of all entries, so that none is posted twice
 * @param receivables the ids of all receivables, open or settled
 * @param payments the ids of all payments and credits, used up or not
 */
public record LedgerSnapshot(
        CustomerId customer,
        String currencyCode,
        int version,
        LocalDate through,
        Instant recordedAt,
        List<FoldedItem> items,
        List<UnappliedPayment> unapplied,
        Set<EntryKey> keys,
        Set<ReceivableId> receivables,
        Set<PaymentId> payments)
        implements Serializable {

    /**
     * An open debt.
     *
     * @param item what is open of it
     * @param disputedFrom since when it is contested; null if it is not
     * @param earliestDispute the first day from which it can be contested (again)
     */
    public record FoldedItem(OpenItem item, @Nullable LocalDate disputedFrom, LocalDate earliestDispute)
            implements Serializable {
        /** Checks the parts. */
        public FoldedItem {
            requireNonNull(item, "item");
            Dates.inCalendar(earliestDispute, "earliestDispute");
            Require.that(
                    item.isDisputed() == (disputedFrom != null),
                    "snapshot.disputed",
                    "disputedFrom",
                    item.isDisputed()
                            ? "must be given for a disputed item"
                            : "must not be given for an undisputed item",
                    disputedFrom);
        }
    }

    /** Checks that the parts are one customer's, in one currency, and that what is left is known. */
    public LedgerSnapshot {
        requireNonNull(customer, "customer");
        CurrencyUnit currency = Monetary.getCurrency(currencyCode);
        Require.that(version > 0, "snapshot.version", "version", "must be more than 0", version);
        Dates.inCalendar(through, "through");
        requireNonNull(recordedAt, "recordedAt");
        items = List.copyOf(items);
        unapplied = List.copyOf(unapplied);
        keys = Set.copyOf(keys);
        receivables = Set.copyOf(receivables);
        payments = Set.copyOf(payments);
        Require.that(
                keys.size() == version,
                "snapshot.keys",
                "keys",
                "must be " + version + ", one of each entry",
                keys.size());
        var seen = new HashSet<ReceivableId>();
        for (int i = 0; i < items.size(); i++) {
            OpenItem item = items.get(i).item();
            String at = "items[" + i + "]";
            check(customer, item.customer(), at);
            check(currency, item.open(), at);
            checkKnown(receivables, item.id(), at);
            Require.that(seen.add(item.id()), "snapshot.item-twice", at, "must not repeat", item.id());
        }
        var left = new HashSet<PaymentId>();
        for (int i = 0; i < unapplied.size(); i++) {
            Payment payment = unapplied.get(i).payment();
            String at = "unapplied[" + i + "]";
            check(customer, payment.customer(), at);
            check(currency, payment.amount(), at);
            checkKnown(payments, payment.id(), at);
            Require.that(left.add(payment.id()), "snapshot.payment-twice", at, "must not repeat", payment.id());
        }
    }

    private static void check(CustomerId customer, CustomerId given, String argument) {
        Require.that(given.equals(customer), "snapshot.customer", argument, "must be of " + customer, given);
    }

    private static void check(CurrencyUnit currency, Amount given, String argument) {
        String code = given.getCurrency().getCurrencyCode();
        if (!code.equals(currency.getCurrencyCode())) {
            throw new CurrencyMismatchException(argument, currency.getCurrencyCode(), code);
        }
    }

    private static <T> void checkKnown(Collection<T> known, T id, String argument) {
        Require.that(known.contains(id), "snapshot.unknown", argument, "must be one of the ids", id);
    }
}
