package io.quittance.ar;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.AllocationLine;
import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.credit.Credit;
import io.quittance.ar.dispute.Dispute;
import io.quittance.ar.dispute.DisputeId;
import io.quittance.ar.dispute.DisputeReason;
import io.quittance.ar.dispute.DisputeSource;
import io.quittance.ar.dispute.Resolution;
import io.quittance.ar.ledger.CreditPosted;
import io.quittance.ar.ledger.DebtRescheduled;
import io.quittance.ar.ledger.DisputeOpened;
import io.quittance.ar.ledger.DisputeResolved;
import io.quittance.ar.ledger.EntryKey;
import io.quittance.ar.ledger.EntryReversed;
import io.quittance.ar.ledger.LedgerEntry;
import io.quittance.ar.ledger.LedgerFact;
import io.quittance.ar.ledger.PaymentAllocated;
import io.quittance.ar.ledger.PaymentConverted;
import io.quittance.ar.ledger.PaymentReceived;
import io.quittance.ar.ledger.PaymentRefunded;
import io.quittance.ar.ledger.PaymentReturned;
import io.quittance.ar.ledger.ReceivablePosted;
import io.quittance.ar.ledger.ReceivableWrittenOff;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableType;
import io.quittance.ar.settlement.Adjustment;
import io.quittance.ar.settlement.Settlement;
import io.quittance.core.explain.Explanation;
import io.quittance.core.id.CustomerId;
import io.quittance.core.money.Amount;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/** Valid entries of three customers, in euros, made without the help of a ledger. */
public final class Histories {
    public static final CurrencyUnit EUR = Monetary.getCurrency("EUR");
    public static final CurrencyUnit USD = Monetary.getCurrency("USD");
    public static final LocalDate FIRST_DAY = LocalDate.parse("2026-01-01");
    public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private static final Explanation WHY = Explanation.of("test.history", "because");

    private final List<LedgerEntry> entries = new ArrayList<>();
    private final List<Debt> debts = new ArrayList<>();
    private final List<Money> moneys = new ArrayList<>();
    private final List<Done> standing = new ArrayList<>();
    private Instant now = START;

    private Histories() {}

    /** Up to eighty facts in the order in which they were recorded; some at one instant, many back-dated. */
    public static Arbitrary<List<LedgerEntry>> histories() {
        Arbitrary<Step> step = Combinators.combine(
                        Arbitraries.integers().between(0, 17),
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
            case 9 -> close(step);
            case 10, 11, 12 -> reverse(step);
            case 13 -> giveBack(step);
            case 14 -> writeOff(step);
            case 15 -> refund(step);
            case 16 -> reschedule(step);
            default -> takeBack(step);
        }
    }

    private void record(LedgerFact fact) {
        entries.add(LedgerEntry.of(key(), fact, now));
    }

    private void record(LedgerFact fact, List<Move> moves) {
        moves.forEach(move -> move.days.merge(fact.effectiveDate(), move.cents, Long::sum));
        standing.add(new Done(key(), fact, moves));
        record(fact);
    }

    private void owe(Step step) {
        LocalDate date = FIRST_DAY.plusDays(step.days());
        var receivable = Receivable.of(
                Samples.id("R" + entries.size()),
                CustomerId.of("C" + step.pick() % 3),
                date,
                date.plusDays(step.pick() % 40),
                Amount.ofMinor(step.cents(), EUR));
        var debt = new Debt(receivable);
        debts.add(debt);
        record(ReceivablePosted.of(receivable, booked(step)), List.of(new Move(debt.open, step.cents())));
    }

    /** In dollars, at 0.80 to 1.19 for a euro. */
    private static Amount booked(Step step) {
        return Amount.ofMinor(1 + step.cents() * (80 + step.pick() % 40) / 100, USD);
    }

    private void pay(Step step) {
        boolean isCredit = step.pick() % 4 == 0;
        var credit = Credit.of(
                PaymentId.of((isCredit ? "N" : "P") + entries.size()),
                CustomerId.of("C" + step.pick() % 3),
                FIRST_DAY.plusDays(step.days()),
                Amount.ofMinor(step.cents(), EUR));
        Payment payment = isCredit
                ? credit.asPayment()
                : Payment.of(credit.id(), credit.customer(), credit.documentDate(), credit.amount());
        var money = new Money(payment, isCredit);
        moneys.add(money);
        record(
                isCredit ? CreditPosted.of(credit, booked(step)) : PaymentReceived.of(payment, booked(step)),
                List.of(new Move(money.left, step.cents())));
    }

