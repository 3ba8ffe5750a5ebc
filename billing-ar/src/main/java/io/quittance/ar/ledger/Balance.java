package io.quittance.ar.ledger;

import io.quittance.ar.allocation.AllocationLine;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.internal.PersistentMap;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * What the entries of one customer come to: what is left of each debt and of each payment. Applying an entry checks it
 * against this and returns the next balance.
 */
final class Balance {

    /**
     * A debt, also after it is paid.
     *
     * @param disputedFrom since when it is contested; null if it is not
     * @param earliestDispute the first day from which it can be contested (again)
     */
    private record Item(
            Receivable receivable, Amount open, @Nullable LocalDate disputedFrom, LocalDate earliestDispute) {
        Item paid(Amount amount) {
            return new Item(receivable, open.subtract(amount), disputedFrom, earliestDispute);
        }

        Item disputed(LocalDate from) {
            return new Item(receivable, open, from, earliestDispute);
        }

        Item undisputed(LocalDate from) {
            return new Item(receivable, open, null, from);
        }
    }

    /** A payment, also after it is used up. */
    private record Money(Payment payment, Amount unapplied) {}

    private final CurrencyUnit currency;
    private final PersistentMap<ReceivableId, Item> items;
    private final PersistentMap<ReceivableId, Item> open;
    private final PersistentMap<PaymentId, Money> payments;
    private final Amount onAccount;

    private Balance(
            CurrencyUnit currency,
            PersistentMap<ReceivableId, Item> items,
            PersistentMap<ReceivableId, Item> open,
            PersistentMap<PaymentId, Money> payments,
            Amount onAccount) {
        this.currency = currency;
        this.items = items;
        this.open = open;
        this.payments = payments;
        this.onAccount = onAccount;
    }

    static Balance empty(CurrencyUnit currency) {
        return new Balance(
                currency, PersistentMap.empty(), PersistentMap.empty(), PersistentMap.empty(), Amount.zero(currency));
    }

    Balance with(LedgerEntry entry) {
        return entry.match(new LedgerEntry.Cases<>(
                this::posted, this::received, this::allocated, this::disputeOpened, this::disputeClosed));
    }

    Amount onAccount() {
        return onAccount;
    }

    /** By due date, then document date, then id. */
    List<OpenItem> openItems() {
        var list = new ArrayList<OpenItem>();
        for (Item item : open) {
            list.add(OpenItem.of(item.receivable(), item.open(), item.disputedFrom() != null));
        }
        list.sort(OpenItem.BY_DUE_DATE);
        return List.copyOf(list);
    }

    /** What is left of a payment. */
    Amount unapplied(PaymentId payment) {
        Money money = payments.get(payment);
        if (money == null) {
            throw unknown("payment", payment);
        }
        return money.unapplied();
    }

    private Balance posted(LedgerEntry.ReceivablePosted entry) {
        Receivable receivable = entry.receivable();
        requireCurrency(receivable.amount(), "receivable.amount");
        Require.that(
                items.get(receivable.id()) == null,
                "ledger.receivable-twice",
                "receivable.id",
                "must be new",
                receivable.id());
        return with(new Item(receivable, receivable.amount(), null, receivable.documentDate()));
    }

    private Balance received(LedgerEntry.PaymentReceived entry) {
        Payment payment = entry.payment();
        requireCurrency(payment.amount(), "payment.amount");
        Require.that(
                payments.get(payment.id()) == null, "ledger.payment-twice", "payment.id", "must be new", payment.id());
        return new Balance(
                currency,
                items,
                open,
                payments.put(payment.id(), new Money(payment, payment.amount())),
                onAccount.add(payment.amount()));
    }

    private Balance allocated(LedgerEntry.PaymentAllocated entry) {
        Money money = payments.get(entry.allocation().payment());
        if (money == null) {
            throw unknown("allocation.payment", entry.allocation().payment());
        }
        requireNotBefore(entry, money.payment().valueDate(), "the value date");
        Amount applied = entry.allocation().applied();
        requireCurrency(applied, "allocation");
        Require.that(
                applied.isLessThanOrEqualTo(money.unapplied()),
                "ledger.law.within-payment",
                "allocation",
                "must be at most " + money.unapplied() + ", which is left of payment "
                        + money.payment().id(),
                applied);
        Balance next = this;
        List<AllocationLine> lines = entry.allocation().lines();
        for (int i = 0; i < lines.size(); i++) {
            next = next.paid(entry, lines.get(i), "allocation.lines[" + i + "]");
        }
        return new Balance(
                currency,
                next.items,
                next.open,
                payments.put(
                        money.payment().id(),
                        new Money(money.payment(), money.unapplied().subtract(applied))),
                onAccount.subtract(applied));
    }

    private Balance paid(LedgerEntry.PaymentAllocated entry, AllocationLine line, String at) {
        Item item = known(line.item(), at + ".item");
        requireNotBefore(entry, item.receivable().documentDate(), "the document date of " + line.item());
        Require.that(
                line.amount().isLessThanOrEqualTo(item.open()),
                "ledger.law.within-item",
                at + ".amount",
                "must be at most " + item.open() + ", which is open of " + line.item(),
                line.amount());
        return with(item.paid(line.amount()));
    }

    private Balance disputeOpened(LedgerEntry.DisputeOpened entry) {
        Item item = known(entry.item(), "item");
        Require.that(item.disputedFrom() == null, "ledger.disputed", "item", "must not be disputed yet", entry.item());
        requireNotBefore(entry, item.earliestDispute(), "the document's date and the end of its last dispute");
        return with(item.disputed(entry.effectiveDate()));
    }

    private Balance disputeClosed(LedgerEntry.DisputeClosed entry) {
        Item item = known(entry.item(), "item");
        if (item.disputedFrom() == null) {
            throw new InvalidArgumentException("ledger.not-disputed", "item", "must be disputed", entry.item());
        }
        requireNotBefore(entry, item.disputedFrom(), "the day the dispute was opened");
        return with(item.undisputed(entry.effectiveDate()));
    }

    private Balance with(Item item) {
        ReceivableId id = item.receivable().id();
        return new Balance(
                currency,
                items.put(id, item),
                item.open().signum() > 0 ? open.put(id, item) : open.remove(id),
                payments,
                onAccount);
    }

    private Item known(ReceivableId id, String argument) {
        Item item = items.get(id);
        if (item == null) {
            throw unknown(argument, id);
        }
        return item;
    }

    private static InvalidArgumentException unknown(String argument, Object id) {
        return new InvalidArgumentException("ledger.unknown", argument, "must be in the customer's ledger", id);
    }

    private static void requireNotBefore(LedgerEntry entry, LocalDate earliest, String name) {
        Require.that(
                !entry.effectiveDate().isBefore(earliest),
                "ledger.effective-date",
                "effectiveDate",
                "must not be before " + name + ", " + earliest,
                entry.effectiveDate());
    }

    private void requireCurrency(Amount amount, String argument) {
        String expected = currency.getCurrencyCode();
        String actual = amount.getCurrency().getCurrencyCode();
        if (!expected.equals(actual)) {
            throw new CurrencyMismatchException(argument, expected, actual);
        }
    }
}
