package io.quittance.ar.exchange;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.MinorUnits;
import io.quittance.core.money.Rounding;
import java.io.Serializable;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;

/**
 * An amount in the currency of its document, and at what it stands in the books. Both are used up together: a part takes its share of
 * what is booked, rounded half up to the minor unit, and the rest keeps what was not taken, so that both reach zero at once
 * (ar.md 4.18).
 *
 * <p>100.00 USD at 90.01 EUR: 33.33 USD of it are 30.00 EUR, and 66.67 USD at 60.01 EUR are left.
 *
 * @param amount zero or more, in whole minor units
 * @param booked zero or more, zero if the amount is zero, in whole minor units of another currency
 */
public record BookedAmount(Amount amount, Amount booked) implements Serializable {
    /** Checks the parts. */
    public BookedAmount {
        amount = MinorUnits.require(amount, "amount");
        booked = MinorUnits.require(booked, "booked");
        Require.that(amount.signum() >= 0, "booked.amount", "amount", "must be 0 or more", amount);
        Require.that(
                booked.signum() >= 0 && (amount.signum() > 0 || booked.signum() == 0),
                "booked.booked",
                "booked",
                amount.signum() == 0 ? "must be 0, as the amount is" : "must be 0 or more",
                booked);
    }

    /** An amount of any implementation, and what it is booked at. */
    public static BookedAmount of(MonetaryAmount amount, MonetaryAmount booked) {
        return new BookedAmount(Amount.from(amount), Amount.from(booked));
    }

    /**
     * A part of it, with its share of what is booked.
     *
     * @param part zero or more, at most the amount
     */
    public BookedAmount part(MonetaryAmount part) {
        Amount taken = requirePart(part);
        return new BookedAmount(taken, shareOf(taken));
    }

    /** What is left without that part: {@code part(p)} and {@code without(p)} are the whole. */
    public BookedAmount without(MonetaryAmount part) {
        Amount taken = requirePart(part);
        return new BookedAmount(amount.subtract(taken), booked.subtract(shareOf(taken)));
    }

    /** Both together, as after a part is given back. */
    public BookedAmount and(BookedAmount other) {
        return new BookedAmount(amount.add(other.amount), booked.add(other.booked));
    }

    /** Whether nothing is left. */
    public boolean isZero() {
        return amount.signum() == 0;
    }

    /** What it is worth by a newer rate, and what that gains or loses as long as it is open. */
    public Revaluation revalued(StoredRate rate) {
        Amount worth = rate.convert(amount);
        requireCurrency(worth, booked.getCurrency(), "rate");
        return new Revaluation(worth, worth.subtract(booked));
    }

    private Amount requirePart(MonetaryAmount part) {
        Amount taken = MinorUnits.require(part, amount.getCurrency(), "part");
        Require.that(
                taken.signum() >= 0 && taken.isLessThanOrEqualTo(amount),
                "booked.part",
                "part",
                "must be 0 or more and at most " + amount,
                taken);
        return taken;
    }

    private Amount shareOf(Amount taken) {
        if (taken.signum() == 0) {
            return Amount.zero(booked.getCurrency());
        }
        Fraction share = taken.toFraction().dividedBy(amount.toFraction());
        return booked.times(share, Rounding.toMinorUnit(booked.getCurrency()));
    }

    static void requireCurrency(Amount given, CurrencyUnit expected, String argument) {
        String actual = given.getCurrency().getCurrencyCode();
        if (!actual.equals(expected.getCurrencyCode())) {
            throw new CurrencyMismatchException(argument, expected.getCurrencyCode(), actual);
        }
    }
}