    /** Some of a payment to up to three debts, at the earliest possible day or later; some of the rests are closed or taken with it. */
    private void allocate(Step step) {
        if (moneys.isEmpty()) {
            return;
        }
        Money money = moneys.get(step.pick() % moneys.size());
        List<Debt> owed = debts.stream()
                .filter(debt -> debt.receivable.customer().equals(money.payment.customer()))
                .skip(step.pick() % 2)
                .limit(1 + step.pick() % 3)
                .toList();
        LocalDate date = money.payment.valueDate();
        for (Debt debt : owed) {
            date = later(date, debt.receivable.documentDate());
        }
        date = date.plusDays(step.days() % 5);
        var lines = new ArrayList<AllocationLine>();
        var items = new ArrayList<OpenItem>();
        var moves = new ArrayList<Move>();
        var adjustments = new ArrayList<Adjustment>();
        long available = least(money.left, date);
        long left = available;
        for (Debt debt : owed) {
            long open = least(debt.open, date);
            long cents = Math.min(step.cents(), Math.min(open, left));
            if (cents > 0) {
                items.add(OpenItem.of(debt.receivable, Amount.ofMinor(open, EUR)));
                lines.add(AllocationLine.of(debt.receivable.id(), Amount.ofMinor(cents, EUR), WHY));
                left -= cents;
                long kept = Math.min(open - cents, step.pick() % 4 * 10L);
                if (kept > 0) {
                    adjustments.add(Adjustment.of(kind(step), debt.receivable.id(), Amount.ofMinor(kept, EUR), WHY));
                }
                moves.add(new Move(debt.open, -cents - kept));
            }
        }
        long income = Math.min(left, step.pick() % 3);
        if (income > 0) {
            adjustments.add(Adjustment.ofPayment(Adjustment.Kind.OVERPAYMENT_INCOME, Amount.ofMinor(income, EUR), WHY));
        }
        moves.add(new Move(money.left, left - available - income));
        var request = AllocationRequest.of(money.payment, Amount.ofMinor(available, EUR), items);
        Settlement settlement = Settlement.of(Allocation.of(request, ignored -> lines));
        for (Adjustment adjustment : adjustments) {
            settlement = settlement.with(adjustment);
        }
        record(new PaymentAllocated(settlement, date), moves);
    }

    private static Adjustment.Kind kind(Step step) {
        return step.pick() % 2 == 0 ? Adjustment.Kind.EARLY_PAYMENT_DISCOUNT : Adjustment.Kind.WRITE_OFF;
    }

    private void refund(Step step) {
        if (moneys.isEmpty()) {
            return;
        }
        Money money = moneys.get(step.pick() % moneys.size());
        LocalDate date = money.payment.valueDate().plusDays(step.days() % 20);
        long cents = Math.min(step.cents(), least(money.left, date));
        if (cents > 0) {
            CustomerId customer = money.payment.customer();
            Amount amount = Amount.ofMinor(cents, EUR);
            record(
                    step.pick() % 2 == 0
                            ? PaymentRefunded.of(customer, money.payment.id(), amount, date)
                            : PaymentConverted.of(customer, money.payment.id(), amount, booked(step), date),
                    List.of(new Move(money.left, -cents), new Move(money.givenBack, cents)));
        }
    }

    /** A part of a payment is returned, of what is left of it, and of what went back before. */
    private void takeBack(Step step) {
        if (moneys.isEmpty()) {
            return;
        }
        Money money = moneys.get(step.pick() % moneys.size());
        LocalDate date = money.payment.valueDate().plusDays(step.days() % 20);
        long taken = Math.min(step.cents(), least(money.left, date));
        long owed = step.pick() % 3 == 0 ? 0 : Math.min(step.cents(), least(money.givenBack, date));
        if (money.isCredit || taken + owed == 0) {
            return;
        }
        var moves = new ArrayList<Move>();
        PaymentReturned fact = PaymentReturned.ofPart(
                money.payment.customer(),
                money.payment.id(),
                Amount.ofMinor(taken + owed, EUR),
                PaymentReturned.Reason.CHARGEBACK,
                date);
        if (owed > 0) {
            var debt = new Debt(Receivable.of(
                    Samples.id("O" + entries.size()),
                    money.payment.customer(),
                    date,
                    date.plusDays(step.pick() % 40),
                    Amount.ofMinor(owed, EUR)));
            debts.add(debt);
            fact = fact.owing(ReceivablePosted.of(debt.receivable, booked(step)));
            moves.add(new Move(debt.open, owed));
            moves.add(new Move(money.givenBack, -owed));
        }
        moves.add(new Move(money.left, -taken));
        record(fact, moves);
    }

