package io.quittance.ar.interest;

import static java.util.Objects.requireNonNull;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.explain.Explanation;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * A charge for items that are late at the end of a period, such as a month: flat, simple or with charges on charges, at a rate that may rise with
 * lateness (ar.md 4.17). Before anything is charged, money on account and credits are taken off the oldest items, so that nobody pays for
 * being late with what was paid already. What is disputed is left out, in the amount of the {@link OverdueItem}.
 *
 * <p>{@code PeriodicCharge.of(PeriodFormula.SIMPLE, LatenessTiers.constant("10"), 30, Rounding.halfUp(2))} charges 12.80 for 320.00 that are 12 days late.
 */
public final class PeriodicCharge implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Fraction HUNDRED = Fraction.of(100);
    private static final int MAX_DAYS = 3_650;

    private final PeriodFormula formula;
    private final LatenessTiers rates;
    private final int periodDays;
    private final Rounding rounding;
    private final int graceDays;
    private final ChargeLimits limits;

    private PeriodicCharge(
            PeriodFormula formula,
            LatenessTiers rates,
            int periodDays,
            Rounding rounding,
            int graceDays,
            ChargeLimits limits) {
        this.formula = requireNonNull(formula, "formula");
        this.rates = requireNonNull(rates, "rates");
        this.rounding = requireNonNull(rounding, "rounding");
        this.limits = requireNonNull(limits, "limits");
        Require.that(
                periodDays >= 1 && periodDays <= MAX_DAYS,
                "charge.period",
                "periodDays",
                "must be between 1 and " + MAX_DAYS,
                periodDays);
        Require.that(
                graceDays >= 0 && graceDays <= MAX_DAYS,
                "charge.grace",
                "graceDays",
                "must be between 0 and " + MAX_DAYS,
                graceDays);
        this.periodDays = periodDays;
        this.graceDays = graceDays;
    }

    /**
     * A charge from the first day late on, without limits.
     *
     * @param rates for a period of {@code periodDays} days, not for a year
     * @param periodDays 1 to 3650; a flat charge does not depend on it
     * @param rounding of each charge; to the minor unit if it is to be posted
     */
    public static PeriodicCharge of(PeriodFormula formula, LatenessTiers rates, int periodDays, Rounding rounding) {
        return new PeriodicCharge(formula, rates, periodDays, rounding, 0, ChargeLimits.NONE);
    }

    /** The same, where nothing is charged up to so many days late, and for all days after them; 0 to 3650. */
    public PeriodicCharge grace(int newGraceDays) {
        return new PeriodicCharge(formula, rates, periodDays, rounding, newGraceDays, limits);
    }

    /** The same within limits, which hold for each item. */
    public PeriodicCharge within(ChargeLimits newLimits) {
        return new PeriodicCharge(formula, rates, periodDays, rounding, graceDays, newLimits);
    }

    /** Of each charge. */
    public Rounding rounding() {
        return rounding;
    }

    /** Between which amounts the charge of an item lies. */
    public ChargeLimits limits() {
        return limits;
    }

    /** What is charged for an item by itself, as of a day; nothing for one that is not late. */
    public ItemCharge charge(OverdueItem item, LocalDate asOf) {
        return charge(item, Amount.zero(item.amount().getCurrency()), asOf);
    }

    /**
     * What is charged for each of the items that are late, by due date and id, after credits are taken off the oldest of them. Items that are wholly
     * offset are charged nothing, and say so.
     *
     * @param items of one customer, in any order; those that are not late are left out
     * @param credits money on account, credit notes and the like, 0 or more each; what is left of them is of no effect
     * @throws CurrencyMismatchException if items or credits are in several currencies
     * @throws IllegalArgumentException if an item is given twice, or a credit is negative
     */
    public List<ItemCharge> charges(List<OverdueItem> items, List<? extends MonetaryAmount> credits, LocalDate asOf) {
        Dates.inCalendar(asOf, "asOf");
        if (items.isEmpty()) {
            return List.of();
        }
        CurrencyUnit currency = items.get(0).amount().getCurrency();
        Amount left = sum(credits, currency);
        requireApart(items, currency);
        var charges = new ArrayList<ItemCharge>();
        for (OverdueItem item : items.stream().sorted(OverdueItem.OLDEST_FIRST).toList()) {
            if (item.daysLate(asOf) > 0) {
                Amount offset = item.amount().min(left);
                left = left.subtract(offset);
                charges.add(charge(item, offset, asOf));
            }
        }
        return List.copyOf(charges);
    }

    private static void requireApart(List<OverdueItem> items, CurrencyUnit currency) {
        var ids = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            OverdueItem item = items.get(i);
            requireCurrency(item.amount(), currency, "items[" + i + "]");
            Require.that(ids.add(item.id()), "charge.item-twice", "items", "must be given once each", item.id());
        }
    }

    private static Amount sum(List<? extends MonetaryAmount> credits, CurrencyUnit currency) {
        Amount sum = Amount.zero(currency);
        for (int i = 0; i < credits.size(); i++) {
            Amount credit = Amount.from(credits.get(i));
            requireCurrency(credit, currency, "credits[" + i + "]");
            Require.that(credit.signum() >= 0, "charge.credit", "credits[" + i + "]", "must not be negative", credit);
            sum = sum.add(credit);
        }
        return sum;
    }

    private static void requireCurrency(Amount amount, CurrencyUnit currency, String argument) {
        String given = amount.getCurrency().getCurrencyCode();
        if (!given.equals(currency.getCurrencyCode())) {
            throw new CurrencyMismatchException(argument, currency.getCurrencyCode(), given);
        }
    }

    private ItemCharge charge(OverdueItem item, Amount offset, LocalDate asOf) {
        long late = item.daysLate(Dates.inCalendar(asOf, "asOf"));
        Amount base = item.amount().subtract(offset);
        if (late <= graceDays || base.signum() == 0) {
            return new ItemCharge(
                    item,
                    offset,
                    Amount.zero(base.getCurrency()),
                    Explanation.of(
                            "charge.none",
                            "no charge: {0} after {1} of credits, {2} days late on {3}, with {4} days of grace",
                            base,
                            offset,
                            Math.max(0, late),
                            asOf,
                            graceDays));
        }
        BigDecimal percent = rates.percentFor(late);
        Fraction exact = formula.charge(
                base.toFraction(),
                item.priorCharges().toFraction(),
                Fraction.of(percent).dividedBy(HUNDRED),
                Fraction.of(late, periodDays));
        Amount rounded = exact.round(rounding, base.getCurrency());
        ExplainedCharge charge = limits.apply(rounded, reason(item, offset, base, percent, late, rounded));
        return new ItemCharge(item, offset, charge.amount(), charge.explanation());
    }

    private Explanation reason(
            OverdueItem item, Amount offset, Amount base, BigDecimal percent, long late, Amount charge) {
        return switch (formula) {
            case FLAT ->
                Explanation.of(
                        "charge.flat",
                        "{0} after {1} of credits, at {2}%, {3} days late: {4}",
                        base,
                        offset,
                        percent,
                        late,
                        charge);
            case SIMPLE ->
                Explanation.of(
                        "charge.simple",
                        "{0} after {1} of credits, at {2}% for {3} of {4} days: {5}",
                        base,
                        offset,
                        percent,
                        late,
                        periodDays,
                        charge);
            case COMPOUND ->
                Explanation.of(
                        "charge.compound",
                        "{0} after {1} of credits, and {2} of earlier charges, at {3}% for {4} of {5} days: {6}",
                        base,
                        offset,
                        item.priorCharges(),
                        percent,
                        late,
                        periodDays,
                        charge);
        };
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PeriodicCharge that
                && formula == that.formula
                && rates.equals(that.rates)
                && periodDays == that.periodDays
                && rounding.equals(that.rounding)
                && graceDays == that.graceDays
                && limits.equals(that.limits);
    }

    @Override
    public int hashCode() {
        return Objects.hash(formula.name(), rates, periodDays, rounding, graceDays, limits);
    }

    /** For example {@code SIMPLE charge of 10% in 30 days, HALF_UP at 2 decimal places}. */
    @Override
    public String toString() {
        return formula + " charge of " + rates + " in " + periodDays + " days, " + rounding;
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new PeriodicCharge(formula, rates, periodDays, rounding, graceDays, limits);
    }
}
