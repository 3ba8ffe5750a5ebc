package io.quittance.ar.risk;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import java.io.Serializable;
import javax.money.MonetaryAmount;

/**
 * From the allowance that there is to the one that is needed: 1000.00 needed and 400.00 there are an expense of 600.00.
 *
 * @param required the provision of the day, 0 or more
 * @param existing the allowance before; below 0 where more was written off than was provided for
 */
public record AllowanceAdjustment(Amount required, Amount existing) implements Serializable {
    /** Checks the amounts. */
    public AllowanceAdjustment {
        Require.that(required.signum() >= 0, "provision.required", "required", "must not be negative", required);
        String currency = required.getCurrency().getCurrencyCode();
        String given = existing.getCurrency().getCurrencyCode();
        if (!given.equals(currency)) {
            throw new CurrencyMismatchException("existing", currency, given);
        }
    }

    /** Of any amounts. */
    public static AllowanceAdjustment of(MonetaryAmount required, MonetaryAmount existing) {
        return new AllowanceAdjustment(Amount.from(required), Amount.from(existing));
    }

    /** What is booked as an expense; below 0 where some of the allowance is released. */
    public Amount expense() {
        return required.subtract(existing);
    }
}
