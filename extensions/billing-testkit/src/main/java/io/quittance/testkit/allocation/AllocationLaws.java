package io.quittance.testkit.allocation;

import io.quittance.ar.allocation.AllocationLine;
import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.allocation.AllocationStrategy;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Rounding;
import io.quittance.testkit.BrokenLaw;
import io.quittance.testkit.internal.Reasons;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javax.money.CurrencyUnit;

/**
 * The laws of allocation as plain functions: each answers with the laws that are broken, and with an empty list if all is
 * well. A strategy that throws, or answers with null or a null, breaks {@link AllocationLaw#ANSWERS} by each of them, with the request for
 * which it did. They know nothing of jqwik or JUnit. What a strategy chooses to promise of its order, its shares and its dates
 * is in {@link AllocationPromises}.
 */
public final class AllocationLaws {
    private AllocationLaws() {}

    /** The laws of a proposal that the strategy breaks for this request; also if it throws, or answers with null. */
    public static List<BrokenLaw> broken(AllocationRequest request, AllocationStrategy strategy) {
        return Asked.judged(strategy, AllocationLaw.ANSWERS, request, proposal -> broken(request, proposal));
    }

    /** The laws that this proposal breaks. */
    public static List<BrokenLaw> broken(AllocationRequest request, List<AllocationLine> proposal) {
        var broken = new ArrayList<BrokenLaw>();
        Map<ReceivableId, OpenItem> items = byId(request.items());
        var seen = new HashSet<ReceivableId>();
        BigDecimal sum = BigDecimal.ZERO;
        for (AllocationLine line : proposal) {
            if (!seen.add(line.item())) {
                broken.add(new BrokenLaw(AllocationLaw.ITEM_ONCE, "a second line: " + line));
            }
            OpenItem item = items.get(line.item());
            if (item == null) {
                broken.add(new BrokenLaw(AllocationLaw.KNOWN_ITEM, line + " is none of " + request.items()));
            } else if (number(line.amount()).compareTo(number(item.open())) > 0) {
                broken.add(new BrokenLaw(AllocationLaw.WITHIN_ITEM, line + " of " + item));
            }
            broken.addAll(brokenByAmount(line, request.available().getCurrency()));
            sum = sum.add(number(line.amount()));
        }
        if (sum.compareTo(number(request.available())) > 0) {
            broken.add(new BrokenLaw(AllocationLaw.WITHIN_PAYMENT, sum.toPlainString() + " of " + request.available()));
        }
        return List.copyOf(broken);
    }

    /** Whether the strategy answers the same request in the same way twice. */
    public static List<BrokenLaw> brokenWhenAskedTwice(AllocationRequest request, AllocationStrategy strategy) {
        return difference(AllocationLaw.SAME_ANSWER, strategy, request, request);
    }

    /** Whether the strategy answers an equal request, made of new objects in reverse among foreign ones, in the same way. */
    public static List<BrokenLaw> brokenWhenAskedAnew(AllocationRequest request, AllocationStrategy strategy) {
        return difference(AllocationLaw.EQUAL_QUESTION, strategy, request, Copies.anew(request));
    }

    /**
     * The lines whose explanation does not name what they pay: no argument is the line's amount, as {@code EUR 30.00} or as
     * a number.
     */
    public static List<BrokenLaw> unexplained(AllocationRequest request, AllocationStrategy strategy) {
        return Asked.judged(
                strategy,
                AllocationLaw.EXPLANATION,
                request,
                proposal -> proposal.stream()
                        .filter(line -> !Reasons.name(line.explanation(), line.amount()))
                        .map(line -> new BrokenLaw(
                                AllocationLaw.EXPLANATION, line + " is explained by '" + line.explanation() + "'"))
                        .toList());
    }

