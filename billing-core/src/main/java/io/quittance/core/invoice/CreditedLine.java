package io.quittance.core.invoice;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import java.io.Serializable;
import java.math.BigDecimal;

/**
 * Of which line of an invoice a line of a credit note is, and how much of it: 4 of 10 pieces are 4 and a share of 0.4; 20.00 off
 * a price of 100.00 are no pieces and a share of 0.2.
 *
 * @param index of the line in {@link Invoice#lines()}, from 0
 * @param share of the line's amount, from 0 to 1, exactly
 * @param quantity that is taken back, of the sign of the line's; zero where only its price is lowered
 */
public record CreditedLine(int index, Fraction share, BigDecimal quantity) implements Serializable {

    /** Checks the bounds. */
    public CreditedLine {
        Require.that(index >= 0, "credit.index", "index", "must not be negative", index);
        Require.that(
                share.signum() >= 0 && share.compareTo(Fraction.ONE) <= 0,
                "credit.share",
                "share",
                "must be between 0 and 1",
                share);
        quantity = Require.plain(Require.number(requireNonNull(quantity, "quantity"), "quantity"));
    }
}
