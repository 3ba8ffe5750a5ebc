package io.quittance.testkit.tax;

import io.quittance.testkit.Law;

/**
 * What tax policies and tax determinations keep: first both, from {@link #NEAR} on policies, from {@link #EQUAL_QUESTION} on
 * determinations.
 */
public enum TaxLaw implements Law {
    ANSWERS("a policy answers with whole minor units of the currency for each that is taxed, a determination"
            + " with treatments, each another, or with a refusal of this library"),
    SAME_ANSWER("asked twice, also with another question in between, it gives the same answer"),
    SERIAL_COPY("as promised, it can be serialised; the copy is equal to it and gives the same answer"),
    NEAR(
            "each amount is less than a unit of the rounding away from its exact tax, so that what is not taxed bears nothing"),
    ORDER("groups and amounts in another order bear the same tax together"),
    NEUTRAL("an amount without tax, and a group of such, change nothing for the others"),
    RATE_OF_BASE("what says that a group's tax is its rate of its base keeps that to less than a unit for each group"),
    ROUNDED_ONCE("as promised, where the policy rounds, the tax is the exact one, rounded once"),
    MIRROR("as promised, with all signs turned, as on a credit note, all of the tax is the same with the sign turned"),
    EQUAL_QUESTION("a question of other objects that is equal has the same answer"),
    COMPLETE("as promised, it refuses no supply"),
    END_OF_PART("as promised, of the days, the last one decides, on which a part counts as supplied"),
    CHANGED_FROM("as promised, what is taxed otherwise than was known before has days from the one on that is told");

    private final String sentence;

    TaxLaw(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