    /** Whether the strategy answers otherwise when all ids have other names, which sort as the old ones did. */
    public static List<BrokenLaw> brokenWhenRenamed(AllocationRequest request, AllocationStrategy strategy) {
        var renaming = new Renaming(request);
        return Asked.judged(strategy, AllocationLaw.RENAMING, request, proposal -> {
            List<String> expected = Plans.amounts(proposal.stream()
                    .map(line -> AllocationLine.of(renaming.nameOf(line.item()), line.amount(), line.explanation()))
                    .toList());
            return Asked.judged(strategy, AllocationLaw.RENAMING, renaming.renamed(), other -> {
                List<String> actual = Plans.amounts(other);
                return expected.equals(actual)
                        ? List.of()
                        : List.of(
                                new BrokenLaw(AllocationLaw.RENAMING, "expected " + expected + ", but was " + actual));
            });
        });
    }

    /**
     * Whether items that do not count change the answer: those of other customers and currencies, and those that the
     * strategy is not to pay. Explanations may differ.
     *
     * @param eligible whether the strategy may pay an item
     */
    public static List<BrokenLaw> brokenByOthers(
            AllocationRequest request, Predicate<OpenItem> eligible, AllocationStrategy strategy) {
        var items = new ArrayList<OpenItem>(Copies.foreign(request));
        request.items().stream().filter(eligible).forEach(items::add);
        AllocationRequest relevant = Plans.with(request, request.available(), items);
        return Asked.judged(strategy, AllocationLaw.IRRELEVANCE, relevant, alone -> {
            List<String> expected = Plans.amounts(alone);
            return Asked.judged(strategy, AllocationLaw.IRRELEVANCE, request, among -> {
                List<String> actual = Plans.amounts(among);
                return expected.equals(actual)
                        ? List.of()
                        : List.of(new BrokenLaw(
                                AllocationLaw.IRRELEVANCE,
                                "expected " + expected + ", but was " + actual + " among items that do not count"));
            });
        });
    }

    /**
     * Whether the strategy answers otherwise on the day of the request, if its money came some days earlier and has been on account
     * since. Explanations may differ.
     *
     * @param days how many
     */
    public static List<BrokenLaw> brokenByValueDate(AllocationRequest request, int days, AllocationStrategy strategy) {
        return Asked.judged(strategy, AllocationLaw.VALUE_DATE, request, proposal -> {
            List<String> expected = Plans.amounts(proposal);
            return Asked.judged(strategy, AllocationLaw.VALUE_DATE, Copies.cameEarlier(request, days), other -> {
                List<String> actual = Plans.amounts(other);
                return expected.equals(actual)
                        ? List.of()
                        : List.of(new BrokenLaw(
                                AllocationLaw.VALUE_DATE,
                                "expected " + expected + ", but was " + actual + " with money that came " + days
                                        + " days earlier"));
            });
        });
    }

    /** As {@link #leftBehind(AllocationRequest, Predicate, AllocationStrategy)}, where the strategy may pay any item. */
    public static List<BrokenLaw> leftBehind(AllocationRequest request, AllocationStrategy strategy) {
        return leftBehind(request, item -> true, strategy);
    }

    /**
     * Whether the strategy left money over while an item is open.
     *
     * @param eligible whether the strategy may pay an item
     */
    public static List<BrokenLaw> leftBehind(
            AllocationRequest request, Predicate<OpenItem> eligible, AllocationStrategy strategy) {
        return Asked.judged(strategy, AllocationLaw.EXHAUSTION, request, proposal -> {
            Amount left = proposal.stream().map(AllocationLine::amount).reduce(request.available(), Amount::subtract);
            List<OpenItem> open = Plans.remaining(request.items(), proposal).stream()
                    .filter(eligible)
                    .toList();
            return left.signum() > 0 && !open.isEmpty()
                    ? List.of(new BrokenLaw(AllocationLaw.EXHAUSTION, left + " left over, but there is " + open))
                    : List.of();
        });
    }

