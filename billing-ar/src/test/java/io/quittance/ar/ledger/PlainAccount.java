package io.quittance.ar.ledger;

import static io.quittance.ar.Histories.EUR;

import io.quittance.ar.allocation.AllocationLine;
import io.quittance.ar.dispute.Dispute;
import io.quittance.ar.dispute.DisputeId;
import io.quittance.ar.dispute.Resolution;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.ar.receivable.ReceivableType;
import io.quittance.ar.settlement.Adjustment;
import io.quittance.ar.settlement.NewItem;
import io.quittance.ar.settlement.Settlement;
import io.quittance.core.id.CustomerId;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.AsOf;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * The entries of one customer and nothing else: whether one more is allowed, and every answer, comes of going through all of them
 * again, in whole cents, day by day. Written without the sums, days and effects that a ledger keeps, to be held against it.
 */
final class PlainAccount {
    private final CustomerId customer;
    private final List<LedgerEntry> entries;

    /** A debt, a payment or what went back of one is more or less, from a day on. */
    private record Move(Object of, LocalDate day, long cents) {}

    /** What of a payment was refunded or converted, and is not owed again. */
    private record GivenBack(PaymentId payment) {}

    PlainAccount(CustomerId customer) {
        this(customer, new ArrayList<>());
    }

    private PlainAccount(CustomerId customer, List<LedgerEntry> entries) {
        this.customer = customer;
        this.entries = entries;
    }

    CustomerId customer() {
        return customer;
    }

    List<LedgerEntry> entries() {
        return Collections.unmodifiableList(entries);
    }

    /** The account after so many entries. */
    PlainAccount after(int count) {
        return new PlainAccount(customer, new ArrayList<>(entries.subList(0, count)));
    }

    void add(LedgerEntry entry) {
        entries.add(entry);
    }

    void removeLast() {
        entries.remove(entries.size() - 1);
    }

    List<Receivable> debts() {
        return entries.stream().flatMap(entry -> debts(entry.fact()).stream()).toList();
    }

    /** The debts that a fact brings about. */
    static List<Receivable> debts(LedgerFact fact) {
        if (fact instanceof ReceivablePosted posted) {
            return List.of(posted.receivable());
        } else if (fact instanceof PaymentReturned returned && returned.owed() != null) {
            return List.of(returned.owed().receivable());
        } else if (fact instanceof DebtRescheduled rescheduled) {
            return Stream.concat(
                            rescheduled.owed().stream(),
                            rescheduled.charges().stream().map(ReceivablePosted::receivable))
                    .toList();
        }
        return fact instanceof PaymentAllocated allocated
                ? allocated.settlement().newItems().stream()
                        .map(NewItem::receivable)
                        .toList()
                : List.of();
    }

    /** Payments and credits. */
    List<Payment> payments() {
        return entries.stream().flatMap(entry -> payment(entry.fact()).stream()).toList();
    }

    static Optional<Payment> payment(LedgerFact fact) {
        if (fact instanceof PaymentReceived received) {
            return Optional.of(received.payment());
        }
        return fact instanceof CreditPosted posted ? Optional.of(posted.credit().asPayment()) : Optional.empty();
    }

    private boolean isCredit(PaymentId id) {
        return facts(CreditPosted.class).anyMatch(posted -> posted.credit().id().equals(id));
    }

    /** In which currency a fact books what it brings about; empty for one that brings about nothing. */
    static Optional<String> books(LedgerFact fact) {
        Amount booked = null;
        if (fact instanceof ReceivablePosted posted) {
            booked = posted.booked() == null ? posted.receivable().amount() : posted.booked();
        } else if (fact instanceof PaymentReceived received) {
            booked = received.booked() == null ? received.payment().amount() : received.booked();
        } else if (fact instanceof CreditPosted posted) {
            booked = posted.booked() == null ? posted.credit().amount() : posted.booked();
        } else if (fact instanceof PaymentConverted converted) {
            booked = converted.booked();
        } else if (fact instanceof PaymentReturned returned && returned.owed() != null) {
            return books(returned.owed());
        } else if (fact instanceof DebtRescheduled rescheduled
                && !rescheduled.charges().isEmpty()) {
            return books(rescheduled.charges().get(0));
        }
        return Optional.ofNullable(booked).map(amount -> amount.getCurrency().getCurrencyCode());
    }

