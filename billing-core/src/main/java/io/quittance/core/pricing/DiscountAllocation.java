package io.quittance.core.pricing;

import static java.util.Objects.requireNonNull;

import io.quittance.core.id.ChargeId;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Apportionment;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import java.io.Serializable;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which charge bears how much of the discounts on several charges. Discounts apply one after the other, each to what is left
 * of the charges in its scope, and are divided by {@link Conventions#discountSpread()}. 10.00 off 60.00 and 40.00 takes 6.00
 * and 4.00.
 *
 * @param shares in the order of the discounts, and for each in the order of the charges; without shares of nothing
 */
public record DiscountAllocation(List<Share> shares) implements Serializable {

    /**
     * What one charge bears of one discount.
     *
     * @param discount the id of the discount
     * @param charge the charge
     * @param left what was left of the charge before
     * @param amount what is taken off, more than zero and at most {@code left}
     */
    public record Share(String discount, ChargeId charge, Fraction left, Fraction amount) implements Serializable {
        /** Checks that all are there. */
        public Share {
            requireNonNull(discount, "discount");
            requireNonNull(charge, "charge");
            requireNonNull(left, "left");
            requireNonNull(amount, "amount");
        }
    }

    /**
     * What one charge comes to before the discounts.
     *
     * @param charge the charge
     * @param amount what it comes to; one that is not more than zero bears nothing
     */
    public record Line(ChargeId charge, Amount amount) implements Serializable {
        /** Checks that both are there. */
        public Line {
            requireNonNull(charge, "charge");
            requireNonNull(amount, "amount");
        }
    }

    /** Copies the shares. */
    public DiscountAllocation {
        shares = List.copyOf(shares);
    }

    /**
     * Divides the discounts.
     *
     * @param lines what each charge comes to, in the order of the contract, each charge once
     * @param used how much of an amount was used up by earlier invoices, by the id of the discount
     * @param rounding the units in which shares are divided; of an amount no more is taken than it is: of 10.005, 10.00 in
     *     cents
     * @throws IllegalArgumentException if a discount names a charge that is not among the lines, or a line is finer than a
     *     unit of the rounding and shares are not exact
     */
    public static DiscountAllocation of(
            List<Line> lines,
            Discounts discounts,
            Conventions conventions,
            Map<String, Fraction> used,
            Rounding rounding) {
        Map<ChargeId, Fraction> left = new LinkedHashMap<>();
        for (Line line : lines) {
            Require.that(
                    left.put(line.charge(), line.amount().toFraction()) == null,
                    "charge.duplicate",
                    "lines",
                    "must name each charge once",
                    line.charge());
            Require.that(
                    conventions.discountSpread() == DiscountSpread.EXACT
                            || line.amount().rounded(rounding).isEqualTo(line.amount()),
                    "discount.line",
                    "line " + line.charge(),
                    "must be rounded " + rounding,
                    line.amount());
        }
        for (Discount discount : discounts.list()) {
            for (ChargeId charge : discount.scope()) {
                Require.that(
                        left.containsKey(charge),
                        "discount.scope",
                        "discount " + discount.id(),
                        "must apply to charges of the contract",
                        charge);
            }
        }
        var shares = new ArrayList<Share>();
        for (Discount discount : discounts.ordered(conventions)) {
            Map<ChargeId, Fraction> targets = new LinkedHashMap<>();
            left.forEach((charge, rest) -> {
                if (discount.appliesTo(charge) && rest.signum() > 0) {
                    targets.put(charge, rest);
                }
            });
            for (Share share : shares(discount, targets, conventions, used, rounding)) {
                left.merge(share.charge(), share.amount().negated(), Fraction::plus);
                shares.add(share);
            }
        }
        return new DiscountAllocation(shares);
    }

    private static List<Share> shares(
            Discount discount,
            Map<ChargeId, Fraction> targets,
            Conventions conventions,
            Map<String, Fraction> used,
            Rounding rounding) {
        List<Fraction> weights = List.copyOf(targets.values());
        Fraction sum = weights.stream().reduce(Fraction.ZERO, Fraction::plus);
        Fraction whole = Discounts.of(discount)
                .steps(sum, conventions, used)
                .get(0)
                .amount()
                .negated();
        List<Fraction> parts = switch (conventions.discountSpread()) {
            case LARGEST_REMAINDER -> largestRemainder(inUnits(discount, whole, rounding), sum, weights, rounding);
            case EXACT ->
                weights.stream()
                        .map(weight -> whole.times(weight.dividedBy(sum)))
                        .toList();
            case PER_LINE ->
                discount.kind() == Discount.Kind.PERCENT
                        ? weights.stream()
                                .map(weight -> ofOne(discount, weight, conventions, rounding))
                                .toList()
                        : largestRemainder(inUnits(discount, whole, rounding), sum, weights, rounding);
        };
        var shares = new ArrayList<Share>();
        for (ChargeId charge : targets.keySet()) {
            Fraction amount = parts.get(shares.size());
            shares.add(new Share(discount.id(), charge, weights.get(shares.size()), amount));
        }
        shares.removeIf(share -> share.amount().signum() == 0);
        return shares;
    }

    private static Fraction ofOne(Discount discount, Fraction charge, Conventions conventions, Rounding rounding) {
        Fraction off = Discounts.of(discount)
                .steps(charge, conventions, Map.of())
                .get(0)
                .amount()
                .negated();
        return Fraction.of(off.round(rounding)).min(charge);
    }

    /** What is taken off in whole units; of an amount no more than it is, so the rest of a unit stays. */
    private static Fraction inUnits(Discount discount, Fraction whole, Rounding rounding) {
        Rounding rule =
                discount.kind() == Discount.Kind.AMOUNT ? Rounding.of(rounding.scale(), RoundingMode.DOWN) : rounding;
        return Fraction.of(whole.round(rule));
    }

    private static List<Fraction> largestRemainder(
            Fraction whole, Fraction sum, List<Fraction> weights, Rounding rounding) {
        if (whole.signum() == 0) {
            return weights.stream().map(weight -> Fraction.ZERO).toList();
        }
        return Apportionment.largestRemainder(rounding.scale()).split(whole.min(sum), weights);
    }

    /** What that charge bears of all discounts. */
    public Fraction of(ChargeId charge) {
        return shares.stream()
                .filter(share -> share.charge().equals(charge))
                .map(Share::amount)
                .reduce(Fraction.ZERO, Fraction::plus);
    }

    /** What all charges bear of that discount: what was used of it. */
    public Fraction used(String discount) {
        return shares.stream()
                .filter(share -> share.discount().equals(discount))
                .map(Share::amount)
                .reduce(Fraction.ZERO, Fraction::plus);
    }

    /** What all charges bear of all discounts. */
    public Fraction total() {
        return shares.stream().map(Share::amount).reduce(Fraction.ZERO, Fraction::plus);
    }
}
