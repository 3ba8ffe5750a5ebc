package io.quittance.ar.ledger;

import static io.quittance.ar.Histories.EUR;
import static io.quittance.ar.Histories.FIRST_DAY;
import static io.quittance.ar.Histories.START;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.ar.allocation.OldestDueFirst;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.Receivable;
import io.quittance.core.id.CustomerId;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.AsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import javax.money.MonetaryException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Random entries of many customers, posted one after the other, valid and not: after each, the ledger took what the plain list of
 * entries allows and nothing else, answers as that list does, and has lost no cent.
 *
 * <p>{@code -Dproof.operations=1000000 -Dproof.replays=10000} is the long run, see docs/ledger.md.
 */
class LedgerProofTest {
    private static final int OPERATIONS = Integer.getInteger("proof.operations", 3_000);
    private static final int REPLAYS = Integer.getInteger("proof.replays", 250);
    private static final int ACTIVE = 20;
    private static final int MOST_ENTRIES = 40;

    /** A ledger as a host keeps it, the list of entries beside it, and what has been seen of it before. */
    private static final class Run {
        private final RandomEntries random;
        private final AtomicReference<Ledger> stored = new AtomicReference<>(Ledger.empty(EUR));
        private final List<PlainAccount> active = new ArrayList<>();
        private final List<PlainAccount> all = new ArrayList<>();
        private final List<LedgerEntry> posted = new ArrayList<>();
        /** Of debts and of payments, by what they are and their ids. */
        private final Map<String, CustomerId> owners = new HashMap<>();
        /** In what all is booked. */
        private @Nullable String books;

        private Instant now = START;
        private int refused;
        private int stale;

        Run(long seed) {
            random = new RandomEntries(seed);
            for (int i = 0; i < ACTIVE; i++) {
                open(i);
            }
        }

        private void open(int i) {
            var account = new PlainAccount(CustomerId.of("C" + all.size()));
            all.add(account);
            if (i < active.size()) {
                active.set(i, account);
            } else {
                active.add(account);
            }
        }

        Ledger stored() {
            return read(stored);
        }

        /** One operation; the account that it is about. */
        PlainAccount step() {
            now = now.plusSeconds(random.below(3));
            int i = random.below(ACTIVE);
            if (active.get(i).entries().size() >= MOST_ENTRIES) {
                open(i);
            }
            PlainAccount account = active.get(i);
            if (random.below(15) == 0) {
                settleOnAccount(account);
                return account;
            }
            LedgerEntry entry = random.next(account, now);
            if (account.entries().size() > 2 && random.below(10) == 0) {
                postByTwo(account, entry);
            } else {
                post(account, entry);
            }
            return account;
        }

        /** What stands on account settles what is open, as the plain list of entries has it, and then nothing is left to settle. */
        private void settleOnAccount(PlainAccount account) {
            LocalDate day = FIRST_DAY.plusDays(random.below(125));
            List<String> expected = account.settledFrom(day);
            List<PaymentAllocated> facts =
                    OnAccount.settle(stored().customer(account.customer()), new OldestDueFirst(), day);
            assertThat(facts.stream()
                            .flatMap(fact -> fact.allocation().lines().stream()
                                    .map(line -> fact.allocation().payment() + " " + line.item() + " "
                                            + line.amount().toUnscaledLong(2))))
                    .isEqualTo(expected);
            for (PaymentAllocated fact : facts) {
                int before = account.entries().size();
                post(account, LedgerEntry.of("S" + posted.size(), fact, now));
                assertThat(account.entries()).hasSize(before + 1);
            }
            assertThat(account.settledFrom(day)).isEmpty();
        }

        /** The id of a debt is that of one customer, and so is that of a payment; all is booked in one currency. */
        private boolean isAllowed(PlainAccount account, LedgerEntry entry) {
            boolean isOfAnother = owned(entry.fact()).stream()
                    .anyMatch(id -> !account.customer().equals(owners.getOrDefault(id, account.customer())));
            String booked = PlainAccount.books(entry.fact()).orElse(null);
            boolean isInBooks = books == null || booked == null || books.equals(booked);
            return account.holds(entry) || (!isOfAnother && isInBooks && account.accepts(entry));
        }

        private static List<String> owned(LedgerFact fact) {
            var owned = new ArrayList<String>();
            PlainAccount.debts(fact).forEach(debt -> owned.add("debt " + debt.id()));
            PlainAccount.payment(fact).ifPresent(payment -> owned.add("payment " + payment.id()));
            return owned;
        }

