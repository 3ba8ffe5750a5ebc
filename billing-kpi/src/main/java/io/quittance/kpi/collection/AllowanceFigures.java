package io.quittance.kpi.collection;

import static java.util.Objects.requireNonNull;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.ServicePeriod;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * How an allowance for bad debts moved in a period, and what it shall be at its end. Give what you have: a KPI without its figures is undefined and names
 * them.
 */
public final class AllowanceFigures implements Serializable {
    private static final long serialVersionUID = 1L;

    private final @Nullable ServicePeriod period;
    private final Amount opening;
    private final Amount writeOffs;
    private final Amount recoveries;
    private final @Nullable Amount required;
    private final @Nullable SalesShare ofSales;

    private AllowanceFigures(
            @Nullable ServicePeriod period,
            Amount opening,
            Amount writeOffs,
            Amount recoveries,
            @Nullable Amount required,
            @Nullable SalesShare ofSales) {
        this.period = period;
        this.opening = requireNonNull(opening, "opening");
        this.writeOffs = notNegative(writeOffs, "writeOffs");
        this.recoveries = notNegative(recoveries, "recoveries");
        this.required = required;
        this.ofSales = ofSales;
        var all = new ArrayList<>(List.of(opening, writeOffs, recoveries));
        required().ifPresent(all::add);
        ofSales().map(SalesShare::sales).ifPresent(all::add);
        OneCurrency.require("allowance", all);
    }

    /**
     * What share of sales is charged for bad debts.
     *
     * @param sales credit sales of the period
     * @param percent from 0 to 100: 0.8 is 0.8 %
     */
    public record SalesShare(Amount sales, BigDecimal percent) implements Serializable {
        /** Checks the percentage. */
        public SalesShare {
            requireNonNull(sales, "sales");
            percent = Require.plain(Require.percentage(percent, "percent"));
        }
    }

    /**
     * What an allowance was, and what it was used for.
     *
     * @param opening at the beginning of the period; negative where more was written off than provided for
     * @param writeOffs taken from it in the period, 0 or more
     * @param recoveries of what had been written off, put back to it, 0 or more
     * @throws CurrencyMismatchException if they are in two currencies
     */
    public static AllowanceFigures of(MonetaryAmount opening, MonetaryAmount writeOffs, MonetaryAmount recoveries) {
        return new AllowanceFigures(
                null, Amount.from(opening), Amount.from(writeOffs), Amount.from(recoveries), null, null);
    }

    /** The same figures, of this period, which the results then carry. */
    public AllowanceFigures withPeriod(ServicePeriod newPeriod) {
        return new AllowanceFigures(
                requireNonNull(newPeriod, "newPeriod"), opening, writeOffs, recoveries, required, ofSales);
    }

    /** The same figures, with what the allowance has to be at the end of the period, as from {@link ExpectedCreditLoss}. */
    public AllowanceFigures withRequired(MonetaryAmount closing) {
        return new AllowanceFigures(period, opening, writeOffs, recoveries, Amount.from(closing), ofSales);
    }

    /** The same figures, with a percentage of credit sales that is charged. */
    public AllowanceFigures withSales(MonetaryAmount sales, BigDecimal percent) {
        return new AllowanceFigures(
                period, opening, writeOffs, recoveries, required, new SalesShare(Amount.from(sales), percent));
    }

    /** In which it moved so, if that is known. */
    public Optional<ServicePeriod> period() {
        return Optional.ofNullable(period);
    }

    /** What the allowance was at the beginning. */
    public Amount opening() {
        return opening;
    }

    /** What was taken from it. */
    public Amount writeOffs() {
        return writeOffs;
    }

    /** What was put back to it. */
    public Amount recoveries() {
        return recoveries;
    }

    /** What is left of it before anything is charged: opening − write-offs + recoveries. */
    public Amount beforeExpense() {
        return opening.subtract(writeOffs).add(recoveries);
    }

    /** What it has to be at the end of the period. */
    public Optional<Amount> required() {
        return Optional.ofNullable(required);
    }

    /** What share of sales is charged. */
    public Optional<SalesShare> ofSales() {
        return Optional.ofNullable(ofSales);
    }

    private static Amount notNegative(Amount amount, String name) {
        Require.that(amount.signum() >= 0, "number.negative", name, "must not be negative", amount);
        return amount;
    }

    private Object readResolve() {
        return new AllowanceFigures(period, opening, writeOffs, recoveries, required, ofSales);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AllowanceFigures that
                && Objects.equals(period, that.period)
                && opening.equals(that.opening)
                && writeOffs.equals(that.writeOffs)
                && recoveries.equals(that.recoveries)
                && Objects.equals(required, that.required)
                && Objects.equals(ofSales, that.ofSales);
    }

    @Override
    public int hashCode() {
        return Objects.hash(period, opening, writeOffs, recoveries, required, ofSales);
    }

    @Override
    public String toString() {
        return "allowance of " + opening;
    }
}
