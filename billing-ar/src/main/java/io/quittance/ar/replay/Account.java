package io.quittance.ar.replay;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.AllocationLine;
import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.allocation.AllocationStrategy;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.ar.receivable.ReceivableType;
import io.quittance.core.explain.Explanation;
import io.quittance.core.id.CustomerId;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Takes events in the order in which they took effect, each once, and keeps what they come to. */
final class Account implements AccountEvent.Cases<Account> {
    private static final Comparator<Receivable> BY_ITEM =
            Comparator.comparing(Receivable::itemDueDate).thenComparing(Receivable::item);

    private final Amount zero;
    private final AllocationStrategy strategy;
    private final Set<PaymentId> voided;
    final Map<ReceivableId, Owed> debts = new LinkedHashMap<>();
    final Map<PaymentId, Held> money = new LinkedHashMap<>();
    final List<Settled> settled = new ArrayList<>();
    private final Rebilled rebilled;

    Account(Amount zero, AllocationStrategy strategy, Set<PaymentId> voided) {
        this.zero = zero;
        this.strategy = strategy;
        this.voided = voided;
        rebilled = new Rebilled(zero);
    }

    /** A debt, and what is left of it. */
    static final class Owed {
        final OpenItem whole;
        Amount left;

        Owed(OpenItem whole) {
            this.whole = whole;
            left = whole.open();
        }

        Receivable receivable() {
            return whole.receivable();
        }

        OpenItem open() {
            return whole.withOpen(left);
        }
    }

    /** A payment, and what is left of it. */
    static final class Held {
        final Received received;
        Amount left;

        Held(Received received) {
            this.received = received;
            left = received.available();
        }

        PaymentId id() {
            return received.payment().id();
        }
    }

    @Override
    public Account charged(Charged event) {
        Owed debt = owe(event.item());
        for (Held held : money.values()) {
            if (held.left.signum() > 0 && debt.left.signum() > 0) {
                allocate(held, List.of(debt.open()));
            }
        }
        return this;
    }

    @Override
    public Account received(Received event) {
        if (voided.contains(event.payment().id())) {
            return this;
        }
        var held = new Held(event);
        money.put(held.id(), held);
        allocate(held, openItems());
        return this;
    }

    /** It is known from the beginning. */
    @Override
    public Account voided(Voided event) {
        return this;
    }

    @Override
    public Account clawedBack(ClawedBack event) {
        withdraw(
                event,
                event.payment(),
                event.amount(),
                () -> rebilled.parts(event, settled, debts),
                event.debt(),
                event.newItem());
        return this;
    }

    @Override
    public Account paidOut(PaidOut event) {
        withdraw(
                event,
                null,
                event.amount(),
                () -> Map.of(ReceivableType.PRINCIPAL, event.amount()),
                event.debt(),
                event.newItem());
        return this;
    }

    private Owed owe(OpenItem item) {
        var debt = new Owed(item);
        Require.that(debts.put(item.id(), debt) == null, "replay.debt-twice", "item.id", "must not repeat", item.id());
        return debt;
    }

    List<OpenItem> openItems() {
        return debts.values().stream()
                .filter(debt -> debt.left.signum() > 0)
                .map(Owed::open)
                .sorted(OpenItem.BY_DUE_DATE)
                .toList();
    }

    private void allocate(Held held, List<OpenItem> items) {
        var request = AllocationRequest.of(held.received.payment(), held.left, items);
        for (AllocationLine line : Allocation.of(request, strategy).lines()) {
            settle(held, line, held.received.effectiveDate());
        }
    }

    private void settle(Held held, AllocationLine line, LocalDate date) {
        Owed debt = requireNonNull(debts.get(line.item()), "debt"); // an allocation pays what is open
        debt.left = debt.left.subtract(line.amount());
        held.left = held.left.subtract(line.amount());
        settled.add(new Settled(held.id(), line, date));
    }

    /** Takes the amount from money on account; if that does not suffice, all of it is owed, and that money pays it. */
    private void withdraw(
            AccountEvent event,
            @Nullable PaymentId first,
            Amount amount,
            Supplier<Map<ReceivableType, Amount>> parts,
            ReceivableId debt,
            ReceivableId newItem) {
        List<Held> sources = money.values().stream()
                .sorted(Comparator.comparing(held -> !held.id().equals(first))) // stable: the others by their age
                .toList();
        if (onAccount().isGreaterThanOrEqualTo(amount)) {
            Amount rest = amount;
            for (Held held : sources) {
                Amount taken = held.left.min(rest);
                held.left = held.left.subtract(taken);
                rest = rest.subtract(taken);
            }
            return;
        }
        int number = 0;
        for (Owed owed : oweAgain(event, parts.get(), debt, newItem)) {
            for (Held held : sources) {
                Amount paid = held.left.min(owed.left);
                if (paid.signum() > 0) {
                    var why = Explanation.of(
                            "replay.on-account",
                            "number {0} by {1}: {2} of {3} owed again and {4} left on account; ended by {5}",
                            ++number,
                            "oldest-money-first",
                            paid,
                            owed.left,
                            held.left,
                            paid.isLessThan(owed.left) ? "the money" : "the item");
                    settle(held, AllocationLine.of(owed.whole.id(), paid, why), event.effectiveDate());
                }
            }
        }
    }

    private List<Owed> oweAgain(
            AccountEvent event, Map<ReceivableType, Amount> parts, ReceivableId debt, ReceivableId newItem) {
        LocalDate day = event.effectiveDate();
        Receivable later = debts.values().stream()
                .map(Owed::receivable)
                .filter(one -> one.itemDueDate().isAfter(day))
                .min(BY_ITEM)
                .orElse(null);
        ReceivableId item = later == null ? newItem : later.item();
        LocalDate due = later == null ? day : later.itemDueDate();
        CustomerId customer = event.customer();
        var owed = new ArrayList<Owed>();
        parts.forEach((type, part) -> {
            ReceivableId id = type == ReceivableType.PRINCIPAL ? debt : ReceivableId.of(debt + "-" + type);
            Receivable again =
                    Receivable.of(id, customer, day, due, part).withType(type).partOf(item, due);
            owed.add(owe(OpenItem.of(again)));
        });
        return owed;
    }

    Amount onAccount() {
        return money.values().stream().map(held -> held.left).reduce(zero, Amount::add);
    }
}