        private void post(PlainAccount account, LedgerEntry entry) {
            Ledger before = stored();
            boolean isTwice = account.holds(entry);
            boolean isAllowed = isAllowed(account, entry);
            Ledger after = posted(before, entry);
            assertThat(after != null).as("%s is taken", entry).isEqualTo(isAllowed);
            if (after == null) {
                refused++;
                return;
            }
            assertThat(stored.compareAndSet(before, after)).isTrue();
            if (isTwice) {
                assertThat(after).isSameAs(before);
            } else {
                account.add(entry);
                posted.add(entry);
                owned(entry.fact()).forEach(id -> owners.put(id, account.customer()));
                books = books == null ? PlainAccount.books(entry.fact()).orElse(null) : books;
            }
        }

        /** Two callers read one version and post to it; the slower of them cannot set what it has and starts again. */
        private void postByTwo(PlainAccount account, LedgerEntry slow) {
            Ledger read = stored();
            AccountView seen = account.view();
            boolean wasAllowed = isAllowed(account, slow);
            post(account, random.next(account, now));
            Ledger late = posted(read, slow);
            assertThat(late != null)
                    .as("%s is taken by the version that was read", slow)
                    .isEqualTo(wasAllowed);
            assertThat(end(read, account)).isEqualTo(seen);
            if (stored() != read) {
                assertThat(stored.compareAndSet(read, late == null ? read : late))
                        .isFalse();
                stale++;
            }
            post(account, slow);
        }

        AsOf question() {
            return AsOf.of(
                    FIRST_DAY.plusDays(random.below(125)),
                    random.below(2) == 0 ? now : now.minusSeconds(random.below(ACTIVE * MOST_ENTRIES * 2)));
        }
    }

    private static Ledger read(AtomicReference<Ledger> stored) {
        return requireNonNull(stored.get());
    }

    private static @Nullable Ledger posted(Ledger ledger, LedgerEntry entry) {
        try {
            return ledger.post(entry).ledger();
        } catch (IllegalArgumentException | MonetaryException e) {
            return null;
        }
    }

    private static AccountView end(Ledger ledger, PlainAccount account) {
        return ledger.customer(account.customer()).asOf(AsOf.endOf("9999-12-31"));
    }

    private static void assertAnswers(Run run, PlainAccount account) {
        CustomerLedger ledger = run.stored().customer(account.customer());
        AccountView expected = account.view();
        assertThat(ledger.openItems()).isEqualTo(expected.openItems());
        AccountView view = end(run.stored(), account);
        assertThat(view).isEqualTo(expected);
        assertThat(account.conserves(view)).as("conservation").isTrue();
        Amount onAccount = Amount.zero(EUR);
        var unapplied = account.unapplied();
        for (PaymentId payment : unapplied.keySet()) {
            assertThat(ledger.unapplied(payment)).isEqualTo(unapplied.get(payment));
            onAccount = onAccount.add(ledger.unapplied(payment));
        }
        assertThat(view.onAccount()).isEqualTo(onAccount);
        AsOf asOf = run.question();
        assertThat(ledger.asOf(asOf)).isEqualTo(account.view(asOf));
        assertThat(ledger.disputes(asOf))
                .extracting(one -> one.dispute().id() + " " + one.contested().toUnscaledLong(2) + " "
                        + (one.entries().size() - 1))
                .isEqualTo(account.cases(asOf));
        LocalDate day = asOf.date();
        for (Receivable debt : account.debts()) {
            assertThat(ledger.openFrom(debt.id(), day))
                    .isEqualTo(Amount.ofMinor(account.openFrom(debt.id(), day), EUR));
        }
    }

    @Test
    void answersAsTheListOfEntriesDoesAfterEveryOperation() {
        var run = new Run(20261126);
        Set<Class<?>> kinds = new HashSet<>();
        for (int i = 0; i < OPERATIONS; i++) {
            PlainAccount account = run.step();
            assertAnswers(run, account);
            if (i % 997 == 0) {
                assertReplays(run, account);
            }
        }
        run.posted.forEach(entry -> kinds.add(entry.fact().getClass()));
        assertThat(kinds).hasSize(13);
        System.out.printf(
                "%d operations: %d entries of %d customers, %d refused, %d by a caller that was too late%n",
                OPERATIONS, run.posted.size(), run.all.size(), run.refused, run.stale);
        assertThat(run.refused).isGreaterThan(OPERATIONS / 10);
        assertThat(run.stale).isGreaterThan(OPERATIONS / 50);
        Ledger replayed = Ledger.empty(EUR).postAll(run.posted);
        LedgerView view = run.stored().asOf("9999-12-31");
        assertThat(replayed.asOf("9999-12-31")).isEqualTo(view);
        Amount open = Amount.zero(EUR);
        for (PlainAccount account : run.all) {
            open = open.add(account.view().open());
        }
        assertThat(view.open()).isEqualTo(open);
    }

