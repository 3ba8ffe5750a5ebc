package io.quittance.ar.plan;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import java.io.Serializable;
import java.time.LocalDate;
import javax.money.MonetaryAmount;

/**
 * Money that was applied to what was promised, or, negative, that came back.
 *
 * @param date the day on which it counts: the value date of the money
 * @param amount not 0
 */
public record AppliedReceipt(LocalDate date, Amount amount) implements Serializable {
    /** Checks the parts. */
    public AppliedReceipt {
        Dates.inCalendar(date, "date");
        requireNonNull(amount, "amount");
        Require.that(amount.signum() != 0, "promise.receipt", "amount", "must not be 0", amount);
    }

    /** Any amount. */
    public static AppliedReceipt of(LocalDate date, MonetaryAmount amount) {
        return new AppliedReceipt(date, Amount.from(amount));
    }
}
