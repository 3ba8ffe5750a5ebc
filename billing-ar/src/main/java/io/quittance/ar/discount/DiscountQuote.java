package io.quittance.ar.discount;

import static java.util.Objects.requireNonNull;

import io.quittance.core.explain.Explanation;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Rounding;
import java.io.Serializable;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * What an open amount can be settled with on a day: 1150.00 with 10 % off is settled with 1035.00 and a discount of 115.00, of which
 * 15.00 are tax. Of a credit note all amounts are negative.
 *
 * @param open what is settled
 * @param discount what need not be paid; 0 where no discount is in force
 * @param tax the part of the discount that is tax; the net part is the remainder
 * @param tier by which it is granted; null where none is
 * @param late whether it is granted after its date
 * @param explanation names the tier and the amounts
 */
public record DiscountQuote(
        Amount open, Amount discount, Amount tax, @Nullable DiscountTier tier, boolean late, Explanation explanation)
        implements Serializable {

    /** Checks that the discount lies between nothing and what is open, and its tax between nothing and the discount. */
    public DiscountQuote {
        requireNonNull(explanation, "explanation");
        requirePart(discount, open, "discount");
        requirePart(tax, discount, "tax");
    }

    private static void requirePart(Amount part, Amount whole, String argument) {
        Require.that(
                part.signum() * whole.signum() >= 0 && part.abs().isLessThanOrEqualTo(whole.abs()),
                "discount.bounds",
                argument,
                "must lie between 0 and " + whole,
                part);
    }

    /** What is to be paid: open less discount. */
    public Amount amountDue() {
        return open.subtract(discount);
    }

    /** The part of the discount without tax. */
    public Amount net() {
        return discount.subtract(tax);
    }

    /**
     * The same with less discount, its tax in proportion, rounded half up: 10.50 with 1.68 of tax cut to 10.00 have 1.60.
     *
     * @param less between nothing and the discount
     */
    DiscountQuote cutTo(Amount less) {
        return cutTo(
                less,
                Explanation.of(
                        "discount.cut",
                        "{0}, cut from {1} to {2} as more was paid",
                        explanation.text(),
                        discount,
                        less));
    }

    private DiscountQuote cutTo(Amount less, Explanation why) {
        Amount part = discount.signum() == 0
                ? tax
                : tax.times(
                        less.toFraction().dividedBy(discount.toFraction()), Rounding.toMinorUnit(open.getCurrency()));
        return new DiscountQuote(open, less, part, tier, late, why);
    }

    /**
     * The same with no more discount than is left of its document, where earlier payments had a part: 9.80 of 490.00 are nothing once
     * all 20.00 of 1000.00 are granted. Its tax is lowered in proportion, rounded half up. What is due may then be no number of coins.
     *
     * @param left 0 or more, in whole minor units; a credit note has as much with the other sign
     */
    public DiscountQuote atMost(MonetaryAmount left) {
        Amount most = Amount.from(left);
        if (discount.abs().isLessThanOrEqualTo(most)) {
            return this;
        }
        Amount less = discount.signum() < 0 ? most.negate() : most;
        return cutTo(
                less,
                Explanation.of(
                        "discount.granted-before",
                        "{0}, {1} of it, which is all that is left of the discount of the document",
                        explanation.text(),
                        less));
    }

    /** The tier by which the discount is granted; empty where none is. */
    public Optional<DiscountTier> grantedBy() {
        return Optional.ofNullable(tier);
    }
}
