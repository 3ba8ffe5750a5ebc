package io.quittance.testkit.allocation;

import io.quittance.testkit.Law;

/** What a strategy keeps (ar.md, section 7). From {@link #EXHAUSTION} on only for strategies that promise it. */
public enum AllocationLaw implements Law {
    ANSWERS("the strategy answers with a list that holds no null, and throws nothing"),
    KNOWN_ITEM("each line pays an item of the request"),
    ITEM_ONCE("no item has two lines"),
    POSITIVE("each line pays more than nothing"),
    CURRENCY("each line is in the currency of the payment"),
    MINOR_UNIT("each line is a whole number of minor units"),
    WITHIN_ITEM("no line pays more than is open of its item"),
    WITHIN_PAYMENT("all lines together pay at most what is available"),
    SAME_ANSWER("asked twice, the strategy gives the same answer, in the same order"),
    EQUAL_QUESTION("asked an equal question of other objects, read in another order among foreign items, it gives the"
            + " same answer"),
    EXPLANATION("the explanation of each line names the amount that the line pays"),
    RENAMING("other names in the same order, for items, payment and customer, change nothing but names"),
    IRRELEVANCE("items that do not count, of other customers or currencies or such as the strategy is not to pay,"
            + " change nothing"),
    VALUE_DATE("the day of the allocation counts, and not the day on which the money came"),
    EXHAUSTION("money is left over only when no item is open any more"),
    MONOTONICITY("more money never lowers what an item gets"),
    SPLITTING("the money in two parts, one after the other, settles what it settles at once"),
    PRIORITY("no item is paid while one that comes before it in the strategy's order is open"),
    COMMUTATION("two payments of one day settle the same in either order"),
    FAIRNESS("each share is less than a minor unit for each item away from the exact one, unless the item is full"),
    TIMELESSNESS("the same question 400 years earlier or later has the same answer"),
    PLACELESSNESS(
            "the same question on a machine of another language and time zone has the same answer, to the letter");

    private final String sentence;

    AllocationLaw(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
