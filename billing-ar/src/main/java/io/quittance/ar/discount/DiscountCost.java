package io.quittance.ar.discount;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * What it costs a customer a year not to take a discount: the money is borrowed from the last day of the discount to the due date, at
 * the price of the discount. 2 % within 10 days, net 30, are 37.24 % a year of 365 days (ar.md 4.7).
 *
 * @param percent of the discount; more than 0, less than 100
 * @param discountDays within how many days it may be taken; 0 or more
 * @param netDays after how many days all is due; more than {@code discountDays}, at most 3650
 * @param yearDays the days of a year: 360 to 366
 */
public record DiscountCost(BigDecimal percent, int discountDays, int netDays, int yearDays) implements Serializable {
    private static final Fraction HUNDRED = Fraction.of(100);
    /** Places beyond those that are kept, of which the last says only whether anything follows. */
    private static final int GUARD = 2;

    /** Checks the parts; equal numbers are equal terms, 2 and 2.0. */
    public DiscountCost {
        percent = Require.plain(Require.positive(percent, "percent"));
        Require.that(
                Fraction.of(percent).compareTo(HUNDRED) < 0,
                "discount.percent",
                "percent",
                "must be less than 100",
                percent.toPlainString());
        Require.that(discountDays >= 0, "discount.days", "discountDays", "must not be negative", discountDays);
        Require.that(
                netDays > discountDays && netDays <= 3_650,
                "discount.days",
                "netDays",
                "must be more than " + discountDays + " and at most 3650",
                netDays);
        Require.that(
                yearDays >= 360 && yearDays <= 366,
                "discount.year",
                "yearDays",
                "must be between 360 and 366",
                yearDays);
    }

    /** Percent a year, exactly, without interest on interest: p / (1 − p) × year / (net − discount days), times 100. */
    public Fraction simple() {
        Fraction off = Fraction.of(percent);
        return off.dividedBy(HUNDRED.minus(off))
                .times(Fraction.of(yearDays, netDays - discountDays))
                .times(HUNDRED);
    }

    /**
     * Percent a year with interest on interest: (1 / (1 − p)) ^ (year / (net − discount days)) − 1, times 100. It is no fraction, so it
     * is rounded here; correctly in every mode. 2 % within 20 days, net 45, are 34.3 %.
     *
     * @throws ArithmeticException if the percentage has more than 1000 digits
     */
    public BigDecimal compounded(Rounding rounding) {
        BigInteger days = BigInteger.valueOf(netDays - (long) discountDays);
        BigInteger year = BigInteger.valueOf(yearDays);
        BigInteger common = days.gcd(year);
        int root = days.divide(common).intValueExact();
        int power = year.divide(common).intValueExact();
        Fraction growth = HUNDRED.dividedBy(HUNDRED.minus(Fraction.of(percent)));
        int places = rounding.scale() + GUARD;
        // percent: 100 × growth ^ (power / root), so many places; the floor of it
        BigInteger unit = BigInteger.TEN.pow(places + GUARD);
        BigInteger over = growth.numerator().pow(power).multiply(unit.pow(root));
        BigInteger under = growth.denominator().pow(power);
        BigInteger floor = root(over.divide(under), root);
        boolean exact = floor.pow(root).multiply(under).equals(over);
        // a 1 behind the floor stands for all that follows, so that no tie is seen where there is none
        BigInteger sticky = floor.subtract(unit).multiply(BigInteger.TEN).add(exact ? BigInteger.ZERO : BigInteger.ONE);
        return rounding.round(new BigDecimal(sticky, places + 1));
    }

    /** The largest whole number whose power is at most {@code number}. */
    private static BigInteger root(BigInteger number, int degree) {
        BigInteger low = BigInteger.ZERO;
        BigInteger high = BigInteger.ONE.shiftLeft(number.bitLength() / degree + 1);
        while (high.subtract(low).compareTo(BigInteger.ONE) > 0) {
            BigInteger middle = low.add(high).shiftRight(1);
            if (middle.pow(degree).compareTo(number) <= 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