    private boolean isInBooks(LedgerFact fact) {
        Optional<String> first =
                entries.stream().flatMap(entry -> books(entry.fact()).stream()).findFirst();
        return first.isEmpty() || books(fact).isEmpty() || first.equals(books(fact));
    }

    private <T> Stream<T> facts(Class<T> kind) {
        return entries.stream().map(LedgerEntry::fact).filter(kind::isInstance).map(kind::cast);
    }

    boolean holds(LedgerEntry entry) {
        return entries.contains(entry);
    }

    /** Whether a ledger with these entries takes one more, or has it already. */
    boolean accepts(LedgerEntry entry) {
        if (entries.stream().anyMatch(there -> there.key().equals(entry.key()))) {
            return holds(entry);
        }
        if (!entries.isEmpty()
                && entry.recordedAt().isBefore(entries.get(entries.size() - 1).recordedAt())) {
            return false;
        }
        if (!isInBooks(entry.fact()) || !isAllowed(entry.fact())) {
            return false;
        }
        entries.add(entry);
        boolean isCovered = days().values().stream().allMatch(PlainAccount::isNeverNegative);
        removeLast();
        return isCovered;
    }

    private boolean isAllowed(LedgerFact fact) {
        LocalDate day = fact.effectiveDate();
        if (fact instanceof ReceivablePosted posted) {
            return isEuro(posted.receivable().amount())
                    && debt(posted.receivable().id()) == null;
        } else if (fact instanceof PaymentReceived received) {
            return isEuro(received.payment().amount())
                    && payment(received.payment().id()) == null;
        } else if (fact instanceof CreditPosted posted) {
            return isEuro(posted.credit().amount()) && payment(posted.credit().id()) == null;
        } else if (fact instanceof PaymentAllocated allocated) {
            return isSettleable(allocated, day);
        } else if (fact instanceof PaymentRefunded refunded) {
            return isEuro(refunded.amount()) && isNotBefore(day, payment(refunded.payment()));
        } else if (fact instanceof PaymentConverted converted) {
            return isEuro(converted.amount()) && isNotBefore(day, payment(converted.payment()));
        } else if (fact instanceof ReceivableWrittenOff writtenOff) {
            return isEuro(writtenOff.amount()) && isNotBefore(day, debt(writtenOff.item()));
        } else if (fact instanceof EntryReversed reversed) {
            return IntStream.range(0, entries.size())
                    .filter(i -> entries.get(i).key().equals(reversed.entry()))
                    .anyMatch(i -> stands(i) && !day.isBefore(entries.get(i).effectiveDate()));
        } else if (fact instanceof PaymentReturned returned && returned.amount() != null) {
            return isEuro(returned.amount())
                    && !isCredit(returned.payment())
                    && isNotBefore(day, payment(returned.payment()))
                    && debts(returned).stream().allMatch(debt -> debt(debt.id()) == null);
        } else if (fact instanceof PaymentReturned returned) {
            return isReturnable(returned, day);
        } else if (fact instanceof DebtRescheduled rescheduled) {
            return isMovable(rescheduled, day);
        } else if (fact instanceof DisputeOpened opened) {
            return isContestable(opened.dispute(), day);
        } else if (fact instanceof DisputeStaged staged) {
            return isNotBefore(day, opened(staged.dispute()));
        } else if (fact instanceof DisputeResolved resolved) {
            return isNotBefore(day, opened(resolved.dispute())) && isDecidable(resolved);
        }
        throw new IllegalArgumentException("a fact that this account does not know: " + fact);
    }

    /** As much is open and not contested on each day from that one on, and of no type more or less is owed than before. */
    private boolean isMovable(DebtRescheduled rescheduled, LocalDate day) {
        var types = new HashMap<ReceivableType, Long>();
        for (DebtRescheduled.Moved moved : rescheduled.moved()) {
            Receivable debt = debt(moved.item());
            if (debt == null || !isNotBefore(day, debt) || !isEuro(moved.amount())) {
                return false;
            }
            var free = new TreeMap<>(days().getOrDefault(moved.item(), new TreeMap<>()));
            claimed(moved.item()).forEach((on, cents) -> free.merge(on, -cents, Long::sum));
            if (cents(moved.amount()) > leastFrom(free, day)) {
                return false;
            }
            types.merge(debt.type(), cents(moved.amount()), Long::sum);
        }
        rescheduled.owed().forEach(debt -> types.merge(debt.type(), -cents(debt.amount()), Long::sum));
        return types.values().stream().allMatch(rest -> rest == 0)
                && debts(rescheduled).stream().allMatch(debt -> debt(debt.id()) == null);
    }

