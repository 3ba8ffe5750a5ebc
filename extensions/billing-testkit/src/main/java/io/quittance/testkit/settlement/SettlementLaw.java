package io.quittance.testkit.settlement;

import io.quittance.testkit.Law;

/** What a settlement keeps, by the policy that it is held against (ar.md, section 7). {@link #PARTS} only for what promises it. */
public enum SettlementLaw implements Law {
    ANSWERS("it is settled, and refused only where the policy requires full payment"),
    SAME_ANSWER("the same payment is settled twice in the same way"),
    EQUAL_QUESTION("an equal payment and equal items, of other objects, are settled in the same way"),
    MONEY("the money is that of the payment, and what is available is applied, taken or on account"),
    KNOWN_ITEM("only items of the request are closed"),
    WITHIN_ITEM("no item is closed by more than is open of it"),
    WITHHELD("tax is kept of each item as the policy says, all of it tax, proved by its certificate"),
    DISCOUNT(
            "a discount for paying early is what the money earns on its value date and was not granted before, with its tax, and late"
                    + " only where that is"),
    TOLERANCE(
            "what is within the limits of what is paid together is tolerated, and no more, in one direction, and closes it"),
    SHORT_PAY("the rest of an item that is paid in part becomes what the policy says, within its limit"),
    MONEY_FIRST("nothing is given up or moved that money of the payment can pay, which is for nothing else"),
    OVERPAID("money beyond what is due after a discount becomes what the policy says"),
    ALLOWED("nothing closes an item or takes money that the policy does not allow"),
    EXPLANATION("every adjustment names its amount in its reason"),
    PARTS(
            "two payments earn no more discount than one of both, but for a minor unit each, and together a coin where coins count");

    private final String sentence;

    SettlementLaw(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
