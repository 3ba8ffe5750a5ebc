package io.quittance.core.contract;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is taken off for paying early (German Skonto): 2 % within 10 days on an invoice of 1 January, up to 11 January
 * included.
 */
public final class EarlyPaymentDiscount implements Serializable {
    /** What the percentage is of, and what becomes of the tax. */
    public enum Base {
        /** The total with tax; the tax falls with it. */
        TOTAL,
        /** The net amount; the tax stays as it is. */
        NET,
        /** The net amount; the invoice's tax is computed on the discounted amount from the start. */
        NET_WITH_REDUCED_TAX
    }

    private static final long serialVersionUID = 1L;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int MAX_DAYS = 3_650;

    private final BigDecimal percent;
    private final int days;
    private final Base base;

    private EarlyPaymentDiscount(BigDecimal percent, int days, Base base) {
        this.percent = Require.positive(percent, "percent");
        Require.that(percent.compareTo(HUNDRED) <= 0, "discount.percent", "percent", "must be at most 100", percent);
        Require.that(days >= 0 && days <= MAX_DAYS, "terms.days", "days", "must be between 0 and " + MAX_DAYS, days);
        this.days = days;
        this.base = requireNonNull(base, "base");
    }

    /**
     * A percentage of the total, for paying within so many days after the invoice.
     *
     * @param percent more than 0, at most 100; 2 means 2 %
     * @param days 0 to 3650
     */
    public static EarlyPaymentDiscount of(BigDecimal percent, int days) {
        return new EarlyPaymentDiscount(percent, days, Base.TOTAL);
    }

    /** As {@link #of(BigDecimal, int)}, from text. */
    public static EarlyPaymentDiscount of(String percent, int days) {
        return of(Require.decimal(percent, "percent"), days);
    }

    /** The same, of another base. */
    public EarlyPaymentDiscount on(Base newBase) {
        return new EarlyPaymentDiscount(percent, days, newBase);
    }

    /** The last day on which it may be taken. */
    public LocalDate until(LocalDate issueDate) {
        return Dates.inCalendar(Dates.inCalendar(issueDate, "issueDate").plusDays(days), "until");
    }

    /** So many percent. */
    public BigDecimal percent() {
        return percent;
    }

    /** Days after the invoice. */
    public int days() {
        return days;
    }

    /** What the percentage is of. */
    public Base base() {
        return base;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EarlyPaymentDiscount that
                && percent.compareTo(that.percent) == 0
                && days == that.days
                && base == that.base;
    }

    @Override
    public int hashCode() {
        return Objects.hash(percent.stripTrailingZeros(), days, base.name());
    }

    /** For example {@code 2% within 10 days}. */
    @Override
    public String toString() {
        return percent.toPlainString() + "% within " + days + " days" + (base == Base.TOTAL ? "" : " on " + base);
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new EarlyPaymentDiscount(percent, days, base);
    }
}