    private void writeOff(Step step) {
        if (debts.isEmpty()) {
            return;
        }
        Debt debt = debts.get(step.pick() % debts.size());
        LocalDate date = debt.receivable.documentDate().plusDays(step.days() % 50);
        long cents = Math.min(step.cents(), least(debt.open, date));
        if (cents > 0) {
            record(
                    ReceivableWrittenOff.of(
                            debt.receivable.customer(),
                            debt.receivable.id(),
                            Amount.ofMinor(cents, EUR),
                            ReceivableWrittenOff.Reason.UNCOLLECTIBLE,
                            date),
                    List.of(new Move(debt.open, -cents)));
        }
    }

    /** Up to three debts that nobody contests are owed by two others instead, at times with a fee. */
    private void reschedule(Step step) {
        CustomerId customer = CustomerId.of("C" + step.pick() % 3);
        LocalDate date = FIRST_DAY.plusDays(step.days());
        var parts = new ArrayList<DebtRescheduled.Moved>();
        var moves = new ArrayList<Move>();
        long sum = 0;
        for (Debt debt : debts) {
            boolean isThere = debt.receivable.customer().equals(customer)
                    && debt.receivable.type() == ReceivableType.PRINCIPAL
                    && !debt.receivable.documentDate().isAfter(date)
                    && debt.dispute == null
                    && (debt.lastDispute == null || !date.isBefore(debt.lastDispute));
            long cents = isThere && parts.size() < 3 ? Math.min(step.cents(), least(debt.open, date)) : 0;
            if (cents > 0) {
                parts.add(DebtRescheduled.Moved.of(debt.receivable.id(), Amount.ofMinor(cents, EUR)));
                moves.add(new Move(debt.open, -cents));
                sum += cents;
            }
        }
        if (sum < 2) {
            return;
        }
        var owed = List.of(
                planned(customer, "/1", date, step.pick() % 40, sum / 2),
                planned(customer, "/2", date, 40 + step.pick() % 40, sum - sum / 2));
        var charges = new ArrayList<ReceivablePosted>();
        if (step.pick() % 2 == 0) {
            Receivable fee = planned(customer, "/F", date, step.pick() % 40, 1 + step.cents() % 100)
                    .withType(ReceivableType.FEE);
            charges.add(ReceivablePosted.of(fee, booked(step)));
        }
        var fact = new DebtRescheduled(customer, parts, owed, charges, WHY, date);
        for (Receivable receivable : fact.debts()) {
            var debt = new Debt(receivable);
            debts.add(debt);
            moves.add(new Move(debt.open, receivable.amount().toUnscaledLong(2)));
        }
        record(fact, moves);
    }

    private Receivable planned(CustomerId customer, String end, LocalDate date, int days, long cents) {
        return Receivable.of(
                Samples.id("L" + entries.size() + end),
                customer,
                date,
                date.plusDays(days),
                Amount.ofMinor(cents, EUR));
    }

    /** Undoes an entry if what it gave is still there. */
    private void reverse(Step step) {
        if (standing.isEmpty()) {
            return;
        }
        Done done = standing.get(step.pick() % standing.size());
        LocalDate date = done.fact.effectiveDate().plusDays(step.days() % 9);
        if (done.moves.stream().allMatch(move -> move.cents <= least(move.days, date))) {
            undo(done, date);
            record(new EntryReversed(done.fact.customer(), done.key, date));
        }
    }

