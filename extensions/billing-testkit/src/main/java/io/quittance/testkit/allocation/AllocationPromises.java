package io.quittance.testkit.allocation;

import io.quittance.ar.allocation.AllocationLine;
import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.allocation.AllocationStrategy;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Rounding;
import io.quittance.testkit.BrokenLaw;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * What some strategies promise beyond the {@linkplain AllocationLaws laws of all}, as plain functions: each answers with what
 * is broken, and with an empty list if all is well.
 */
public final class AllocationPromises {
    /** After so many years the calendar is the same again: the days of the week, the lengths of the months. */
    private static final int CYCLE = 400;

    private AllocationPromises() {}

    /**
     * The items that are paid while one that comes before them is open. 50.00 against 100.00 and 80.00 that pays the second
     * breaks it where the order is the due date.
     *
     * @param eligible whether the strategy may pay an item
     * @param order the item to pay first is the smallest; what is equal in it may be paid in any order
     */
    public static List<BrokenLaw> outOfOrder(
            AllocationRequest request,
            Predicate<OpenItem> eligible,
            Comparator<OpenItem> order,
            AllocationStrategy strategy) {
        return Asked.judged(strategy, AllocationLaw.PRIORITY, request, proposal -> {
            Map<ReceivableId, Amount> paid = Plans.paid(proposal);
            return request.items().stream()
                    .filter(eligible)
                    .filter(item -> Plans.paid(item, paid).isLessThan(item.open()))
                    .min(order)
                    .stream()
                    .flatMap(open -> request.items().stream()
                            .filter(item -> paid.containsKey(item.id()) && order.compare(open, item) < 0)
                            .map(item -> new BrokenLaw(
                                    AllocationLaw.PRIORITY,
                                    paid.get(item.id()) + " to " + item + ", but before it there is " + open)))
                    .toList();
        });
    }

    /**
     * Whether two payments of one day settle something else in the other order.
     *
     * @param first at most what the request has available; the second payment is the rest
     */
    public static List<BrokenLaw> brokenWhenSwapped(
            AllocationRequest request, Amount first, AllocationStrategy strategy) {
        Amount second = request.available().subtract(first);
        return inTurn(
                request,
                first,
                second,
                strategy,
                one -> inTurn(
                        request,
                        second,
                        first,
                        strategy,
                        other -> one.equals(other)
                                ? List.of()
                                : List.of(new BrokenLaw(
                                        AllocationLaw.COMMUTATION,
                                        first + " and then " + second + " settle " + one + ", the other way round "
                                                + other))));
    }

    private static List<BrokenLaw> inTurn(
            AllocationRequest request,
            Amount first,
            Amount second,
            AllocationStrategy strategy,
            Function<Map<ReceivableId, Amount>, List<BrokenLaw>> judge) {
        return Asked.judged(strategy, AllocationLaw.COMMUTATION, Plans.with(request, first, request.items()), one -> {
            AllocationRequest rest = Plans.with(request, second, Plans.remaining(request.items(), one));
            return Asked.judged(strategy, AllocationLaw.COMMUTATION, rest, two -> {
                var lines = new ArrayList<AllocationLine>(one);
                lines.addAll(two);
                return judge.apply(Plans.paid(lines));
            });
        });
    }