    /** As much is open on the day, beside the most that other cases contest then or later, whatever becomes of the debt. */
    private boolean isContestable(Dispute dispute, LocalDate day) {
        if (!isEuro(dispute.amount()) || cases().contains(dispute.id()) || debt(dispute.receivable()) == null) {
            return false;
        }
        SortedMap<LocalDate, Long> open = days().getOrDefault(dispute.receivable(), new TreeMap<>());
        long left = open.headMap(day.plusDays(1)).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        long now = 0;
        long most = 0;
        for (Map.Entry<LocalDate, Long> change : claimed(dispute.receivable()).entrySet()) {
            if (change.getKey().isAfter(day)) {
                most = Math.max(most, now);
            }
            now += change.getValue();
        }
        return cents(dispute.amount()) <= left - Math.max(most, now);
    }

    private boolean isDecidable(DisputeResolved resolved) {
        long left = contested(resolved.dispute());
        Amount accepted = resolved.resolution().amount();
        return left > 0
                && (accepted == null
                        || (isEuro(accepted)
                                && (resolved.resolution().leavesRest()
                                        ? cents(accepted) < left
                                        : cents(accepted) <= left)));
    }

    /** The ids of all cases, also those that were opened by mistake. */
    List<DisputeId> cases() {
        return facts(DisputeOpened.class).map(opened -> opened.dispute().id()).toList();
    }

    /** The entry that opened a case, unless that is undone. */
    private @Nullable LedgerEntry opened(DisputeId id) {
        int[] undoneBy = undoneBy();
        for (int i = 0; i < undoneBy.length; i++) {
            if (undoneBy[i] < 0
                    && entries.get(i).fact() instanceof DisputeOpened opened
                    && opened.dispute().id().equals(id)) {
                return entries.get(i);
            }
        }
        return null;
    }

    private static boolean isNotBefore(LocalDate day, @Nullable LedgerEntry entry) {
        return entry != null && !day.isBefore(entry.effectiveDate());
    }

    /** By case, what is contested more or less from a day on; a decision is about what is left when it is recorded. */
    private List<Move> claims() {
        var moves = new ArrayList<Move>();
        var left = new HashMap<DisputeId, Long>();
        var byKey = new HashMap<EntryKey, Move>();
        for (LedgerEntry entry : entries) {
            Move move = null;
            if (entry.fact() instanceof DisputeOpened opened) {
                move = new Move(
                        opened.dispute().id(),
                        entry.effectiveDate(),
                        cents(opened.dispute().amount()));
            } else if (entry.fact() instanceof DisputeResolved resolved) {
                Resolution resolution = resolved.resolution();
                long decided = resolution.leavesRest()
                        ? cents(resolution.accepted().orElseThrow())
                        : left.getOrDefault(resolved.dispute(), 0L);
                move = new Move(resolved.dispute(), entry.effectiveDate(), -decided);
            } else if (entry.fact() instanceof EntryReversed reversed && byKey.get(reversed.entry()) != null) {
                Move undone = byKey.get(reversed.entry());
                move = new Move(undone.of(), entry.effectiveDate(), -undone.cents());
            }
            if (move != null) {
                byKey.put(entry.key(), move);
                moves.add(move);
                left.merge((DisputeId) move.of(), move.cents(), Long::sum);
            }
        }
        return moves;
    }

    private long contested(DisputeId id) {
        return claims().stream()
                .filter(move -> move.of().equals(id))
                .mapToLong(Move::cents)
                .sum();
    }

