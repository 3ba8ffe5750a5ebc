package io.quittance.ar;

import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.AllocationLine;
import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.ledger.EntryKey;
import io.quittance.ar.ledger.LedgerEntry;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.core.explain.Explanation;
import io.quittance.core.id.CustomerId;
import io.quittance.core.money.Amount;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/** Valid entries of three customers, in euros, made without the help of a ledger. */
public final class Histories {
    public static final CurrencyUnit EUR = Monetary.getCurrency("EUR");
    public static final LocalDate FIRST_DAY = LocalDate.parse("2026-01-01");
    public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private static final Explanation WHY = Explanation.of("test.history", "because");

    private final List<LedgerEntry> entries = new ArrayList<>();
    private final List<Debt> debts = new ArrayList<>();
    private final List<Money> moneys = new ArrayList<>();
    private Instant now = START;

    private Histories() {}

    /** Up to eighty facts in the order in which they were recorded; some at one instant, many back-dated. */
    public static Arbitrary<List<LedgerEntry>> histories() {
        Arbitrary<Step> step = Combinators.combine(
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.integers().between(0, 999),
                        Arbitraries.integers().between(0, 120),
                        Arbitraries.longs().between(1, 20_000))
                .as(Step::new);
        return step.list().ofMaxSize(80).map(steps -> {
            var history = new Histories();
            steps.forEach(history::add);
            return List.copyOf(history.entries);
        });
    }

    private void add(Step step) {
        now = now.plusSeconds(step.pick() % 3);
        switch (step.kind()) {
            case 0, 1, 2 -> owe(step);
            case 3, 4 -> pay(step);
            case 5, 6, 7 -> allocate(step);
            case 8 -> open(step);
            default -> close(step);
        }
    }

    private void owe(Step step) {
        LocalDate date = FIRST_DAY.plusDays(step.days());
        var receivable = Receivable.of(
                Samples.id("R" + entries.size()),
                CustomerId.of("C" + step.pick() % 3),
                date,
                date.plusDays(step.pick() % 40),
                Amount.ofMinor(step.cents(), EUR));
        debts.add(new Debt(receivable, step.cents()));
        entries.add(new LedgerEntry.ReceivablePosted(key(), receivable, now));
    }

    private void pay(Step step) {
        var payment = Payment.of(
                PaymentId.of("P" + entries.size()),
                CustomerId.of("C" + step.pick() % 3),
                FIRST_DAY.plusDays(step.days()),
                Amount.ofMinor(step.cents(), EUR));
        moneys.add(new Money(payment, step.cents()));
        entries.add(new LedgerEntry.PaymentReceived(key(), payment, now));
    }

    /** Some of a payment to up to three debts, at the earliest possible day or later. */
    private void allocate(Step step) {
        if (moneys.isEmpty()) {
            return;
        }
        Money money = moneys.get(step.pick() % moneys.size());
        List<Debt> owed = debts.stream()
                .filter(debt -> debt.open > 0 && debt.receivable.customer().equals(money.payment.customer()))
                .limit(1 + step.pick() % 3)
                .toList();
        var items = owed.stream()
                .map(debt -> OpenItem.of(debt.receivable, Amount.ofMinor(debt.open, EUR), false))
                .toList();
        var request = AllocationRequest.of(money.payment, Amount.ofMinor(money.left, EUR), items);
        var lines = new ArrayList<AllocationLine>();
        LocalDate date = money.payment.valueDate();
        for (Debt debt : owed) {
            long cents = Math.min(step.cents(), Math.min(debt.open, money.left));
            if (cents > 0) {
                lines.add(AllocationLine.of(debt.receivable.id(), Amount.ofMinor(cents, EUR), WHY));
                debt.open -= cents;
                money.left -= cents;
                date = later(date, debt.receivable.documentDate());
            }
        }
        var allocation = Allocation.of(request, ignored -> lines);
        entries.add(new LedgerEntry.PaymentAllocated(key(), allocation, date.plusDays(step.days() % 5), now));
    }

    private void open(Step step) {
        debts.stream()
                .skip(step.pick() % 5)
                .filter(debt -> debt.disputedFrom == null)
                .findFirst()
                .ifPresent(debt -> {
                    LocalDate date = debt.earliestDispute.plusDays(step.days() % 7);
                    debt.disputedFrom = date;
                    entries.add(new LedgerEntry.DisputeOpened(
                            key(), debt.receivable.customer(), debt.receivable.id(), date, now));
                });
    }

    private void close(Step step) {
        for (Debt debt : debts) {
            if (debt.disputedFrom != null) {
                LocalDate date = debt.disputedFrom.plusDays(step.days() % 7);
                debt.disputedFrom = null;
                debt.earliestDispute = date;
                entries.add(new LedgerEntry.DisputeClosed(
                        key(), debt.receivable.customer(), debt.receivable.id(), date, now));
                return;
            }
        }
    }

    private EntryKey key() {
        return EntryKey.of("K" + entries.size());
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private record Step(int kind, int pick, int days, long cents) {}

    private static final class Debt {
        private final Receivable receivable;
        private long open;
        private @Nullable LocalDate disputedFrom;
        private LocalDate earliestDispute;

        Debt(Receivable receivable, long open) {
            this.receivable = receivable;
            this.open = open;
            this.earliestDispute = receivable.documentDate();
        }
    }

    private static final class Money {
        private final Payment payment;
        private long left;

        Money(Payment payment, long left) {
            this.payment = payment;
            this.left = left;
        }
    }
}
