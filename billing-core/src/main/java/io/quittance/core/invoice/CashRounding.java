package io.quittance.core.invoice;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import javax.money.MonetaryAmount;

/**
 * What is due in coins that exist: in Swiss francs to 0.05, in Swedish kronor to 1. It changes what is due and the rounding
 * amount (EN 16931, BT-114), never the tax: 834.92 kronor are paid with 835.00, of which 0.08 are rounding.
 *
 * @param increment the smallest sum that can be paid, more than zero
 * @param mode half up in most countries
 */
public record CashRounding(BigDecimal increment, RoundingMode mode) implements Serializable {

    /** Checks the increment; equal numbers are equal rules, 0.05 and 0.050. */
    public CashRounding {
        increment = Require.plain(Require.positive(increment, "increment"));
        requireNonNull(mode, "mode");
    }

    /** To the nearest multiple, half up. */
    public static CashRounding to(String increment) {
        return new CashRounding(Require.decimal(increment, "increment"), RoundingMode.HALF_UP);
    }

    /** What must be added to an amount for it to be a multiple of the increment. */
    public Amount difference(MonetaryAmount due) {
        Amount amount = Amount.from(due);
        Fraction unit = Fraction.of(increment);
        BigDecimal units = amount.toFraction().dividedBy(unit).round(Rounding.of(0, mode));
        return Amount.of(units.multiply(increment), amount.getCurrency()).subtract(amount);
    }

    /** The amount as a multiple of the increment: 781.515 in 0.05 upwards is 781.55. */
    public Amount round(MonetaryAmount due) {
        Amount amount = Amount.from(due);
        return amount.add(difference(amount));
    }
}