    /** By day, what the cases of a debt contest more or less. */
    private SortedMap<LocalDate, Long> claimed(ReceivableId item) {
        var claimed = new TreeMap<LocalDate, Long>();
        List<DisputeId> ids = facts(DisputeOpened.class)
                .filter(opened -> opened.dispute().receivable().equals(item))
                .map(opened -> opened.dispute().id())
                .toList();
        claims().stream()
                .filter(move -> ids.contains(move.of()))
                .forEach(move -> claimed.merge(move.day(), move.cents(), Long::sum));
        return claimed;
    }

    /** Each case that there is on a day, with what it contests in cents and how many stages and decisions it has had by then. */
    List<String> cases(AsOf asOf) {
        PlainAccount known = new PlainAccount(
                customer,
                entries.stream()
                        .filter(entry -> !entry.recordedAt().isAfter(asOf.knownAt()))
                        .toList());
        int[] undoneBy = known.undoneBy();
        var turns = new TreeMap<DisputeId, Integer>();
        var opened = new HashSet<DisputeId>();
        for (int i = 0; i < undoneBy.length; i++) {
            LedgerEntry entry = known.entries.get(i);
            boolean isThere = !entry.effectiveDate().isAfter(asOf.date())
                    && (undoneBy[i] < 0
                            || known.entries.get(undoneBy[i]).effectiveDate().isAfter(asOf.date()));
            if (isThere && entry.fact() instanceof DisputeOpened fact) {
                opened.add(fact.dispute().id());
            } else if (isThere && entry.fact() instanceof DisputeStaged fact) {
                turns.merge(fact.dispute(), 1, Integer::sum);
            } else if (isThere && entry.fact() instanceof DisputeResolved fact) {
                turns.merge(fact.dispute(), 1, Integer::sum);
            }
        }
        return opened.stream()
                .sorted()
                .map(id -> id + " "
                        + known.claims().stream()
                                .filter(move ->
                                        move.of().equals(id) && !move.day().isAfter(asOf.date()))
                                .mapToLong(Move::cents)
                                .sum()
                        + " " + turns.getOrDefault(id, 0))
                .toList();
    }

    private boolean isSettleable(PaymentAllocated allocated, LocalDate day) {
        Settlement settlement = allocated.settlement();
        List<ReceivableId> added = debts(allocated).stream().map(Receivable::id).toList();
        Payment posted = payment(allocated.allocation().payment());
        Payment made = allocated.allocation().source();
        return isNotBefore(day, posted)
                && posted != null
                && posted.valueDate().equals(made.valueDate())
                && posted.amount().equals(made.amount())
                && posted.isCredit() == made.isCredit()
                && debts(allocated).stream().allMatch(debt -> isNotBefore(day, debt))
                && settlement.allocation().lines().stream().allMatch(line -> isNotBefore(day, debt(line.item())))
                && settlement.adjustments().stream()
                        .allMatch(one -> one.item() == null || isNotBefore(day, debt(one.item())))
                && added.stream().allMatch(id -> debt(id) == null)
                && added.stream().distinct().count() == added.size();
    }

    /**
     * Whether the payment stands, and nothing that was settled with it is later, nor stood until later: what is asked about the days
     * until then would have to say of that whether it was.
     */
    private boolean isReturnable(PaymentReturned returned, LocalDate day) {
        int[] undoneBy = undoneBy();
        boolean isThere = false;
        for (int i = 0; i < undoneBy.length; i++) {
            LedgerEntry entry = entries.get(i);
            if (isOf(entry.fact(), returned.payment())) {
                LocalDate last = entry.effectiveDate();
                if (undoneBy[i] >= 0) {
                    LocalDate undone = entries.get(undoneBy[i]).effectiveDate();
                    last = undone.isAfter(last) && !(entry.fact() instanceof PaymentReceived) ? undone : LocalDate.MIN;
                }
                if (day.isBefore(last)) {
                    return false;
                }
                isThere |= entry.fact() instanceof PaymentReceived && undoneBy[i] < 0;
            }
        }
        return isThere;
    }

    private static boolean isEuro(MonetaryAmount amount) {
        return amount.getCurrency().getCurrencyCode().equals("EUR");
    }

    private static boolean isNotBefore(LocalDate day, @Nullable Receivable debt) {
        return debt != null && !day.isBefore(debt.documentDate());
    }

    private static boolean isNotBefore(LocalDate day, @Nullable Payment payment) {
        return payment != null && !day.isBefore(payment.valueDate());
    }

