package io.quittance.core.contract;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.schedule.BusinessCalendar;
import io.quittance.core.schedule.BusinessDayConvention;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * When an invoice is to be paid: all of it or in instalments, and what is taken off for paying early. {@code
 * PaymentTerms.net(30).discount("2", 10)} on an invoice of 1 February 2014 is due on 3 March 2014, with 2 % off up to 11
 * February.
 */
public final class PaymentTerms implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int MOST = 120;

    @SuppressWarnings("serial") // a copy made by List.copyOf, which is serialisable
    private final List<Instalment> instalments;

    @SuppressWarnings("serial") // as above
    private final List<EarlyPaymentDiscount> discounts;

    private final BusinessDayConvention businessDays;

    private PaymentTerms(
            List<Instalment> instalments, List<EarlyPaymentDiscount> discounts, BusinessDayConvention businessDays) {
        this.instalments = Require.notEmpty(List.copyOf(instalments), "instalments");
        this.discounts = List.copyOf(discounts);
        this.businessDays = requireNonNull(businessDays, "businessDays");
        requireInstalments();
        requireDiscounts();
    }

    private void requireInstalments() {
        int last = instalments.size() - 1;
        Require.that(last < MOST, "instalments.count", "instalments", "must be at most " + MOST, last + 1);
        BigDecimal percent = BigDecimal.ZERO;
        for (int i = 0; i <= last; i++) {
            Instalment instalment = instalments.get(i);
            Require.that(
                    (instalment.kind() == Instalment.Kind.REST) == (i == last),
                    "instalments.rest",
                    "instalments[" + i + "].kind",
                    i == last ? "must be REST for the last one" : "must not be REST but for the last one",
                    instalment.kind());
            if (instalment.kind() == Instalment.Kind.PERCENT) {
                percent = percent.add(instalment.value());
                Require.that(
                        percent.compareTo(HUNDRED) < 0,
                        "instalments.percent",
                        "instalments[" + i + "].value",
                        "must leave a rest of 100 %",
                        percent);
            }
        }
    }

    /** Paying earlier must not be worth less. */
    private void requireDiscounts() {
        Require.that(
                discounts.size() <= MOST, "discounts.count", "discounts", "must be at most " + MOST, discounts.size());
        requireBeforeDue();
        for (int i = 1; i < discounts.size(); i++) {
            EarlyPaymentDiscount before = discounts.get(i - 1);
            EarlyPaymentDiscount discount = discounts.get(i);
            Require.that(
                    discount.days() > before.days() && discount.percent().compareTo(before.percent()) < 0,
                    "discounts.order",
                    "discounts[" + i + "]",
                    "must be less than " + before + " for paying later",
                    discount);
            Require.that(
                    discount.base() == before.base(),
                    "discounts.base",
                    "discounts[" + i + "].base",
                    "must be " + before.base() + " as for the others",
                    discount.base());
        }
    }

    /** By the last day on which anything is due, of the invoice date for which it is the latest. */
    private void requireBeforeDue() {
        int most = instalments.stream()
                .mapToInt(instalment -> instalment.due().mostDays())
                .max()
                .orElseThrow();
        for (int i = 0; i < discounts.size(); i++) {
            EarlyPaymentDiscount discount = discounts.get(i);
            Require.that(
                    discount.days() <= most,
                    "discounts.due",
                    "discounts[" + i + "].days",
                    "must be at most " + most + ", when all is due",
                    discount.days());
        }
    }

    /**
     * Due so many calendar days after the issue date; 0 is due on receipt.
     *
     * @param days 0 to 3650
     */
    public static PaymentTerms net(int days) {
        return due(DueDateRule.days(days));
    }

    /** All of it due by one rule. */
    public static PaymentTerms due(DueDateRule rule) {
        return inInstalments(List.of(Instalment.rest(rule)));
    }

    /**
     * In parts; the last one is what the others leave.
     *
     * @param instalments at most 120, the last one and no other {@link Instalment.Kind#REST}, percentages less than 100 in sum
     */
    public static PaymentTerms inInstalments(List<Instalment> instalments) {
        return new PaymentTerms(instalments, List.of(), BusinessDayConvention.NONE);
    }

    /**
     * The same with one more discount for paying early, after those that are there: 3 % within 7 days, then 2 % within 14.
     *
     * @throws IllegalArgumentException if it is not less, and for paying later, than the one before, or if it may be taken
     *     later than all is due, whatever the invoice date and before business days count: {@code net(10)} and 30 days
     */
    public PaymentTerms discount(EarlyPaymentDiscount discount) {
        var more = new ArrayList<>(discounts);
        more.add(requireNonNull(discount, "discount"));
        return new PaymentTerms(instalments, more, businessDays);
    }

    /** As {@link #discount(EarlyPaymentDiscount)}, a percentage of the total within so many days. */
    public PaymentTerms discount(String percent, int days) {
        return discount(EarlyPaymentDiscount.of(percent, days));
    }

    /** The same, where a due date that is no business day is moved. */
    public PaymentTerms onBusinessDays(BusinessDayConvention convention) {
        return new PaymentTerms(instalments, discounts, convention);
    }

    /** The parts; one, the rest, where all is due at once. */
    public List<Instalment> instalments() {
        return instalments;
    }

    /** What is taken off for paying early, the best first; empty where nothing is. */
    public List<EarlyPaymentDiscount> discounts() {
        return discounts;
    }

    /** Where a due date goes that is no business day. */
    public BusinessDayConvention businessDays() {
        return businessDays;
    }

    /**
     * The last day on which an invoice of that date is paid on time; of several instalments the last one's.
     *
     * @throws IllegalArgumentException if one of the two days is not in the years 1 to 9999, or due dates are moved to
     *     business days, for which {@link #dueDate(LocalDate, BusinessCalendar)} has the calendar
     */
    public LocalDate dueDate(LocalDate issueDate) {
        Require.that(
                businessDays == BusinessDayConvention.NONE,
                "terms.calendar",
                "calendar",
                "must be given to move due dates to business days",
                businessDays);
        return dueDate(issueDate, day -> true);
    }

    /**
     * As {@link #dueDate(LocalDate)}, moved to a business day as agreed, but never before the issue date: due on receipt and
     * on the business day before, an invoice of Saturday 31 January 2026 is due on Monday 2 February.
     */
    public LocalDate dueDate(LocalDate issueDate, BusinessCalendar calendar) {
        requireNonNull(calendar, "calendar");
        return instalments.stream()
                .map(instalment -> moved(instalment, issueDate, calendar))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** The due date of an instalment; where it would go before the issue date, it goes to the business day after. */
    private LocalDate moved(Instalment instalment, LocalDate issueDate, BusinessCalendar calendar) {
        LocalDate due = instalment.due().dueDate(issueDate);
        LocalDate moved = businessDays.adjust(due, calendar);
        return moved.isBefore(issueDate) ? BusinessDayConvention.FOLLOWING.adjust(due, calendar) : moved;
    }

    /**
     * What is due when, so that the parts add up to the total. 1000.00 as 70 %, 200.00 and the rest are 700.00, 200.00 and
     * 100.00. Each percentage is what is due up to it, rounded, less what is due up to the percentage before: 0.10 as eleven
     * times 8.33 % and the rest are never more than 0.10, where eleven times 0.01 would be.
     *
     * @param total not finer than the rounding; negative for a credit note, which has the same parts with the other sign
     *     whatever the rounding mode
     * @param rounding of the percentages; fixed amounts must not be finer
     * @throws IllegalArgumentException if fixed amounts and percentages are more than the total, so for any fixed amount of
     *     nothing, or the total or an amount is finer than the rounding
     */
    public List<DueAmount> dueAmounts(
            LocalDate issueDate, MonetaryAmount total, Rounding rounding, BusinessCalendar calendar) {
        requireNonNull(calendar, "calendar");
        Amount signed = Amount.from(total);
        Amount all = signed.abs();
        requirePlaces(signed.toBigDecimal(), rounding, "total");
        Amount left = all;
        BigDecimal percent = BigDecimal.ZERO;
        var amounts = new ArrayList<DueAmount>();
        for (int i = 0; i < instalments.size(); i++) {
            Instalment instalment = instalments.get(i);
            Amount part = left;
            if (instalment.kind() == Instalment.Kind.AMOUNT) {
                part = Amount.of(
                        requirePlaces(instalment.value(), rounding, "instalments[" + i + "].value"), all.getCurrency());
            } else if (instalment.kind() == Instalment.Kind.PERCENT) {
                Amount before = percentage(all, percent, rounding);
                percent = percent.add(instalment.value());
                part = percentage(all, percent, rounding).subtract(before);
            }
            left = left.subtract(part);
            Require.that(
                    left.signum() >= 0,
                    "instalments.total",
                    "total",
                    "must not be less than the instalments before the last one",
                    signed);
            amounts.add(
                    new DueAmount(moved(instalment, issueDate, calendar), signed.signum() < 0 ? part.negate() : part));
        }
        return List.copyOf(amounts);
    }

    private static Amount percentage(Amount all, BigDecimal percent, Rounding rounding) {
        return all.times(Fraction.of(percent).dividedBy(Fraction.of(HUNDRED)), rounding);
    }

    private static BigDecimal requirePlaces(BigDecimal number, Rounding rounding, String argument) {
        Require.that(
                number.stripTrailingZeros().scale() <= rounding.scale(),
                "instalments.scale",
                argument,
                "must have at most " + rounding.scale() + " decimal places",
                number);
        return number;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PaymentTerms that
                && instalments.equals(that.instalments)
                && discounts.equals(that.discounts)
                && businessDays == that.businessDays;
    }

    @Override
    public int hashCode() {
        return Objects.hash(instalments, discounts, businessDays.name());
    }

    /** For example {@code net 30 days, 2% within 10 days}. */
    @Override
    public String toString() {
        String due = instalments.size() == 1
                ? "net " + instalments.get(0).due()
                : instalments.stream().map(Instalment::toString).collect(Collectors.joining(", "));
        String off = discounts.stream().map(discount -> ", " + discount).collect(Collectors.joining());
        return due + off + (businessDays == BusinessDayConvention.NONE ? "" : ", " + businessDays);
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new PaymentTerms(instalments, discounts, businessDays);
    }
}
