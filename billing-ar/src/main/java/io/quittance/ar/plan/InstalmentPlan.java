package io.quittance.ar.plan;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.ledger.DebtRescheduled;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.ReceivableType;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.explain.Explanation;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.MinorUnits;
import io.quittance.core.money.Rounding;
import io.quittance.core.schedule.Schedule;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.money.MonetaryAmount;

/**
 * A debt in instalments; what they pay of it adds up to it, to the cent. Their dates are the boundaries of a {@link Schedule}, so a plan by months
 * from 31 January has 28 February and 31 March.
 *
 * @param instalments one or more, each due after the one before
 * @param explanation by which rule it was made
 */
public record InstalmentPlan(List<PlanInstalment> instalments, Explanation explanation) implements Serializable {
    private static final Fraction HUNDRED = Fraction.of(100);
    private static final int MONTHS_OF_YEAR = 12;

    /** Copies the instalments and checks that their dates rise and all are in one currency. */
    public InstalmentPlan {
        instalments = Require.notEmpty(List.copyOf(instalments), "instalments");
        requireNonNull(explanation, "explanation");
        String currency = instalments.get(0).principal().getCurrency().getCurrencyCode();
        for (int i = 1; i < instalments.size(); i++) {
            PlanInstalment instalment = instalments.get(i);
            String given = instalment.principal().getCurrency().getCurrencyCode();
            if (!given.equals(currency)) {
                throw new CurrencyMismatchException("instalments[" + i + "]", currency, given);
            }
            Require.that(
                    instalments.get(i - 1).dueDate().isBefore(instalment.dueDate()),
                    "plan.order",
                    "instalments[" + i + "]",
                    "must be due after the one before",
                    instalment.dueDate());
        }
    }

    /**
     * A debt in equal parts without interest.
     *
     * @param debt more than 0, in whole minor units
     * @param count how many instalments, 1 to 1200
     * @param dues when they are due: the first on the anchor, the next at each boundary
     * @param parts unit and rounding; the last takes the rest
     * @throws IllegalArgumentException if an instalment would be of nothing, as where 0.02 are split in three
     */
    public static InstalmentPlan equal(MonetaryAmount debt, int count, Schedule dues, EqualParts parts) {
        Amount whole = requireDebt(debt, "debt");
        requireCount(count);
        List<Amount> amounts = parts.split(whole, count);
        Amount none = Amount.zero(whole.getCurrency());
        var instalments = new ArrayList<PlanInstalment>();
        for (int i = 0; i < count; i++) {
            instalments.add(new PlanInstalment(dues.boundary(i), amounts.get(i), none));
        }
        return new InstalmentPlan(
                instalments,
                Explanation.of("plan.equal", "{0} in {1} instalments, {2}, {3}", whole, count, dues, parts));
    }

    private static Amount requireDebt(MonetaryAmount debt, String argument) {
        Amount exact = MinorUnits.require(requireNonNull(debt, argument), argument);
        Require.that(exact.signum() > 0, "plan.debt", argument, "must be more than 0", exact);
        return exact;
    }

    private static void requireCount(int count) {
        Require.that(
                count >= 1 && count <= EqualParts.MAX_PARTS,
                "plan.parts",
                "count",
                "must be between 1 and " + EqualParts.MAX_PARTS,
                count);
    }

    /**
     * The overdue principal of some items, as new instalments (re-aging). What is overdue on a day was due before it; fees, interest and penalties
     * stay as they are, and so does what is not yet due.
     *
     * @param items of one customer and currency, in any order; what is contested of them is left out
     * @param on the day that decides what is overdue
     * @throws IllegalArgumentException if no principal is overdue
     */
    public static InstalmentPlan reAged(
            List<OpenItem> items, LocalDate on, int count, Schedule dues, EqualParts parts) {
        Dates.inCalendar(on, "on");
        List<OpenItem> overdue = Require.notEmpty(overduePrincipal(items, on), "overdue items");
        requireOneCustomer(overdue);
        Amount debt =
                overdue.stream().map(OpenItem::undisputed).reduce(Amount::add).orElseThrow();
        return new InstalmentPlan(
                equal(debt, count, dues, parts).instalments(),
                Explanation.of(
                        "plan.re-aged",
                        "{0} of {1}, overdue on {2}, in {3} instalments, {4}, {5}",
                        debt,
                        overdue.stream().map(item -> item.id().value()).collect(Collectors.joining(", ")),
                        on,
                        count,
                        dues,
                        parts));
    }

