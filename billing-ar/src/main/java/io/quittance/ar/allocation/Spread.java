package io.quittance.ar.allocation;

import io.quittance.ar.receivable.OpenItem;
import io.quittance.core.explain.Explanation;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Apportionment;
import io.quittance.core.money.Rounding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Shares money over all items at once, by weights (ar.md 4.4 {@code even} and 4.5): each share is rounded half up to the
 * minor unit, the last item takes what is left over, and none gets more than is open of it. What an item cannot take is
 * shared evenly by those that are not full, as {@link EvenShares} does it.
 *
 * <p>Where rounding up would leave less than nothing for the last, the shares are the differences of the rounded running
 * total: 3 cents over five equal items are 1, 0, 1, 0 and 1.
 */
final class Spread {
    private final List<OpenItem> items;
    private final Apportionment lastTakesRest;
    private final Apportionment runningTotal;
    private final Rounding cents;
    private final Amount[] room;
    private Amount left;

    private Spread(AllocationRequest request) {
        items = request.items();
        room = items.stream().map(OpenItem::open).toArray(Amount[]::new);
        Amount zero = Amount.zero(request.available().getCurrency());
        left = request.available().min(Arrays.stream(room).reduce(zero, Amount::add));
        cents = Rounding.toMinorUnit(left.getCurrency());
        lastTakesRest = Apportionment.lastTakesRest(cents);
        runningTotal = Apportionment.cumulative(cents);
    }

    /**
     * Lines in the order of the request's items; an item that gets nothing has none.
     *
     * @param weight more than zero
     */
    static List<AllocationLine> over(String rule, AllocationRequest request, Function<OpenItem, BigDecimal> weight) {
        return new Spread(request).lines(rule, weight);
    }

    private List<AllocationLine> lines(String rule, Function<OpenItem, BigDecimal> weight) {
        Amount money = left;
        if (money.signum() == 0) {
            return List.of();
        }
        List<BigDecimal> weights = items.stream().map(weight).toList();
        List<Amount> shares = shares(weights);
        for (int i = 0; i < room.length; i++) {
            pay(i, shares.get(i));
        }
        List<Amount> more = EvenShares.of(left, List.of(room), cents);
        for (int i = 0; i < room.length; i++) {
            pay(i, more.get(i));
        }
        BigDecimal parts = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        var lines = new ArrayList<AllocationLine>();
        for (int i = 0; i < room.length; i++) {
            OpenItem item = items.get(i);
            Amount paid = item.open().subtract(room[i]);
            if (paid.signum() > 0) {
                String stop = paid.equals(shares.get(i)) ? "the share" : "what others cannot take";
                Explanation why = Explanation.of(
                        "allocation." + rule,
                        "number {0} by {1}, due {2}: {3} of {4} open, for {5} of {6} parts of {7}; ended by {8}",
                        lines.size() + 1,
                        rule,
                        item.dueDate(),
                        paid,
                        item.open(),
                        weights.get(i),
                        parts,
                        money,
                        room[i].signum() == 0 ? "the item" : stop);
                lines.add(AllocationLine.of(item.id(), paid, why));
            }
        }
        return List.copyOf(lines);
    }

    private List<Amount> shares(List<BigDecimal> weights) {
        List<Amount> shares = lastTakesRest.split(left, weights);
        return shares.get(shares.size() - 1).signum() < 0 ? runningTotal.split(left, weights) : shares;
    }

    private void pay(int item, Amount share) {
        Amount paid = share.min(room[item]);
        room[item] = room[item].subtract(paid);
        left = left.subtract(paid);
    }
}
