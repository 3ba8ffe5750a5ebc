package io.quittance.ar.dunning;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.interest.ChargeLimits;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Currencies;
import io.quittance.core.money.Rounding;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * How debts are dunned: data, of which a host may have one for each customer or segment.
 *
 * <p>{@code DunningPolicy.of("EUR", DunningScope.CUSTOMER, List.of(reminder, letter, handover)).grace(3).onlyFrom(OverdueCondition.NONE.total(ten))}
 */
public final class DunningPolicy implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int MAX_LEVELS = 100;

    private final transient CurrencyUnit currency;
    private final transient DunningScope scope;
    private final transient List<DunningLevel> levels;
    private final transient int graceDays;
    private final transient OverdueCondition threshold;
    private final transient ClaimRule settledBy;
    private final transient boolean isOnAccountOffset;

    private DunningPolicy(
            CurrencyUnit currency,
            DunningScope scope,
            List<DunningLevel> levels,
            int graceDays,
            OverdueCondition threshold,
            ClaimRule settledBy,
            boolean isOnAccountOffset) {
        this.currency = requireNonNull(currency, "currency");
        this.scope = requireNonNull(scope, "scope");
        this.levels = List.copyOf(Require.notEmpty(levels, "levels"));
        this.graceDays = graceDays;
        this.threshold = requireNonNull(threshold, "threshold");
        this.settledBy = requireNonNull(settledBy, "settledBy");
        this.isOnAccountOffset = isOnAccountOffset;
        Require.that(
                graceDays >= 0 && graceDays <= Delinquency.MAX_DAYS,
                "dunning.grace",
                "graceDays",
                "must be between 0 and " + Delinquency.MAX_DAYS,
                graceDays);
        Require.that(
                this.levels.size() <= MAX_LEVELS,
                "dunning.levels",
                "levels",
                "must be at most " + MAX_LEVELS,
                this.levels.size());
        requireOrder();
        this.levels.forEach(this::requireCurrency);
        threshold.total().ifPresent(total -> requireCurrency(total, "threshold"));
    }

    private void requireOrder() {
        var names = new HashSet<String>();
        for (int i = 0; i < levels.size(); i++) {
            DunningLevel level = levels.get(i);
            boolean isLast = i + 1 == levels.size();
            String path = "levels[" + i + "].";
            Require.that(
                    names.add(level.name()), "dunning.level-twice", path + "name", "must be given once", level.name());
            Require.that(
                    i == 0 || levels.get(i - 1).daysPastDue() < level.daysPastDue(),
                    "dunning.order",
                    path + "daysPastDue",
                    i == 0 ? "" : "must be more than " + levels.get(i - 1).daysPastDue() + ", that of the level before",
                    level.daysPastDue());
            Require.that(
                    isLast || level.atMost() == 1,
                    "dunning.repeated",
                    path + "atMost",
                    "must be 1, as only the last level repeats",
                    level.atMost());
            Require.that(
                    isLast || level.action() != ContactKind.COLLECTIONS,
                    "dunning.handover",
                    path + "action",
                    "must not be COLLECTIONS before the last level",
                    level.action());
        }
    }

    private void requireCurrency(DunningLevel level) {
        level.fee().ifPresent(fee -> requireCurrency(fee.fixed(), "fee"));
        level.compensation().ifPresent(tiers -> requireCurrency(tiers.otherwise(), "compensation"));
        level.interest().ifPresent(rule -> require(rule.limits(), rule.rounding(), "interest"));
        level.periodicCharge().ifPresent(rule -> require(rule.limits(), rule.rounding(), "periodicCharge"));
    }

    private void require(ChargeLimits limits, Rounding rounding, String argument) {
        Stream.of(limits.waivedBelow(), limits.minimum(), limits.maximum())
                .flatMap(Optional::stream)
                .forEach(limit -> requireCurrency(limit, argument));
        int places = currency.getDefaultFractionDigits();
        Require.that(
                rounding.scale() <= places,
                "dunning.rounding",
                argument,
                "must be rounded to at most " + places + " decimal places, to be claimed",
                rounding);
    }

    private void requireCurrency(Amount amount, String argument) {
        String given = amount.getCurrency().getCurrencyCode();
        if (!given.equals(currency.getCurrencyCode())) {
            throw new CurrencyMismatchException(argument, currency.getCurrencyCode(), given);
        }
    }

    /**
     * A policy without grace and threshold, that offsets money on account and claims charges, too.
     *
     * @param currency of all that is claimed; items in another one are converted
     * @param levels by rising days, each name once, at most 100; the last may repeat
     * @throws IllegalArgumentException if they are out of order, or another than the last repeats or gives to collections
     * @throws CurrencyMismatchException if a charge is in another currency
     */
    public static DunningPolicy of(CurrencyUnit currency, DunningScope scope, List<DunningLevel> levels) {
        return new DunningPolicy(
                currency, scope, levels, 0, OverdueCondition.NONE, ClaimRule.PRINCIPAL_AND_CHARGES, true);
    }

    /** As {@link #of(CurrencyUnit, DunningScope, List)}, by a code. */
    public static DunningPolicy of(String currency, DunningScope scope, List<DunningLevel> levels) {
        return of(Currencies.of(currency, "currency"), scope, levels);
    }

    /** The same, where what is late by up to so many days is not dunned; 0 to 3650. It does not shift the days of the levels. */
    public DunningPolicy grace(int days) {
        return new DunningPolicy(currency, scope, levels, days, threshold, settledBy, isOnAccountOffset);
    }

    /**
     * The same, where a customer is dunned only if what can be claimed, without charges that are not yet debts, meets a condition: items, their sum, and the
     * days past due of the oldest. What is not yet due is held against it by itself, without days.
     */
    public DunningPolicy onlyFrom(OverdueCondition newThreshold) {
        return new DunningPolicy(currency, scope, levels, graceDays, newThreshold, settledBy, isOnAccountOffset);
    }

    /** The same, where something else settles a claim. */
    public DunningPolicy settledBy(ClaimRule rule) {
        return new DunningPolicy(currency, scope, levels, graceDays, threshold, rule, isOnAccountOffset);
    }

    /** The same, where money on account and credits do not count: all that is open is claimed. */
    public DunningPolicy withoutOffset() {
        return new DunningPolicy(currency, scope, levels, graceDays, threshold, settledBy, false);
    }

    /** Of all that is claimed. */
    public CurrencyUnit currency() {
        return currency;
    }

    /** What has a level. */
    public DunningScope scope() {
        return scope;
    }

    /** By rising days. */
    public List<DunningLevel> levels() {
        return levels;
    }

    /** The level of that name; empty if the policy has none. */
    public Optional<DunningLevel> level(String name) {
        return levels.stream().filter(level -> level.name().equals(name)).findFirst();
    }

    /** Up to how many days late nothing is dunned. */
    public int graceDays() {
        return graceDays;
    }

    /** From what on a customer is dunned. */
    public OverdueCondition threshold() {
        return threshold;
    }

    /** What settles a claim. */
    public ClaimRule settledBy() {
        return settledBy;
    }

    /** Whether money on account and credits are taken off the oldest items before anything is claimed. */
    public boolean isOnAccountOffset() {
        return isOnAccountOffset;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DunningPolicy that
                && currency.getCurrencyCode().equals(that.currency.getCurrencyCode())
                && scope == that.scope
                && levels.equals(that.levels)
                && graceDays == that.graceDays
                && threshold.equals(that.threshold)
                && settledBy == that.settledBy
                && isOnAccountOffset == that.isOnAccountOffset;
    }

    @Override
    public int hashCode() {
        return Objects.hash(currency.getCurrencyCode(), levels, graceDays, threshold);
    }

    @Override
    public String toString() {
        return "dunning by " + scope + " in " + currency.getCurrencyCode() + ": " + levels;
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("a policy is read through its proxy");
    }

    private Object writeReplace() {
        return new Proxy(currency.getCurrencyCode(), scope, levels, graceDays, threshold, settledBy, isOnAccountOffset);
    }

    /** The serial form, which names the currency; checked on the way back in. */
    private record Proxy(
            String currencyCode,
            DunningScope scope,
            List<DunningLevel> levels,
            int graceDays,
            OverdueCondition threshold,
            ClaimRule settledBy,
            boolean isOnAccountOffset)
            implements Serializable {
        private Object readResolve() {
            return new DunningPolicy(
                    Currencies.of(currencyCode, "currencyCode"),
                    scope,
                    levels,
                    graceDays,
                    threshold,
                    settledBy,
                    isOnAccountOffset);
        }
    }
}
