package io.quittance.ar.allocation;

import io.quittance.core.money.Amount;
import io.quittance.core.money.Rounding;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The same for each of several places, up to what each has room for (ar.md 4.4 {@code even}): a share is what is left divided by
 * the places that are not full, rounded; the last of them takes what is then left over. What does not fit is shared again, until
 * it is gone or all are full. 100.00 for rooms of 20.00, 50.00 and 60.00 is 20.00, 40.00 and 40.00.
 *
 * <p>Where rounding up would leave less than nothing for the last, the shares of that round are the differences of the rounded
 * running total: 3 cents over five places are 1, 0, 1, 0 and 1. Where a share is none, the rounds that would follow each fill
 * the last place that is not full, which is done in one go; so the rounds are about as many as the money has binary digits, and
 * not as many as there are places.
 */
final class EvenShares {
    private final Rounding unit;
    private final Amount[] room;
    private Amount left;

    private EvenShares(Amount money, List<Amount> room, Rounding unit) {
        this.unit = unit;
        this.room = room.toArray(Amount[]::new);
        Amount zero = Amount.zero(money.getCurrency());
        left = money.min(room.stream().reduce(zero, Amount::add));
    }

    /**
     * What each place gets, in order; together all of the money, or all the room.
     *
     * @param unit how a share is rounded
     */
    static List<Amount> of(Amount money, List<Amount> room, Rounding unit) {
        var shares = new EvenShares(money, room, unit);
        while (shares.left.signum() > 0) {
            shares.round();
        }
        return IntStream.range(0, room.size())
                .mapToObj(i -> room.get(i).subtract(shares.room[i]))
                .toList();
    }

    private void round() {
        int[] open = IntStream.range(0, room.length)
                .filter(i -> room[i].signum() > 0)
                .toArray();
        Amount share = left.prorated(1, open.length, unit);
        Amount last = left.subtract(share.multiply(open.length - 1L));
        if (share.signum() == 0) {
            for (int i = open.length - 1; i >= 0; i--) {
                pay(open[i], left);
            }
        } else if (last.signum() < 0) {
            payRunningTotals(open);
        } else {
            Arrays.stream(open, 0, open.length - 1).forEach(i -> pay(i, share));
            pay(open[open.length - 1], last);
        }
    }

    private void payRunningTotals(int[] open) {
        Amount money = left;
        Amount before = Amount.zero(money.getCurrency());
        for (int i = 0; i < open.length; i++) {
            Amount total = i + 1 == open.length
                    ? money
                    : money.prorated(i + 1L, open.length, unit).min(money);
            pay(open[i], total.subtract(before));
            before = total;
        }
    }

    private void pay(int place, Amount share) {
        Amount paid = share.min(room[place]);
        room[place] = room[place].subtract(paid);
        left = left.subtract(paid);
    }
}