    /**
     * Whether an item gets less of all the money than of a part of it.
     *
     * @param less at most what the request has available
     */
    public static List<BrokenLaw> lowered(AllocationRequest request, Amount less, AllocationStrategy strategy) {
        AllocationRequest part = Plans.with(request, less, request.items());
        return Asked.judged(
                strategy,
                AllocationLaw.MONOTONICITY,
                part,
                byLess -> Asked.judged(
                        strategy,
                        AllocationLaw.MONOTONICITY,
                        request,
                        byAll -> lowered(request, less, Plans.paid(byLess), Plans.paid(byAll))));
    }

    private static List<BrokenLaw> lowered(
            AllocationRequest request, Amount less, Map<ReceivableId, Amount> byLess, Map<ReceivableId, Amount> byAll) {
        var broken = new ArrayList<BrokenLaw>();
        byLess.forEach((item, amount) -> {
            Amount more = byAll.getOrDefault(item, Amount.zero(amount.getCurrency()));
            if (more.isLessThan(amount)) {
                broken.add(new BrokenLaw(
                        AllocationLaw.MONOTONICITY,
                        item + " gets " + amount + " of " + less + ", but " + more + " of " + request.available()));
            }
        });
        return List.copyOf(broken);
    }

    /**
     * Whether a part of the money and then the rest settle something else than all of it at once.
     *
     * @param first at most what the request has available
     */
    public static List<BrokenLaw> brokenWhenSplit(
            AllocationRequest request, Amount first, AllocationStrategy strategy) {
        Amount rest = request.available().subtract(first);
        return Asked.judged(strategy, AllocationLaw.SPLITTING, Plans.with(request, first, request.items()), one -> {
            AllocationRequest second = Plans.with(request, rest, Plans.remaining(request.items(), one));
            return Asked.judged(strategy, AllocationLaw.SPLITTING, second, two -> {
                Map<ReceivableId, Amount> inParts = Plans.paid(one);
                Plans.paid(two).forEach((item, amount) -> inParts.merge(item, amount, Amount::add));
                return Asked.judged(strategy, AllocationLaw.SPLITTING, request, all -> {
                    Map<ReceivableId, Amount> atOnce = Plans.paid(all);
                    return inParts.equals(atOnce)
                            ? List.of()
                            : List.of(new BrokenLaw(
                                    AllocationLaw.SPLITTING,
                                    first + " and then " + rest + " settle " + inParts + ", all at once settles "
                                            + atOnce));
                });
            });
        });
    }

    private static List<BrokenLaw> brokenByAmount(AllocationLine line, CurrencyUnit currency) {
        var broken = new ArrayList<BrokenLaw>();
        if (line.amount().signum() <= 0) {
            broken.add(new BrokenLaw(AllocationLaw.POSITIVE, line.toString()));
        }
        if (!line.amount().getCurrency().getCurrencyCode().equals(currency.getCurrencyCode())) {
            broken.add(new BrokenLaw(AllocationLaw.CURRENCY, line + " of a payment in " + currency.getCurrencyCode()));
        } else if (number(line.amount()).stripTrailingZeros().scale()
                > Rounding.toMinorUnit(currency).scale()) {
            broken.add(new BrokenLaw(AllocationLaw.MINOR_UNIT, line.toString()));
        }
        return broken;
    }

    private static List<BrokenLaw> difference(
            AllocationLaw law, AllocationStrategy strategy, AllocationRequest first, AllocationRequest second) {
        return Asked.judged(
                strategy,
                law,
                first,
                one -> Asked.judged(
                        strategy,
                        law,
                        second,
                        other -> one.equals(other)
                                ? List.of()
                                : List.of(new BrokenLaw(law, "first " + one + ", then " + other))));
    }

    private static Map<ReceivableId, OpenItem> byId(List<OpenItem> items) {
        var byId = new HashMap<ReceivableId, OpenItem>();
        items.forEach(item -> byId.put(item.id(), item));
        return byId;
    }

    private static BigDecimal number(Amount amount) {
        return amount.toBigDecimal();
    }
}
