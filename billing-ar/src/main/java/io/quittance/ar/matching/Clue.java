package io.quittance.ar.matching;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.receivable.OpenItem;
import io.quittance.core.explain.Explanation;
import io.quittance.core.id.CustomerId;
import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.util.List;

/**
 * What one piece of evidence says of one customer.
 *
 * @param kind what it is
 * @param customer whose money it may be
 * @param items which it names, all of the customer: one, or several of which it does not say which is meant; empty where it is only
 *     about the payer
 * @param why what was seen; never the name or the account of a payer
 */
@SuppressWarnings("serial") // a copy made by List.copyOf, which is serialisable
public record Clue(Kind kind, CustomerId customer, List<OpenItem> items, Explanation why) implements Serializable {
    /** What a clue is, from the strongest to the weakest. */
    public enum Kind {
        /** A structured reference that is right and known. */
        REFERENCE,
        /** The number of a document. */
        NUMBER,
        /** The payer beyond doubt, as by an account. */
        ACCOUNT,
        /** The payer perhaps, as by a name. */
        NAME;

        private boolean namesItems() {
            return this == REFERENCE || this == NUMBER;
        }
    }

    /** Checks that it names items of its customer where its kind does, and none otherwise. */
    public Clue {
        requireNonNull(kind, "kind");
        requireNonNull(customer, "customer");
        items = items.stream().distinct().sorted(OpenItem.BY_DUE_DATE).toList();
        requireNonNull(why, "why");
        Require.that(
                items.isEmpty() != kind.namesItems(),
                "matching.clue",
                "items",
                (kind.namesItems() ? "must not be empty for " : "must be empty for ") + kind,
                items);
        for (OpenItem item : items) {
            Require.that(
                    item.customer().equals(customer),
                    "matching.clue",
                    "items",
                    "must be of customer " + customer,
                    item.id());
        }
    }

    /** A structured reference that names an item, or several of one customer. */
    public static Clue reference(List<OpenItem> items, Explanation why) {
        return new Clue(Kind.REFERENCE, customer(items), items, why);
    }

    /** A number that names an item, or several of one customer, such as those of an order. */
    public static Clue number(List<OpenItem> items, Explanation why) {
        return new Clue(Kind.NUMBER, customer(items), items, why);
    }

    /** The payer beyond doubt. */
    public static Clue account(CustomerId customer, Explanation why) {
        return new Clue(Kind.ACCOUNT, customer, List.of(), why);
    }

    /** The payer perhaps. */
    public static Clue name(CustomerId customer, Explanation why) {
        return new Clue(Kind.NAME, customer, List.of(), why);
    }

    private static CustomerId customer(List<OpenItem> items) {
        return Require.notEmpty(items, "items").get(0).customer();
    }

    /** Whether it leaves no doubt which item it names. */
    boolean isOfOne() {
        return items.size() == 1;
    }
}