    /**
     * The items whose share is a minor unit for each item, or more, away from the exact one, money × weight / sum of weights.
     * An item that is full may have less, and where one cannot take its share, the others may have more. 100.00 over three
     * equal weights is 33.33 each, up to 0.03 more or less.
     *
     * @param weight more than zero: what is open, or 1 for each
     */
    public static List<BrokenLaw> unfair(
            AllocationRequest request, Function<OpenItem, BigDecimal> weight, AllocationStrategy strategy) {
        return Asked.judged(strategy, AllocationLaw.FAIRNESS, request, proposal -> {
            BigDecimal money = number(request.available());
            BigDecimal sum = request.items().stream().map(weight).reduce(BigDecimal.ZERO, BigDecimal::add);
            boolean capped = request.items().stream()
                    .anyMatch(item -> money.multiply(weight.apply(item))
                                    .compareTo(number(item.open()).multiply(sum))
                            > 0);
            int places = Rounding.toMinorUnit(request.available().getCurrency()).scale();
            BigDecimal tolerance = BigDecimal.ONE
                    .movePointLeft(places)
                    .multiply(BigDecimal.valueOf(request.items().size()))
                    .multiply(sum);
            Map<ReceivableId, Amount> paid = Plans.paid(proposal);
            var broken = new ArrayList<BrokenLaw>();
            for (OpenItem item : request.items()) {
                Amount share = Plans.paid(item, paid);
                BigDecimal over = number(share).multiply(sum).subtract(money.multiply(weight.apply(item)));
                boolean tooLittle = over.negate().compareTo(tolerance) >= 0 && share.isLessThan(item.open());
                boolean tooMuch = over.compareTo(tolerance) >= 0 && !capped;
                if (tooLittle || tooMuch) {
                    broken.add(new BrokenLaw(
                            AllocationLaw.FAIRNESS,
                            share + " of " + request.available() + " to " + item + ", whose weight is "
                                    + weight.apply(item).toPlainString() + " of " + sum.toPlainString()));
                }
            }
            return List.copyOf(broken);
        });
    }

    /**
     * Whether the strategy answers otherwise when the whole question, payment and documents and due dates, is 400 years
     * earlier or later, which leaves days of the week and lengths of months as they are. A strategy that reads the clock
     * finds all items overdue in the one and none in the other.
     */
    public static List<BrokenLaw> brokenWhenMoved(AllocationRequest request, AllocationStrategy strategy) {
        return Asked.judged(strategy, AllocationLaw.TIMELESSNESS, request, proposal -> {
            var broken = new ArrayList<BrokenLaw>();
            broken.addAll(movedBy(request, date -> date.minusYears(CYCLE), proposal, strategy));
            broken.addAll(movedBy(request, date -> date.plusYears(CYCLE), proposal, strategy));
            return List.copyOf(broken);
        });
    }

    private static List<BrokenLaw> movedBy(
            AllocationRequest request,
            UnaryOperator<LocalDate> move,
            List<AllocationLine> proposal,
            AllocationStrategy strategy) {
        List<String> expected = Plans.amounts(proposal);
        AllocationRequest moved = Copies.moved(request, move);
        return Asked.judged(strategy, AllocationLaw.TIMELESSNESS, moved, other -> {
            List<String> actual = Plans.amounts(other);
            return expected.equals(actual)
                    ? List.of()
                    : List.of(new BrokenLaw(
                            AllocationLaw.TIMELESSNESS,
                            "expected " + expected + ", but was " + actual + " on " + moved.date()));
        });
    }

    /**
     * Whether the strategy answers otherwise, be it in the words of a reason, where the machine has another language and time zone.
     * Both are those of the virtual machine and are set for as long as the question takes: ask no one else meanwhile.
     */
    public static List<BrokenLaw> brokenElsewhere(AllocationRequest request, AllocationStrategy strategy) {
        return Asked.judged(strategy, AllocationLaw.PLACELESSNESS, request, here -> {
            var broken = new ArrayList<BrokenLaw>();
            for (Surroundings place : Surroundings.values()) {
                broken.addAll(Asked.judged(
                        place.of(strategy),
                        AllocationLaw.PLACELESSNESS,
                        request,
                        there -> here.equals(there)
                                ? List.of()
                                : List.of(new BrokenLaw(
                                        AllocationLaw.PLACELESSNESS,
                                        "expected " + reasons(here) + ", but was " + reasons(there) + " in "
                                                + place))));
            }
            return List.copyOf(broken);
        });
    }

    private static List<String> reasons(List<AllocationLine> lines) {
        return lines.stream().map(line -> line + " since " + line.explanation()).toList();
    }

    private static BigDecimal number(Amount amount) {
        return amount.toBigDecimal();
    }
}