    /** A payment is returned with all that was settled with it. */
    private void giveBack(Step step) {
        if (moneys.isEmpty()) {
            return;
        }
        Money money = moneys.get(step.pick() % moneys.size());
        List<Done> settled =
                standing.stream().filter(done -> isOf(done.fact, money.payment)).toList();
        LocalDate date = money.payment.valueDate();
        for (Done done : settled) {
            date = later(date, done.fact.effectiveDate());
        }
        long back = settled.stream()
                .mapToLong(done -> -done.moves.get(done.moves.size() - 1).cents)
                .sum();
        long cents = money.payment.amount().toUnscaledLong(2);
        if (!money.isCredit && least(money.left, date) + back == cents) {
            for (Done done : settled) {
                undo(done, date);
            }
            standing.removeIf(done -> done.fact instanceof PaymentReceived received
                    && received.payment().equals(money.payment));
            money.left.merge(date, -cents, Long::sum);
            record(new PaymentReturned(
                    money.payment.customer(), money.payment.id(), PaymentReturned.Reason.CHARGEBACK, date));
        }
    }

    /** Whether it was settled with the payment, or is a part of it that was returned. */
    private static boolean isOf(LedgerFact fact, Payment payment) {
        return fact instanceof PaymentReturned part
                ? part.payment().equals(payment.id())
                : fact instanceof PaymentAllocated allocated
                        && allocated.allocation().payment().equals(payment.id());
    }

    private void undo(Done done, LocalDate date) {
        done.moves.forEach(move -> move.days.merge(date, -move.cents, Long::sum));
        standing.remove(done);
    }

    /** A part of what is open of a debt on a day is contested, of which no case is open. */
    private void open(Step step) {
        debts.stream()
                .skip(step.pick() % 5)
                .filter(debt -> debt.dispute == null)
                .findFirst()
                .ifPresent(debt -> {
                    LocalDate date = debt.receivable.documentDate().plusDays(step.days() % 40);
                    long open = debt.open.headMap(date, true).values().stream()
                            .mapToLong(Long::longValue)
                            .sum();
                    LocalDate before = debt.lastDispute;
                    if (open > 0 && (before == null || !date.isBefore(before))) {
                        var dispute = Dispute.of(
                                DisputeId.of("D" + entries.size()),
                                debt.receivable.id(),
                                Amount.ofMinor(1 + step.cents() % open, EUR),
                                DisputeReason.QUANTITY,
                                DisputeSource.customer("call"));
                        debt.dispute = dispute.id();
                        debt.lastDispute = date;
                        record(new DisputeOpened(debt.receivable.customer(), dispute, date));
                    }
                });
    }

    private void close(Step step) {
        for (Debt debt : debts) {
            if (debt.dispute != null) {
                LocalDate date = requireNonNull(debt.lastDispute).plusDays(step.days() % 7);
                Resolution resolution = step.pick() % 2 == 0 ? Resolution.rejected() : Resolution.withdrawn();
                record(new DisputeResolved(debt.receivable.customer(), debt.dispute, resolution, date));
                debt.dispute = null;
                debt.lastDispute = date;
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

    /** The least that the changes come to on that day or any later one, day by day. */
    private static long least(NavigableMap<LocalDate, Long> changes, LocalDate day) {
        LocalDate last = changes.isEmpty() ? day : later(day, changes.lastKey());
        long least = Long.MAX_VALUE;
        for (LocalDate at = day; !at.isAfter(last); at = at.plusDays(1)) {
            least = Math.min(
                    least,
                    changes.headMap(at, true).values().stream()
                            .mapToLong(Long::longValue)
                            .sum());
        }
        return least;
    }

    private record Step(int kind, int pick, int days, long cents) {}

    /** What a fact changes. */
    private record Move(NavigableMap<LocalDate, Long> days, long cents) {}

    /** A fact that can be undone; of an allocation and of a part that is returned, the last change is that of its money. */
    private record Done(EntryKey key, LedgerFact fact, List<Move> moves) {}

    private static final class Debt {
        private final Receivable receivable;
        private final NavigableMap<LocalDate, Long> open = new TreeMap<>();
        private @Nullable DisputeId dispute;
        private @Nullable LocalDate lastDispute;

        Debt(Receivable receivable) {
            this.receivable = receivable;
        }
    }

    private static final class Money {
        private final Payment payment;
        private final boolean isCredit;
        private final NavigableMap<LocalDate, Long> left = new TreeMap<>();
        private final NavigableMap<LocalDate, Long> givenBack = new TreeMap<>();

        Money(Payment payment, boolean isCredit) {
            this.payment = payment;
            this.isCredit = isCredit;
        }
    }
}
