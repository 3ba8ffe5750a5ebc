package io.quittance.ar.exchange;

import static java.util.Objects.requireNonNull;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Currencies;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.MinorUnits;
import io.quittance.core.money.Rounding;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * A rate of exchange that is kept with what was converted by it, and never looked up again: an amount is converted once, rounded
 * half up to the minor unit (ar.md 4.18). Exact in both directions: the inverse of 3 is 1/3, not 0.3333.
 *
 * <p>500.00 USD at 0.6072 EUR for a dollar are 303.60 EUR.
 */
public final class StoredRate implements Serializable {
    private static final long serialVersionUID = 1L;

    private final transient CurrencyUnit from;
    private final transient CurrencyUnit to;
    private final transient Fraction factor;

    private StoredRate(CurrencyUnit from, CurrencyUnit to, Fraction factor) {
        this.from = requireNonNull(from, "from");
        this.to = requireNonNull(to, "to");
        this.factor = requireNonNull(factor, "factor");
        Require.that(
                !from.getCurrencyCode().equals(to.getCurrencyCode()),
                "rate.currencies",
                "to",
                "must be another currency than " + from.getCurrencyCode(),
                to.getCurrencyCode());
        Require.that(factor.signum() > 0, "rate.factor", "factor", "must be more than 0", factor);
    }

    /**
     * A rate.
     *
     * @param factor how many units of {@code to} one unit of {@code from} is, more than zero
     */
    public static StoredRate of(CurrencyUnit from, CurrencyUnit to, BigDecimal factor) {
        return new StoredRate(from, to, Fraction.of(factor));
    }

    /** As {@link #of(CurrencyUnit, CurrencyUnit, BigDecimal)}, by codes and digits: {@code of("USD", "EUR", "0.6072")}. */
    public static StoredRate of(String from, String to, String factor) {
        return of(Currencies.of(from, "from"), Currencies.of(to, "to"), decimal(factor));
    }

    private static BigDecimal decimal(String factor) {
        try {
            return new BigDecimal(factor);
        } catch (NumberFormatException e) {
            throw new InvalidArgumentException("rate.factor", "factor", "must be a number", factor).causedBy(e);
        }
    }

    /** The same rate, from the other side. */
    public StoredRate inverse() {
        return new StoredRate(to, from, Fraction.ONE.dividedBy(factor));
    }

    /** The currency of what is converted. */
    public CurrencyUnit from() {
        return from;
    }

    /** The currency of what comes out. */
    public CurrencyUnit to() {
        return to;
    }

    /** How many units of {@link #to} one unit of {@link #from} is, exactly. */
    public Fraction factor() {
        return factor;
    }

    /**
     * What an amount is in the other currency, half up to its minor unit.
     *
     * @throws CurrencyMismatchException if it is not in {@link #from}
     */
    public Amount convert(MonetaryAmount amount) {
        return exactly(Amount.from(amount)).round(Rounding.toMinorUnit(to), to);
    }

    /**
     * What one amount is that is converted in parts: each part rounded by itself, and what that makes of difference to the whole
     * stated apart, as a rounding line on the last part (ar.md 4.18).
     *
     * @param parts at least one
     * @throws CurrencyMismatchException if one is not in {@link #from}
     */
    public PartialConversions convertParts(List<? extends MonetaryAmount> parts) {
        Amount sum = Amount.zero(from);
        var converted = new ArrayList<Amount>();
        for (MonetaryAmount part : Require.notEmpty(List.copyOf(parts), "parts")) {
            converted.add(convert(part));
            sum = sum.add(part);
        }
        return new PartialConversions(converted, convert(sum));
    }

    /**
     * An amount with what it is booked at by this rate.
     *
     * @param amount in whole minor units
     */
    public BookedAmount booked(MonetaryAmount amount) {
        return BookedAmount.of(amount, convert(amount));
    }

    /** Before it is rounded. */
    private Fraction exactly(Amount amount) {
        String given = amount.getCurrency().getCurrencyCode();
        if (!given.equals(from.getCurrencyCode())) {
            throw new CurrencyMismatchException("amount", from.getCurrencyCode(), given);
        }
        return amount.toFraction().times(factor);
    }

    /**
     * Pays what is asked for in {@link #from} with money in {@link #to}. If the money suffices, all is paid, and of the money goes what
     * it converts to; otherwise all money goes, and what it converts back to is paid. Nothing is paid, and no money goes, where either of
     * them rounds to nothing: 70 rupiah at 0.000064 dollars cost no cent.
     *
     * @param asked in {@link #from}, zero or more, in whole minor units
     * @param available in {@link #to}, zero or more, in whole minor units
     */
    public CrossPayment pay(MonetaryAmount asked, MonetaryAmount available) {
        Amount owed = MinorUnits.require(asked, from, "asked");
        Amount money = MinorUnits.require(available, to, "available");
        Require.that(owed.signum() >= 0, "rate.asked", "asked", "must be 0 or more", owed);
        Require.that(money.signum() >= 0, "rate.available", "available", "must be 0 or more", money);
        Amount price = convert(owed);
        boolean isEnough = price.isLessThanOrEqualTo(money);
        Amount paid = isEnough ? owed : inverse().convert(money).min(owed);
        Amount used = isEnough ? price : money;
        return paid.signum() == 0 || used.signum() == 0
                ? new CrossPayment(Amount.zero(from), Amount.zero(to), money)
                : new CrossPayment(paid, used, money.subtract(used));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StoredRate that
                && from.getCurrencyCode().equals(that.from.getCurrencyCode())
                && to.getCurrencyCode().equals(that.to.getCurrencyCode())
                && factor.equals(that.factor);
    }

    @Override
    public int hashCode() {
        return factor.hashCode();
    }

    /** For example {@code 1 USD = 759/1250 EUR}. */
    @Override
    public String toString() {
        return "1 " + from.getCurrencyCode() + " = " + factor + " " + to.getCurrencyCode();
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("a rate is read through its proxy");
    }

    private Object writeReplace() {
        return new Proxy(from.getCurrencyCode(), to.getCurrencyCode(), factor);
    }

    /** The serial form, which names the currencies. */
    private record Proxy(String from, String to, Fraction factor) implements Serializable {
        private Object readResolve() {
            return new StoredRate(Currencies.of(from, "from"), Currencies.of(to, "to"), factor);
        }
    }
}
