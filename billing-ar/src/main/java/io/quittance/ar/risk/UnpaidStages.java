package io.quittance.ar.risk;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import javax.money.MonetaryAmount;

/**
 * How much of what was sold was unpaid at each stage, and from that how likely what is unpaid at a stage is never paid (ar.md 4.20). Of sales of 100000.00, 50000.00,
 * 23000.00, 8000.00 and at last 2000.00 were unpaid: a loss of 2 %, 4 %, 8.7 %, 25 % and 100 % of what is at each stage. Rates are exact; the loss
 * rate of a stage is the product of the roll rates from it to the end.
 *
 * @param unpaid the amount at each stage: sales first, what was lost last; none is more than the one before
 */
public record UnpaidStages(List<Amount> unpaid) implements Serializable {
    /** Copies the amounts and checks that they do not rise and are in one currency. */
    public UnpaidStages {
        unpaid = Require.notEmpty(List.copyOf(unpaid), "unpaid");
        String currency = unpaid.get(0).getCurrency().getCurrencyCode();
        for (int i = 0; i < unpaid.size(); i++) {
            Amount amount = unpaid.get(i);
            String given = amount.getCurrency().getCurrencyCode();
            if (!given.equals(currency)) {
                throw new CurrencyMismatchException("unpaid[" + i + "]", currency, given);
            }
            Require.that(
                    amount.signum() >= 0,
                    "unpaid-stages.negative",
                    "unpaid[" + i + "]",
                    "must not be negative",
                    amount);
            Require.that(
                    i == 0 || amount.isLessThanOrEqualTo(unpaid.get(i - 1)),
                    "unpaid-stages.order",
                    "unpaid[" + i + "]",
                    "must not be more than at the stage before",
                    amount);
        }
    }

    /** Stages of any amounts. */
    public static UnpaidStages of(List<? extends MonetaryAmount> unpaid) {
        return new UnpaidStages(unpaid.stream().map(Amount::from).toList());
    }

    /** The rates of each stage, in order. */
    public List<StageRate> stages() {
        Fraction lost = unpaid.get(unpaid.size() - 1).toFraction();
        var stages = new ArrayList<StageRate>();
        for (int i = 0; i < unpaid.size(); i++) {
            Amount amount = unpaid.get(i);
            if (amount.signum() == 0) {
                stages.add(new StageRate(amount, null, null));
            } else {
                Fraction whole = amount.toFraction();
                Fraction next =
                        i + 1 < unpaid.size() ? unpaid.get(i + 1).toFraction().dividedBy(whole) : null;
                stages.add(new StageRate(amount, next, lost.dividedBy(whole)));
            }
        }
        return List.copyOf(stages);
    }
}
