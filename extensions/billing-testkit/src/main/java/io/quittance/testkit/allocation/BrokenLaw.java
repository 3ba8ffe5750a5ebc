package io.quittance.testkit.allocation;

import static java.util.Objects.requireNonNull;

/**
 * A law that a strategy broke, and how.
 *
 * @param law which one
 * @param detail what was answered and what was right
 */
public record BrokenLaw(Law law, String detail) {

    /** Checks that both are there. */
    public BrokenLaw {
        requireNonNull(law, "law");
        requireNonNull(detail, "detail");
    }

    @Override
    public String toString() {
        return law + ": " + detail;
    }

    /** What must hold (ar.md, section 7). From {@link #EXHAUSTION} on only for strategies that promise it. */
    public enum Law {
        /** The strategy answers with a list that holds no null, and throws nothing. */
        ANSWERS,
        /** Each line pays an item of the request. */
        KNOWN_ITEM,
        /** No item has two lines. */
        ITEM_ONCE,
        /** Each line pays more than nothing. */
        POSITIVE,
        /** Each line is in the currency of the payment. */
        CURRENCY,
        /** Each line is a whole number of minor units. */
        MINOR_UNIT,
        /** No line pays more than is open of its item. */
        WITHIN_ITEM,
        /** All lines together pay at most what is available. */
        WITHIN_PAYMENT,
        /** Asked twice, the strategy gives the same answer, in the same order. */
        SAME_ANSWER,
        /** Asked an equal question of other objects, read in another order among foreign items, it gives the same answer. */
        EQUAL_QUESTION,
        /** The explanation of each line names the amount that the line pays. */
        EXPLANATION,
        /** Other names in the same order, for items, payment and customer, change nothing but names. */
        RENAMING,
        /** Items that do not count, of other customers or currencies or such as the strategy is not to pay, change nothing. */
        IRRELEVANCE,
        /** Money is left over only when no item is open any more. */
        EXHAUSTION,
        /** More money never lowers what an item gets. */
        MONOTONICITY,
        /** The money in two parts, one after the other, settles what it settles at once. */
        SPLITTING,
        /** No item is paid while one that comes before it in the strategy's order is open. */
        PRIORITY,
        /** Two payments of one day settle the same in either order. */
        COMMUTATION,
        /** Each share is less than a minor unit for each item away from the exact one, unless the item is full. */
        FAIRNESS,
        /** The same question 400 years earlier or later has the same answer. */
        TIMELESSNESS,
        /** The same question on a machine of another language and time zone has the same answer, to the letter. */
        PLACELESSNESS
    }
}
