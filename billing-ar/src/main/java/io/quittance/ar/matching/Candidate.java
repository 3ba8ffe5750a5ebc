package io.quittance.ar.matching;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.Remittance;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.core.explain.Explanation;
import io.quittance.core.id.CustomerId;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Whose money a transaction may be, and what for.
 *
 * @param transaction the money
 * @param customer whose it may be
 * @param items what it may be for, by due date; empty where only the payer is known, so that the money would stay on account
 * @param confidence how sure it is
 * @param reasons what speaks for it, one for each piece of evidence, then how the amount fits
 */
@SuppressWarnings("serial") // copies made by List.copyOf, which are serialisable
public record Candidate(
        BankTransaction transaction,
        CustomerId customer,
        List<OpenItem> items,
        Confidence confidence,
        List<Explanation> reasons)
        implements Serializable {
    /** The surest first; then by customer, then by items: no two candidates of a match are equal in it. */
    static final Comparator<Candidate> ORDER = Comparator.comparing(Candidate::confidence)
            .reversed()
            .thenComparing(Candidate::customer)
            .thenComparing(Candidate::items, Candidate::compare);

    /** Checks that the items are the customer's, in the currency of the money. */
    public Candidate {
        requireNonNull(transaction, "transaction");
        requireNonNull(customer, "customer");
        items = List.copyOf(items);
        requireNonNull(confidence, "confidence");
        reasons = List.copyOf(reasons);
        String currency = transaction.amount().getCurrency().getCurrencyCode();
        for (OpenItem item : items) {
            Require.that(
                    item.customer().equals(customer)
                            && item.open().getCurrency().getCurrencyCode().equals(currency),
                    "matching.candidate",
                    "items",
                    "must be of customer " + customer + " in " + currency,
                    item.id());
        }
    }

    private static int compare(List<OpenItem> one, List<OpenItem> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            int order = OpenItem.BY_DUE_DATE.compare(one.get(i), other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.size(), other.size());
    }

    /**
     * What the payment would name: each item by due date, with as much as is open of it while the money lasts. 150.00 for 100.00 and
     * 80.00 are 100.00 and 50.00. Never more than is open, and never more than was paid.
     */
    public List<Remittance> remittances() {
        var remittances = new ArrayList<Remittance>();
        Amount left = transaction.amount();
        for (OpenItem item : items) {
            Amount paid = item.open().min(left);
            if (paid.signum() > 0) {
                remittances.add(Remittance.of(item.id(), paid));
                left = left.subtract(paid);
            }
        }
        return List.copyOf(remittances);
    }

    /** The payment that it would be; allocate it by {@code AsRemitted}. */
    public Payment payment() {
        return remittances().stream().reduce(transaction.payment(customer), Payment::naming, (one, other) -> other);
    }

    /** For example {@code HIGH: customer A for [10001]}. */
    @Override
    public String toString() {
        return confidence + ": customer " + customer + " for "
                + items.stream().map(OpenItem::id).toList();
    }
}
