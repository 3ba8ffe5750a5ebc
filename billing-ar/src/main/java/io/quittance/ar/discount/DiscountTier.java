package io.quittance.ar.discount;

import static java.util.Objects.requireNonNull;

import io.quittance.core.contract.EarlyPaymentDiscount;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * So much off for money that counts by a day: {@code DiscountTier.percent("2", 9 July)} is 2 % up to 9 July included.
 *
 * @param kind what the value means
 * @param value more than 0, of a percentage at most 100
 * @param until the last day on which it may be taken
 * @param lateUntil the last day on which it is still granted where late ones are accepted; not before {@code until}
 */
public record DiscountTier(Kind kind, BigDecimal value, LocalDate until, LocalDate lateUntil) implements Serializable {
    /** What the value means. */
    public enum Kind {
        /** So many percent of the offer's base: 2 means 2 %. */
        PERCENT,
        /** So much off the whole document, in its currency; in proportion where only a part of it is open. */
        AMOUNT
    }

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Checks the parts; equal numbers are equal tiers, 2 and 2.0. */
    public DiscountTier {
        requireNonNull(kind, "kind");
        value = Require.plain(Require.positive(value, "value"));
        Require.that(
                kind != Kind.PERCENT || value.compareTo(HUNDRED) <= 0,
                "discount.percent",
                "value",
                "must be at most 100",
                value.toPlainString());
        Dates.inCalendar(until, "until");
        Dates.inCalendar(lateUntil, "lateUntil");
        Require.that(
                !lateUntil.isBefore(until),
                "discount.late-until",
                "lateUntil",
                "must not be before " + until,
                lateUntil);
    }

    /** So many percent, never late. */
    public static DiscountTier percent(BigDecimal percent, LocalDate until) {
        return new DiscountTier(Kind.PERCENT, percent, until, until);
    }

    /** As {@link #percent(BigDecimal, LocalDate)}, from text. */
    public static DiscountTier percent(String percent, LocalDate until) {
        return percent(Require.decimal(percent, "value"), until);
    }

    /** So much off the whole document, in its currency; never late. */
    public static DiscountTier amount(BigDecimal amount, LocalDate until) {
        return new DiscountTier(Kind.AMOUNT, amount, until, until);
    }

    /** As {@link #amount(BigDecimal, LocalDate)}, from text. */
    public static DiscountTier amount(String amount, LocalDate until) {
        return amount(Require.decimal(amount, "value"), until);
    }

    /** What payment terms say of a document of that date: 2 % within 10 days of 1 January are 2 % up to 11 January. */
    public static DiscountTier of(EarlyPaymentDiscount terms, LocalDate documentDate) {
        return percent(terms.percent(), terms.until(documentDate));
    }

    /** The same, granted up to a later day where late ones are accepted. */
    public DiscountTier lateUntil(LocalDate day) {
        return new DiscountTier(kind, value, until, day);
    }

    /**
     * The same, granted so many calendar days longer where late ones are accepted.
     *
     * @param days 0 to 3650
     */
    public DiscountTier grace(int days) {
        Require.that(days >= 0 && days <= 3_650, "discount.grace", "days", "must be between 0 and 3650", days);
        return lateUntil(Dates.inCalendar(until.plusDays(days), "lateUntil"));
    }

    /** For example {@code 2% until 2015-07-09}. */
    @Override
    public String toString() {
        return value.toPlainString() + (kind == Kind.PERCENT ? "%" : "") + " until " + until
                + (lateUntil.equals(until) ? "" : ", late until " + lateUntil);
    }
}
