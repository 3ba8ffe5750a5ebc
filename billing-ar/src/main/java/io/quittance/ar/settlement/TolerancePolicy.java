package io.quittance.ar.settlement;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.money.Fraction;
import java.io.Serializable;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which differences close a payment and the documents it is for, in either direction (ar.md 4.8). The documents that are paid together
 * are those that the payer names, else those that the strategy pays. A tolerance does not suit running accounts that pay the oldest
 * items with whatever comes.
 *
 * <p>{@linkplain #pooled Pooled}: the limits of the documents are added, and so are the differences. {@linkplain #twoLevels Two
 * levels}: what is paid of an item is held against its own limit, and the money against what its payer says it is for. Neither limit
 * makes up for the other. Pooled limits close all that is paid together, or nothing; so does that of the receipt. Of two levels, that of
 * an item closes this item, whatever becomes of the others: of 98.00 and 50.00 for two of 100.00 with limits of 2.00, the first is closed.
 *
 * <p>Money is taken only where it is for nothing that is known: not where it is prepaid, nor where the payer names an item that gets
 * none of it. An item that the payer names and the strategy excludes, as it would pay nothing of it were it the only one, is not closed.
 *
 * @param usual the limit of an item that has none of its own
 * @param own limits of single items
 * @param receipt the limit of the receipt, in percent of what is due; null for pooled limits
 */
public record TolerancePolicy(
        AdjustmentLimit usual,
        SortedMap<ReceivableId, AdjustmentLimit> own,
        @Nullable AdjustmentLimit receipt) implements Serializable {

    /** Copies the limits. */
    public TolerancePolicy {
        requireNonNull(usual, "usual");
        own = Collections.unmodifiableSortedMap(new TreeMap<>(own));
    }

    /**
     * Limits of documents that are added where they are paid together: two of 5.00 allow 10.00. What counts is the difference between
     * what is due and the money, not what the payer says of it: 99.00 on a debt of 100.00 that is said to be 98.00 are 1.00 short. So
     * money that is left and may be taken first pays what is short, where the difference is within the limit or the money is enough for
     * all.
     */
    public static TolerancePolicy pooled(AdjustmentLimit item) {
        return new TolerancePolicy(item, new TreeMap<>(), null);
    }

    /**
     * A limit for what the payer pays of each item, and another for the money in all: two items of 100.00, named with 98.00 each and
     * paid with 192.00, are 2.00 short each, and 4.00 on the receipt. Where one item is short by more than its limit, nothing is
     * tolerated on the receipt, while other items that are short within theirs are closed; where the payer gives no amounts, what is
     * short is short on the items. Money that is left and may be taken first pays what would be tolerated of items: 100.00 on a debt of
     * 100.00 that is said to be 98.00 pay it, with nothing tolerated and nothing taken.
     */
    public static TolerancePolicy twoLevels(AdjustmentLimit item, AdjustmentLimit receipt) {
        return new TolerancePolicy(item, new TreeMap<>(), requireNonNull(receipt, "receipt"));
    }

    /** The same, with a limit of its own for an item. */
    public TolerancePolicy with(ReceivableId item, AdjustmentLimit limit) {
        var more = new TreeMap<>(own);
        more.put(item, limit);
        return new TolerancePolicy(usual, more, receipt);
    }

    /** The limit of an item. */
    public AdjustmentLimit limit(ReceivableId item) {
        return own.getOrDefault(item, usual);
    }

    /** The limit of the receipt; empty where limits are pooled. */
    public Optional<AdjustmentLimit> ofReceipt() {
        return Optional.ofNullable(receipt);
    }

    Fraction most(OpenItem item) {
        return limit(item.id()).most(item.open());
    }
}
