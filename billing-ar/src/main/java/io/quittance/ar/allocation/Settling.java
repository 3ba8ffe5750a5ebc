package io.quittance.ar.allocation;

import io.quittance.ar.payment.Payment;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.error.InexactResultException;
import io.quittance.core.money.Amount;
import java.util.List;
import java.util.function.Consumer;
import javax.money.CurrencyUnit;

/**
 * Pays items with payments, a block of them at a time: first it looks at all that the block will need, which then comes from memory
 * together, then it counts in minor units, and only then makes objects.
 */
final class Settling {
    private static final int BLOCK = 64;

    private final CurrencyUnit currency;
    private final int places;
    private final OpenItemIndex index;
    final int[] next;
    final long[] left;
    private final Consumer<? super SettledPayment> sink;
    private final Amount zero;

    private final Payment[] payments = new Payment[BLOCK];
    private final int[] customers = new int[BLOCK];
    /** By payment: its money, and then what is left of it. */
    private final long[] money = new long[BLOCK];
    /** By payment: the first item that it pays, and what is open of it if a part is paid already. */
    private final int[] from = new int[BLOCK];

    private final long[] leftBefore = new long[BLOCK];
    /** By payment: the place after the last item that it closes, and what it pays of the one there. */
    private final int[] to = new int[BLOCK];

    private final long[] partly = new long[BLOCK];
    private int filled;
    private int done;
    /** Keeps the compiler from leaving out what is only looked at. */
    @SuppressWarnings("UnusedVariable") // written to, which is all that is wanted
    private long seen;

    Settling(
            CurrencyUnit currency,
            int places,
            OpenItemIndex index,
            int[] next,
            long[] left,
            Consumer<? super SettledPayment> sink) {
        this.currency = currency;
        this.places = places;
        this.index = index;
        this.next = next;
        this.left = left;
        this.sink = sink;
        zero = Amount.zero(currency);
    }

    void take(Payment payment) {
        if (payment == null) {
            throw new NullPointerException("payments[" + (done + filled) + "]");
        }
        payments[filled++] = payment;
        if (filled == BLOCK) {
            finish();
        }
    }

    /** Does what was taken in and is not done yet. */
    void finish() {
        for (int i = 0; i < filled; i++) {
            read(i);
        }
        long looked = 0;
        for (int i = 0; i < filled; i++) {
            int customer = customers[i];
            if (customer != OpenItemIndex.NOBODY && next[customer] < index.open.length) {
                looked += index.open[next[customer]];
            }
        }
        for (int i = 0; i < filled; i++) {
            pour(i);
        }
        for (int i = 0; i < filled; i++) {
            int end = partly[i] == 0 ? to[i] : to[i] + 1;
            for (int at = from[i]; at < end; at++) {
                looked += index.ids[at].value().length();
            }
        }
        seen += looked;
        for (int i = 0; i < filled; i++) {
            sink.accept(settled(i));
        }
        done += filled;
        filled = 0;
    }

    private void read(int i) {
        Payment payment = payments[i];
        String code = payment.amount().getCurrency().getCurrencyCode();
        if (!code.equals(currency.getCurrencyCode())) {
            throw new CurrencyMismatchException("payments[" + (done + i) + "]", currency.getCurrencyCode(), code);
        }
        customers[i] = index.number(payment.customer());
        try {
            money[i] = payment.amount().toUnscaledLong(places);
        } catch (InexactResultException e) {
            throw e.at("payments[" + (done + i) + "]");
        }
    }

    private void pour(int i) {
        int customer = customers[i];
        from[i] = 0;
        to[i] = 0;
        partly[i] = 0;
        if (customer == OpenItemIndex.NOBODY) {
            return;
        }
        int at = next[customer];
        int end = index.ends[customer];
        long rest = money[i];
        long paidBefore = left[customer];
        from[i] = at;
        leftBefore[i] = paidBefore;
        long open = paidBefore != 0 || at == end ? paidBefore : index.open[at];
        while (at < end && rest >= open) {
            rest -= open;
            at++;
            open = at < end ? index.open[at] : 0;
        }
        if (at < end && rest > 0) {
            partly[i] = rest;
            left[customer] = open - rest;
            rest = 0;
        } else if (at > from[i]) {
            left[customer] = 0;
        }
        next[customer] = at;
        to[i] = at;
        money[i] = rest;
    }

    private SettledPayment settled(int i) {
        int closed = to[i] - from[i];
        var lines = new SettledItem[partly[i] == 0 ? closed : closed + 1];
        for (int line = 0; line < lines.length; line++) {
            int at = from[i] + line;
            long open = line == 0 && leftBefore[i] != 0 ? leftBefore[i] : index.open[at];
            lines[line] =
                    new SettledItem(index.items[at], index.ids[at], currency, open, line < closed ? open : partly[i]);
        }
        Amount unapplied = money[i] == 0 ? zero : Amount.ofMinor(money[i], currency);
        return new SettledPayment(payments[i], List.of(lines), unapplied);
    }
}