    /**
     * The principal that was due before a day and is not contested as a whole, by due date: what {@link #reAged} is of, and in whose place its plan is
     * {@linkplain #inPlaceOf put}.
     */
    public static List<OpenItem> overduePrincipal(List<OpenItem> items, LocalDate on) {
        Dates.inCalendar(on, "on");
        return items.stream()
                .filter(item -> item.type() == ReceivableType.PRINCIPAL && item.daysPastDue(on) > 0)
                .filter(item -> item.undisputed().signum() > 0)
                .sorted(OpenItem.BY_DUE_DATE)
                .toList();
    }

    static void requireOneCustomer(List<OpenItem> items) {
        for (OpenItem item : items) {
            Require.that(
                    item.customer().equals(items.get(0).customer()),
                    "plan.customer",
                    "items",
                    "must be of one customer, " + items.get(0).customer(),
                    item.customer());
        }
    }

    /**
     * A debt with flat interest: that of the whole debt for the whole term, principal × percent × months / 12, rounded to the minor unit by the mode of {@code
     * interests}. It is split in equal parts, principal and interest together in others, and each instalment pays of the debt what its interest leaves.
     * 1250.00 at 15 % in four months are 62.50 of interest: three times 328.00, of which 15.62 are interest, and 328.50.
     *
     * @param principal more than 0, in whole minor units
     * @param annualPercent 0 or more; 15 means 15 % a year
     * @param count how many instalments, 1 to 1200
     * @param dues by whole months; the term is as many intervals as there are instalments
     * @param totals unit and rounding of what is to be paid
     * @param interests unit and rounding of the interest in it
     * @throws IllegalArgumentException if an instalment would have more interest than is to be paid
     */
    public static InstalmentPlan flat(
            MonetaryAmount principal,
            BigDecimal annualPercent,
            int count,
            Schedule dues,
            EqualParts totals,
            EqualParts interests) {
        Amount debt = requireDebt(principal, "principal");
        requireCount(count);
        BigDecimal percent = Require.notNegative(annualPercent, "annualPercent");
        long months = dues.interval().toTotalMonths() * count;
        Require.that(months > 0, "plan.months", "dues", "must be by whole months", dues);
        Fraction rate = Fraction.of(percent).dividedBy(HUNDRED).times(Fraction.of(months, MONTHS_OF_YEAR));
        Amount interest = debt.times(rate, Rounding.toMinorUnit(debt.getCurrency(), interests.mode()));
        List<Amount> payments = totals.split(debt.add(interest), count);
        List<Amount> prices = interests.split(interest, count);
        var instalments = new ArrayList<PlanInstalment>();
        for (int i = 0; i < count; i++) {
            Amount price = prices.get(i);
            instalments.add(new PlanInstalment(dues.boundary(i), payments.get(i).subtract(price), price));
        }
        return new InstalmentPlan(
                instalments,
                Explanation.of(
                        "plan.flat",
                        "{0} with {1}% a year for {2} months, {3} of interest, in {4} instalments, {5}, {6}; interest in {7}",
                        debt,
                        percent,
                        months,
                        interest,
                        count,
                        dues,
                        totals,
                        interests));
    }

    /** What the plan pays of the debt: all of it. */
    public Amount principal() {
        return sum(instalments.stream().map(PlanInstalment::principal));
    }

    /** The interest of all instalments. */
    public Amount interest() {
        return sum(instalments.stream().map(PlanInstalment::interest));
    }

    /** All that is to be paid. */
    public Amount total() {
        return principal().add(interest());
    }

    private static Amount sum(Stream<Amount> amounts) {
        return amounts.reduce(Amount::add).orElseThrow();
    }

    /**
     * The plan as a fact of the ledger: what is open of debts is moved to it, the oldest due first, until it is full, and each instalment is an
     * item with a principal, of which its interest is a component. What is contested of the debts stays with them. A debt that is no principal
     * keeps its type: its part of an instalment is a component of that, too. Instalments are known by the ids and references of the debts that
     * they pay, since these are what the customer may write on a payment.
     *
     * <p>A plan PLAN-1 of 160.00 in two, in place of INV-7 over 100.00 and a fee FEE-2 of 60.00 that is due later, has PLAN-1/1 over 80.00, and of
     * the second instalment PLAN-1/2 over 20.00 and PLAN-1/2/fee over 60.00. Interest of the first would be PLAN-1/1/I.
     *
     * @param items of one customer, in any order
     * @param id what the ids of the new debts begin with: one that no other plan has
     * @param agreed the day of the agreement, on which the fact takes effect: the document date of the new debts; not after the first due date
     * @throws IllegalArgumentException if less is open and not contested than the plan pays
     */
    public DebtRescheduled inPlaceOf(List<OpenItem> items, String id, LocalDate agreed) {
        return new Pouring(this, items, id, agreed).fact();
    }
}