    /** A crash: the stored entries of a customer are all there is, and are posted again. */
    private static void assertReplays(Run run, PlainAccount account) {
        CustomerLedger there = run.stored().customer(account.customer());
        CustomerLedger replayed = CustomerLedger.empty(account.customer(), EUR);
        for (LedgerEntry entry : there.entries()) {
            replayed = replayed.post(entry).ledger();
        }
        assertThat(replayed.openItems()).isEqualTo(there.openItems());
        assertThat(replayed.entries()).isEqualTo(there.entries()).isEqualTo(account.entries());
        for (int day = -1; day < 125; day += 6) {
            AsOf asOf = AsOf.of(FIRST_DAY.plusDays(day), run.question().knownAt());
            assertThat(replayed.asOf(asOf)).isEqualTo(there.asOf(asOf)).isEqualTo(account.view(asOf));
        }
    }

    /** A crash after every entry of a run: the whole ledger, posted again from what was stored until then, answers the same. */
    @Test
    void answersTheSameAfterACrashAtAnyEntry() {
        var run = new Run(20261127);
        int entries = 0;
        while (run.posted.size() < REPLAYS) {
            PlainAccount account = run.step();
            if (run.posted.size() > entries) {
                entries = run.posted.size();
                Ledger replayed = Ledger.empty(EUR).postAll(run.posted);
                assertThat(replayed.asOf("9999-12-31").accounts())
                        .isEqualTo(run.stored().asOf("9999-12-31").accounts());
                AsOf asOf = run.question();
                assertThat(replayed.asOf(asOf)).isEqualTo(run.stored().asOf(asOf));
                assertThat(replayed.customer(account.customer()).entries()).isEqualTo(account.entries());
            }
        }
    }

    /** Callers in threads that compare and set: nobody's entry is lost, and no cent is spent twice. */
    @Test
    void callersThatCompareAndSetSpendNothingTwice() throws InterruptedException {
        var account = new PlainAccount(CustomerId.of("C"));
        var stored = new AtomicReference<>(Ledger.empty(EUR));
        var entries = new RandomEntries(20261128);
        while (account.entries().size() < 12) {
            LedgerEntry entry = entries.next(account, START);
            if (!account.holds(entry) && account.accepts(entry)) {
                account.add(entry);
                stored.updateAndGet(ledger -> ledger.post(entry).ledger());
            }
        }
        var taken = new ArrayList<List<LedgerEntry>>();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 4; i++) {
            var mine = new ArrayList<LedgerEntry>();
            taken.add(mine);
            String name = "T" + i + "-";
            threads.add(new Thread(() -> spend(stored, name, mine)));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        CustomerLedger after = read(stored).customer(account.customer());
        for (LedgerEntry entry : after.entries().subList(account.entries().size(), after.version())) {
            assertThat(account.accepts(entry)).as("%s", entry).isTrue();
            account.add(entry);
        }
        for (List<LedgerEntry> mine : taken) {
            assertThat(account.entries()).containsAll(mine);
        }
        assertThat(after.version())
                .isEqualTo(12 + taken.stream().mapToInt(List::size).sum());
        assertThat(after.asOf(AsOf.endOf("9999-12-31"))).isEqualTo(account.view());
        assertThat(account.conserves(account.view())).isTrue();
    }

    /** What one thread does: entries for the version that it has read, until one of them is set. */
    private static void spend(AtomicReference<Ledger> stored, String name, List<LedgerEntry> mine) {
        var entries = new RandomEntries(name.hashCode());
        UnaryOperator<LedgerEntry> named =
                entry -> LedgerEntry.of(EntryKey.of(name + entry.key()), entry.fact(), START);
        for (int i = 0; i < 60; i++) {
            Ledger read = read(stored);
            var known = new PlainAccount(CustomerId.of("C"));
            read.customer(known.customer()).entries().forEach(known::add);
            LedgerEntry entry = named.apply(entries.next(known, START));
            Ledger next = posted(read, entry);
            boolean isNew = next != null
                    && next.customer(known.customer()).version()
                            > known.entries().size();
            if (isNew && stored.compareAndSet(read, next)) { // what is there already changes nothing
                mine.add(entry);
            }
        }
    }
}
