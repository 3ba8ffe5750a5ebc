package io.quittance.core.schedule;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.money.MonetaryAmount;

/**
 * How much of the price of a whole period is due where a part of it is served. {@link DayCount#CIVIL_DAYS} is the usual
 * one: 17 of 31 days of 100.00 are 54.84. Others are {@link DayCount#THIRTY_DAY_MONTHS}, {@link ElapsedTime} and {@link
 * StubRule}; a host's own is one method.
 */
@FunctionalInterface
public interface Proration {

    /**
     * The part of the price that is due: 0 for nothing, 1 for all of it. The whole period gives 1, and more days give no
     * less.
     *
     * @param service the days that are served, within {@code period}
     * @param period the whole period around them, also where it began before the contract did
     */
    Fraction part(ServicePeriod service, ServicePeriod period);

    /**
     * What the served days cost, rounded once.
     *
     * @param price of the whole period
     */
    default Amount amount(MonetaryAmount price, ServicePeriod service, ServicePeriod period, Rounding rounding) {
        return Amount.from(price).times(checkedPart(service, period), rounding);
    }

    /**
     * What each piece of the served days costs, so that the pieces add up to what all of them cost: each is what is due up
     * to its end, rounded, less what is due up to its start. Where the parts of neighbouring pieces add up, as those of
     * {@link DayCount#CIVIL_DAYS} do, none is further than one unit of the rounding from its own rounded cost. 12.00 over January, cut at the 13th and the 25th, are 4.65, 4.64 and 2.71.
     *
     * @param price of the whole period
     * @param cuts days within the service on which a new piece begins, rising; the first piece begins with the service
     * @throws IllegalArgumentException if a strategy's part falls while more days are served
     */
    default List<Amount> split(
            MonetaryAmount price,
            ServicePeriod service,
            List<LocalDate> cuts,
            ServicePeriod period,
            Rounding rounding) {
        requireNonNull(price, "price");
        requireNonNull(service, "service");
        requireNonNull(period, "period");
        var pieces = new ArrayList<Amount>();
        Amount before = Amount.zero(price.getCurrency());
        Fraction partBefore = Fraction.ZERO;
        LocalDate from = service.start();
        for (LocalDate cut : cuts) {
            Require.that(
                    cut.isAfter(from) && cut.isBefore(service.end()),
                    "proration.cut",
                    "cuts[" + pieces.size() + "]",
                    "must lie after " + from + " and before " + service.end(),
                    cut);
            Fraction part = rising(new ServicePeriod(service.start(), cut), period, partBefore);
            Amount due = Amount.from(price).times(part, rounding);
            pieces.add(due.subtract(before));
            before = due;
            partBefore = part;
            from = cut;
        }
        Amount due = Amount.from(price).times(rising(service, period, partBefore), rounding);
        pieces.add(due.subtract(before));
        return List.copyOf(pieces);
    }

    /** The part, which more days must not make less. */
    private Fraction rising(ServicePeriod service, ServicePeriod period, Fraction before) {
        Fraction part = checkedPart(service, period);
        Require.that(part.compareTo(before) >= 0, "proration.falling", "part", "must not be less than " + before, part);
        return part;
    }

    /**
     * The part, from a strategy that may be a host's own and wrong: what {@link #amount} multiplies the price with.
     *
     * @throws IllegalArgumentException if it is less than 0 or more than 1, or the service does not lie within the period
     */
    default Fraction checkedPart(ServicePeriod service, ServicePeriod period) {
        Require.that(
                period.contains(service), "period.within", "service", "must lie within the period " + period, service);
        Fraction part = requireNonNull(part(service, period), "part");
        Require.that(
                part.signum() >= 0 && part.compareTo(Fraction.ONE) <= 0,
                "proration.part",
                "part",
                "must be from 0 to 1",
                part);
        return part;
    }
}
