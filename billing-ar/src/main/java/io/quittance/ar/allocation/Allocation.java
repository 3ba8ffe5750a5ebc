package io.quittance.ar.allocation;

import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.id.CustomerId;
import io.quittance.core.internal.Fatal;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.MinorUnits;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a payment settles: lines that are known to balance. Received = applied + unapplied, to the last minor unit, and no
 * item is paid twice or more than is open of it.
 */
public final class Allocation implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(Allocation.class);

    private final Payment payment;
    private final Amount available;

    @SuppressWarnings("serial") // a copy made by List.copyOf, which is serialisable
    private final List<AllocationLine> lines;

    private Allocation(Payment payment, Amount available, List<AllocationLine> lines) {
        this.payment = payment;
        this.available = available;
        this.lines = lines;
    }

    /** Allocates all of a payment: {@code of(AllocationRequest.of(payment, items), strategy)}. */
    public static Allocation of(Payment payment, Collection<OpenItem> items, AllocationStrategy strategy) {
        return of(AllocationRequest.of(payment, items), strategy);
    }

    /**
     * Asks the strategy and checks what it proposes.
     *
     * @throws IllegalArgumentException if the proposal breaks a law, which the exception's code names ({@code
     *     allocation.law.…}, or {@code amount.minor-unit}); its argument names the line, as {@code proposal[2].amount}. What
     *     a strategy threw is the cause, whatever it is, but for what ends the machine, such as an OutOfMemoryError
     * @throws CurrencyMismatchException if a line is in another currency than the payment
     */
    public static Allocation of(AllocationRequest request, AllocationStrategy strategy) {
        LOG.debug(
                "allocating payment {} by {}",
                request.payment().id(),
                strategy.getClass().getSimpleName());
        List<AllocationLine> lines = proposed(request, strategy);
        var open = new HashMap<ReceivableId, Amount>();
        request.items().forEach(item -> open.put(item.id(), item.open()));
        var paid = new HashSet<ReceivableId>();
        Amount left = request.available();
        for (int i = 0; i < lines.size(); i++) {
            AllocationLine line = lines.get(i);
            String at = "proposal[" + i + "]";
            checkLine(line, at, open);
            left = rest(left, line, at, paid);
        }
        return new Allocation(request.payment(), request.available(), lines);
    }

    /**
     * An allocation that was made and stored, as it is read back: checked as far as it can be without the open items, which the ledger
     * does when it is posted.
     *
     * @param available what there was of the payment; 0 or more, at most its amount
     * @param lines each of another item, more than 0, in whole minor units; together at most {@code available}
     * @throws IllegalArgumentException if a line breaks a law; its argument names the line, as {@code lines[2].amount}
     * @throws CurrencyMismatchException if an amount is in another currency than the payment
     */
    public static Allocation restored(Payment payment, MonetaryAmount available, List<AllocationLine> lines) {
        AllocationRequest request = AllocationRequest.of(payment, available, List.of());
        String currency = request.available().getCurrency().getCurrencyCode();
        var paid = new HashSet<ReceivableId>();
        Amount left = request.available();
        for (int i = 0; i < lines.size(); i++) {
            String at = "lines[" + i + "]";
            checkAmount(lines.get(i), at, currency);
            left = rest(left, lines.get(i), at, paid);
        }
        return new Allocation(payment, request.available(), List.copyOf(lines));
    }

    /** What a line leaves of the money; refused if its item is paid already, or the money does not suffice. */
    private static Amount rest(Amount left, AllocationLine line, String at, Set<ReceivableId> paid) {
        Require.that(paid.add(line.item()), "allocation.law.item-once", at + ".item", "must not repeat", line.item());
        Require.that(
                line.amount().isLessThanOrEqualTo(left),
                "allocation.law.within-payment",
                at + ".amount",
                "must be at most " + left + ", which is left of the payment",
                line.amount());
        return left.subtract(line.amount());
    }

    /** Checked again on the way back in, as far as it can be without the open items. */
    private Object readResolve() {
        return restored(payment, available, lines);
    }

    /** What a strategy answers, if it can be read; not held against any law of lines yet. */
    static List<AllocationLine> proposed(AllocationRequest request, AllocationStrategy strategy) {
        List<AllocationLine> lines;
        try {
            List<AllocationLine> answer = strategy.propose(request);
            lines = answer == null ? null : read(answer, request.items().size());
        } catch (InvalidArgumentException e) {
            throw e.code().startsWith("allocation.law.") ? e : failed(e); // a strategy within it broke that law
        } catch (Throwable e) { // an Error, or what is checked and thrown without saying so, is the strategy's failure,
            // too
            Fatal.rethrow(e);
            throw failed(e);
        }
        if (lines == null) {
            throw unreadable("must be a list, but was null");
        }
        if (lines.contains(null)) {
            throw unreadable("must not hold null");
        }
        return List.copyOf(lines);
    }

    /** At most one line more than there are items, of which one breaks a law; a longer answer is not read to its end. */
    private static List<AllocationLine> read(List<AllocationLine> answer, int items) {
        var lines = new ArrayList<AllocationLine>();
        Iterator<AllocationLine> rest = answer.iterator();
        while (lines.size() <= items && rest.hasNext()) {
            lines.add(rest.next());
        }
        return lines;
    }

    private static InvalidArgumentException failed(Throwable thrown) {
        return unreadable("must not fail, but threw " + thrown.getClass().getName())
                .causedBy(thrown);
    }

    private static InvalidArgumentException unreadable(String rule) {
        return new InvalidArgumentException("allocation.law.answer", "proposal", rule, null);
    }

    private static void checkLine(AllocationLine line, String at, Map<ReceivableId, Amount> open) {
        Amount itemOpen = open.get(line.item());
        if (itemOpen == null) {
            throw new InvalidArgumentException(
                    "allocation.law.known-item", at + ".item", "must be one of the request's items", line.item());
        }
        checkAmount(line, at, itemOpen.getCurrency().getCurrencyCode());
        Require.that(
                line.amount().isLessThanOrEqualTo(itemOpen),
                "allocation.law.within-item",
                at + ".amount",
                "must be at most " + itemOpen + ", which is open",
                line.amount());
    }

    private static void checkAmount(AllocationLine line, String at, String currency) {
        String proposed = line.amount().getCurrency().getCurrencyCode();
        if (!currency.equals(proposed)) {
            throw new CurrencyMismatchException(at + ".amount", currency, proposed);
        }
        Require.that(
                line.amount().signum() > 0,
                "allocation.law.positive",
                at + ".amount",
                "must be more than 0",
                line.amount());
        MinorUnits.require(line.amount(), at + ".amount");
    }

    /** The payment whose money this is, or the credit as a payment, with what its payer said. */
    public Payment source() {
        return payment;
    }

    /** What there was of the payment when it was allocated; 0 or more, at most its amount. */
    public Amount available() {
        return available;
    }

    /** The payment whose money this is. */
    public PaymentId payment() {
        return payment.id();
    }

    /** Whose money it is. */
    public CustomerId customer() {
        return payment.customer();
    }

    /** The value date of the payment; the items may count as paid later, where it stood on account. */
    public LocalDate date() {
        return payment.valueDate();
    }

    /** In the order of the strategy. */
    public List<AllocationLine> lines() {
        return lines;
    }

    /** What goes to items: the sum of the lines. */
    public Amount applied() {
        return lines.stream().map(AllocationLine::amount).reduce(Amount.zero(available.getCurrency()), Amount::add);
    }

    /** What stays on account: the available money less what is applied; zero or more. */
    public Amount unapplied() {
        return available.subtract(applied());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Allocation that
                && payment.equals(that.payment)
                && available.equals(that.available)
                && lines.equals(that.lines);
    }

    @Override
    public int hashCode() {
        return Objects.hash(payment, lines);
    }

    @Override
    public String toString() {
        return "payment " + payment.id() + ": " + lines + ", unapplied " + unapplied();
    }
}
