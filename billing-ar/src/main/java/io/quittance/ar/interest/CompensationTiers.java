package io.quittance.ar.interest;

import static java.util.Objects.requireNonNull;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.explain.Explanation;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.MinorUnits;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * A fixed sum for collecting a late debt, by its size. In the United Kingdom (Late Payment of Commercial Debts (Interest) Act 1998, section 5A) 40.00 below 1000.00, 70.00 from there to below
 * 10000.00, 100.00 from there on; in the EU 40.00 of any debt (2011/7/EU, Article 6): {@link #always}. The sums are data of the host.
 */
public final class CompensationTiers implements Serializable {
    /**
     * A sum for smaller debts.
     *
     * @param below debts of less than that; more than 0
     * @param sum 0 or more, in whole minor units
     */
    public record Tier(Amount below, Amount sum) implements Serializable {
        /** Checks the amounts. */
        public Tier {
            requireNonNull(below, "below");
            requireNonNull(sum, "sum");
            Require.that(below.signum() > 0, "compensation.below", "below", "must be more than 0", below);
            checked(sum, below.getCurrency());
        }
    }

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // a copy made by List.copyOf, which is serialisable
    private final List<Tier> tiers;

    private final Amount otherwise;

    private CompensationTiers(List<Tier> tiers, Amount otherwise) {
        this.tiers = List.copyOf(tiers);
        this.otherwise = checked(otherwise, otherwise.getCurrency());
        for (int i = 0; i < this.tiers.size(); i++) {
            Amount below = this.tiers.get(i).below();
            requireCurrency(below, otherwise.getCurrency(), "below");
            Require.that(
                    i == 0 || this.tiers.get(i - 1).below().isLessThan(below),
                    "compensation.order",
                    "below",
                    "must be more than that of the tier before",
                    below);
        }
    }

    private static Amount checked(Amount sum, CurrencyUnit currency) {
        MinorUnits.require(sum, currency, "sum");
        Require.that(sum.signum() >= 0, "compensation.sum", "sum", "must not be negative", sum);
        return sum;
    }

    private static void requireCurrency(Amount amount, CurrencyUnit currency, String argument) {
        String given = amount.getCurrency().getCurrencyCode();
        if (!given.equals(currency.getCurrencyCode())) {
            throw new CurrencyMismatchException(argument, currency.getCurrencyCode(), given);
        }
    }

    /** One sum for debts of any size; 0 or more, in whole minor units. */
    public static CompensationTiers always(MonetaryAmount sum) {
        return new CompensationTiers(List.of(), Amount.from(sum));
    }

    /** Tiers of a list, by rising size, and the sum of all larger debts. */
    public static CompensationTiers of(List<Tier> tiers, MonetaryAmount otherwise) {
        return new CompensationTiers(tiers, Amount.from(otherwise));
    }

    /** The sum for the smallest debts, of less than {@code below}; that of the largest is said by {@link Builder#then}. */
    public static Builder below(MonetaryAmount below, MonetaryAmount sum) {
        return new Builder().below(below, sum);
    }

    /**
     * The sum for a debt.
     *
     * @param debt of which size, more than 0
     */
    public ExplainedCharge forDebt(MonetaryAmount debt) {
        Amount size = Amount.from(debt);
        requireCurrency(size, otherwise.getCurrency(), "debt");
        Require.that(size.signum() > 0, "compensation.debt", "debt", "must be more than 0", size);
        for (Tier tier : tiers) {
            if (size.isLessThan(tier.below())) {
                return new ExplainedCharge(
                        tier.sum(),
                        Explanation.of(
                                "compensation.below",
                                "{0} for a debt of {1}, less than {2}",
                                tier.sum(),
                                size,
                                tier.below()));
            }
        }
        return new ExplainedCharge(
                otherwise, Explanation.of("compensation.fixed", "{0} for a debt of {1}", otherwise, size));
    }

    /** All but the last tier, by rising size. */
    public List<Tier> tiers() {
        return tiers;
    }

    /** The sum of debts that belong to none of {@link #tiers()}. */
    public Amount otherwise() {
        return otherwise;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CompensationTiers that && tiers.equals(that.tiers) && otherwise.equals(that.otherwise);
    }

    @Override
    public int hashCode() {
        return Objects.hash(tiers, otherwise);
    }

    /** For example {@code GBP 40 below GBP 1000, otherwise GBP 100}. */
    @Override
    public String toString() {
        var text = new StringBuilder();
        tiers.forEach(tier ->
                text.append(tier.sum()).append(" below ").append(tier.below()).append(", "));
        return text.append(tiers.isEmpty() ? "" : "otherwise ")
                .append(otherwise)
                .toString();
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new CompensationTiers(tiers, otherwise);
    }

    /** Collects tiers. */
    public static final class Builder {
        private final List<Tier> tiers = new ArrayList<>();

        private Builder() {}

        /** The next tier: debts of at least the limit of the one before, and less than {@code below}. */
        public Builder below(MonetaryAmount below, MonetaryAmount sum) {
            tiers.add(new Tier(Amount.from(below), Amount.from(sum)));
            return this;
        }

        /** The sum of all larger debts. */
        public CompensationTiers then(MonetaryAmount sum) {
            return new CompensationTiers(tiers, Amount.from(sum));
        }
    }
}