    private @Nullable Receivable debt(ReceivableId id) {
        return debts().stream().filter(debt -> debt.id().equals(id)).findFirst().orElse(null);
    }

    private @Nullable Payment payment(PaymentId id) {
        return payments().stream()
                .filter(payment -> payment.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    /** By entry, the number of the one that undid it; -1 where it stands or there is nothing to undo. */
    private int[] undoneBy() {
        var undoneBy = new int[entries.size()];
        Arrays.fill(undoneBy, -1);
        for (int i = 0; i < undoneBy.length; i++) {
            LedgerFact fact = entries.get(i).fact();
            for (int j = 0; j < i; j++) {
                boolean isUndone = fact instanceof EntryReversed reversed
                        ? reversed.entry().equals(entries.get(j).key())
                        : fact instanceof PaymentReturned returned
                                && returned.amount() == null
                                && isOf(entries.get(j).fact(), returned.payment());
                if (isUndone && undoneBy[j] < 0) {
                    undoneBy[j] = i;
                }
            }
        }
        return undoneBy;
    }

    /** Whether what an entry did can be undone, and was not. */
    private boolean stands(int i) {
        LedgerFact fact = entries.get(i).fact();
        boolean isOfACase =
                fact instanceof DisputeOpened || fact instanceof DisputeStaged || fact instanceof DisputeResolved;
        return (isOfACase || fact instanceof PaymentAllocated || !own(fact).isEmpty()) && undoneBy()[i] < 0;
    }

    /** A payment, or what was settled with it or returned of it. */
    private static boolean isOf(LedgerFact fact, PaymentId payment) {
        return (fact instanceof PaymentReceived received
                        && received.payment().id().equals(payment))
                || isSettledWith(fact, payment)
                || (fact instanceof PaymentReturned returned
                        && returned.amount() != null
                        && returned.payment().equals(payment));
    }

    private static boolean isSettledWith(LedgerFact fact, PaymentId payment) {
        return fact instanceof PaymentAllocated allocated
                && allocated.allocation().payment().equals(payment)
                && !own(allocated).isEmpty();
    }

    /** What a fact moves by itself, on its day. */
    private static List<Move> own(LedgerFact fact) {
        LocalDate day = fact.effectiveDate();
        if (fact instanceof ReceivablePosted posted) {
            Receivable debt = posted.receivable();
            return List.of(new Move(debt.id(), day, cents(debt.amount())));
        } else if (fact instanceof PaymentReceived received) {
            Payment payment = received.payment();
            return List.of(new Move(payment.id(), day, cents(payment.amount())));
        } else if (fact instanceof CreditPosted posted) {
            return List.of(
                    new Move(posted.credit().id(), day, cents(posted.credit().amount())));
        } else if (fact instanceof PaymentAllocated allocated) {
            var moves = new ArrayList<Move>();
            PaymentId payment = allocated.allocation().payment();
            for (AllocationLine line : allocated.allocation().lines()) {
                moves.add(new Move(line.item(), day, -cents(line.amount())));
                moves.add(new Move(payment, day, -cents(line.amount())));
            }
            for (Adjustment adjustment : allocated.settlement().adjustments()) {
                Object of = adjustment.item() == null ? payment : adjustment.item();
                moves.add(new Move(of, day, -cents(adjustment.amount())));
            }
            debts(allocated).forEach(debt -> moves.add(new Move(debt.id(), day, cents(debt.amount()))));
            return moves;
        } else if (fact instanceof PaymentRefunded refunded) {
            return givenBack(refunded.payment(), day, cents(refunded.amount()));
        } else if (fact instanceof PaymentConverted converted) {
            return givenBack(converted.payment(), day, cents(converted.amount()));
        } else if (fact instanceof PaymentReturned returned && returned.amount() != null) {
            var moves = new ArrayList<Move>();
            long taken = cents(returned.amount());
            for (Receivable owed : debts(returned)) {
                moves.add(new Move(owed.id(), day, cents(owed.amount())));
                moves.add(new Move(new GivenBack(returned.payment()), day, -cents(owed.amount())));
                taken -= cents(owed.amount());
            }
            moves.add(new Move(returned.payment(), day, -taken));
            return moves;
        } else if (fact instanceof ReceivableWrittenOff writtenOff) {
            return List.of(new Move(writtenOff.item(), day, -cents(writtenOff.amount())));
        } else if (fact instanceof DebtRescheduled rescheduled) {
            var moves = new ArrayList<Move>();
            rescheduled.moved().forEach(moved -> moves.add(new Move(moved.item(), day, -cents(moved.amount()))));
            debts(rescheduled).forEach(debt -> moves.add(new Move(debt.id(), day, cents(debt.amount()))));
            return moves;
        }
        return List.of();
    }

    private static List<Move> givenBack(PaymentId payment, LocalDate day, long cents) {
        return List.of(new Move(payment, day, -cents), new Move(new GivenBack(payment), day, cents));
    }

    private static long cents(Amount amount) {
        return amount.toUnscaledLong(2);
    }

    /** All that moved: each entry on its day, and the opposite on the day of the one that undid it. */
    private List<Move> moves() {
        var moves = new ArrayList<Move>();
        int[] undoneBy = undoneBy();
        for (int i = 0; i < undoneBy.length; i++) {
            for (Move move : own(entries.get(i).fact())) {
                moves.add(move);
                if (undoneBy[i] >= 0) {
                    LocalDate day = entries.get(undoneBy[i]).effectiveDate();
                    moves.add(new Move(move.of(), day, -move.cents()));
                }
            }
        }
        return moves;
    }

    /** By debt, payment and case, what it changes by on each day. */
    private Map<Object, SortedMap<LocalDate, Long>> days() {
        var days = new HashMap<Object, SortedMap<LocalDate, Long>>();
        for (Move move : Stream.concat(moves().stream(), claims().stream()).toList()) {
            days.computeIfAbsent(move.of(), any -> new TreeMap<>()).merge(move.day(), move.cents(), Long::sum);
        }
        return days;
    }

    /** By debt and payment, what is left of it in the end. */
    private Map<Object, Long> left() {
        var left = new HashMap<Object, Long>();
        moves().forEach(move -> left.merge(move.of(), move.cents(), Long::sum));
        return left;
    }

    private static boolean isNeverNegative(SortedMap<LocalDate, Long> changes) {
        long sum = 0;
        for (long change : changes.values()) {
            sum += change;
            if (sum < 0) {
                return false;
            }
        }
        return true;
    }

    /** As the ledger answers after all entries. */
    AccountView view() {
        return view(item ->
                claimed(item).values().stream().mapToLong(Long::longValue).sum());
    }

    private AccountView view(ToLongFunction<ReceivableId> contested) {
        Map<Object, Long> all = left();
        var open = new ArrayList<OpenItem>();
        for (Receivable debt : debts()) {
            long left = all.getOrDefault(debt.id(), 0L);
            if (left > 0) {
                long claimed = Math.min(left, contested.applyAsLong(debt.id()));
                open.add(OpenItem.of(debt, Amount.ofMinor(left, EUR), Amount.ofMinor(claimed, EUR)));
            }
        }
        open.sort(OpenItem.BY_DUE_DATE);
        long onAccount = 0;
        long credits = 0;
        for (Payment payment : payments()) {
            long left = all.getOrDefault(payment.id(), 0L);
            onAccount += left;
            credits += isCredit(payment.id()) ? left : 0;
        }
        return new AccountView(customer, open, Amount.ofMinor(onAccount, EUR), Amount.ofMinor(credits, EUR));
    }

    /**
     * What of money on account pays which debt, in cents, if all that is there on a day and on every later one pays what is due first, the
     * oldest money first, and credits before money of one day.
     */
    List<String> settledFrom(LocalDate day) {
        var left = new HashMap<Object, Long>();
        days().forEach((of, changes) -> left.put(of, leastFrom(changes, day)));
        List<Receivable> owed = debts().stream()
                .sorted(Comparator.comparing(Receivable::dueDate)
                        .thenComparing(Receivable::documentDate)
                        .thenComparing(Receivable::id))
                .toList();
        List<Payment> money = payments().stream()
                .sorted(Comparator.comparing(Payment::valueDate)
                        .thenComparing(payment -> isCredit(payment.id()) ? 0 : 1)
                        .thenComparing(Payment::id))
                .toList();
        var settled = new ArrayList<String>();
        for (Payment payment : money) {
            for (Receivable debt : owed) {
                long cents = Math.min(left.getOrDefault(payment.id(), 0L), left.getOrDefault(debt.id(), 0L));
                if (cents > 0) {
                    settled.add(payment.id() + " " + debt.id() + " " + cents);
                    left.merge(payment.id(), -cents, Long::sum);
                    left.merge(debt.id(), -cents, Long::sum);
                }
            }
        }
        return settled;
    }

    /** What is left of a debt on a day and on every later one, in cents. */
    long openFrom(ReceivableId debt, LocalDate day) {
        return leastFrom(days().getOrDefault(debt, new TreeMap<>()), day);
    }

    private static long leastFrom(SortedMap<LocalDate, Long> changes, LocalDate day) {
        long now = 0;
        long least = Long.MAX_VALUE;
        for (Map.Entry<LocalDate, Long> change : changes.entrySet()) {
            if (change.getKey().isAfter(day)) {
                least = Math.min(least, now);
            }
            now += change.getValue();
        }
        return Math.min(least, now);
    }

    /** As the ledger answers for the end of a day, as it was known at an instant. */
    AccountView view(AsOf asOf) {
        List<LedgerEntry> counted = entries.stream()
                .filter(entry -> !entry.effectiveDate().isAfter(asOf.date())
                        && !entry.recordedAt().isAfter(asOf.knownAt()))
                .toList();
        PlainAccount known = new PlainAccount(
                customer,
                entries.stream()
                        .filter(entry -> !entry.recordedAt().isAfter(asOf.knownAt()))
                        .toList());
        return new PlainAccount(customer, counted)
                .view(item -> known.claimed(item).headMap(asOf.date().plusDays(1)).values().stream()
                        .mapToLong(Long::longValue)
                        .sum());
    }

    /** What is left of each payment, by its id. */
    Map<PaymentId, Amount> unapplied() {
        Map<Object, Long> all = left();
        var unapplied = new TreeMap<PaymentId, Amount>();
        payments()
                .forEach(payment ->
                        unapplied.put(payment.id(), Amount.ofMinor(all.getOrDefault(payment.id(), 0L), EUR)));
        return unapplied;
    }

    /**
     * Whether nothing was lost: what was posted and stands is open, settled or written off, and what was received and stands is on
     * account, settled or refunded.
     */
    boolean conserves(AccountView view) {
        long open = cents(view.open());
        long onAccount = cents(view.onAccount());
        int[] undoneBy = undoneBy();
        for (int i = 0; i < undoneBy.length; i++) {
            LedgerFact fact = entries.get(i).fact();
            if (undoneBy[i] >= 0) {
                continue;
            }
            if (fact instanceof ReceivablePosted posted) {
                open -= cents(posted.receivable().amount());
            } else if (fact instanceof PaymentReceived received) {
                onAccount -= cents(received.payment().amount());
            } else if (fact instanceof CreditPosted posted) {
                onAccount -= cents(posted.credit().amount());
            } else if (fact instanceof PaymentAllocated allocated) {
                Settlement settlement = allocated.settlement();
                open += cents(settlement.applied()) + cents(settlement.adjusted());
                onAccount += cents(settlement.applied()) + cents(settlement.income());
                open -= cents(settlement.adjusted(Adjustment.Kind.MOVED_TO_NEW_ITEM));
            } else if (fact instanceof PaymentRefunded refunded) {
                onAccount += cents(refunded.amount());
            } else if (fact instanceof PaymentConverted converted) {
                onAccount += cents(converted.amount());
            } else if (fact instanceof PaymentReturned returned && returned.amount() != null) {
                onAccount += cents(returned.amount());
                for (Receivable owed : debts(returned)) {
                    onAccount -= cents(owed.amount());
                    open -= cents(owed.amount());
                }
            } else if (fact instanceof ReceivableWrittenOff writtenOff) {
                open += cents(writtenOff.amount());
            } else if (fact instanceof DebtRescheduled rescheduled) {
                for (ReceivablePosted charge : rescheduled.charges()) {
                    open -= cents(charge.receivable().amount());
                }
            }
        }
        return open == 0 && onAccount == 0;
    }
}
