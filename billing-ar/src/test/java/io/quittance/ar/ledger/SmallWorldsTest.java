package io.quittance.ar.ledger;

import static io.quittance.ar.Histories.EUR;
import static io.quittance.ar.Histories.FIRST_DAY;
import static io.quittance.ar.Histories.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.allocation.OldestDueFirst;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.AsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * All orders in which a few debts and payments can be recorded, settled and taken back, one by one: in every state that can be
 * reached, the ledger answers as the plain list of entries does, for every day, and has lost no cent.
 *
 * <p>{@code -Dproof.debts=3 -Dproof.payments=3} looks at three debts, three payments and two reversals, see docs/ledger.md.
 */
class SmallWorldsTest {
    private static final CustomerId CUSTOMER = CustomerId.of("C");
    private static final long[] DEBTS = {100, 60, 30};
    private static final long[] PAYMENTS = {120, 50, 40};
    private static final int DAYS = 6;

    /** Goes through all orders. */
    private static final class World {
        private final int debts;
        private final int payments;
        private final boolean isMerging;
        private final PlainAccount account = new PlainAccount(CUSTOMER);
        private final Map<String, AccountView> seen = new HashMap<>();
        private final Map<String, Long> ways = new HashMap<>();
        private long states;

        World(int debts, int payments, boolean isMerging) {
            this.debts = debts;
            this.payments = payments;
            this.isMerging = isMerging;
        }

        /** How many orders there are from here to an end, where nothing is left to be done. */
        long orders(CustomerLedger ledger, int reversals) {
            assertAnswers(ledger);
            String state = isMerging ? state(reversals) : "";
            if (isMerging) {
                AccountView view = ledger.asOf(AsOf.endOf("9999-12-31"));
                assertThat(seen.computeIfAbsent(state, any -> view)).isEqualTo(view);
                Long known = ways.get(state);
                if (known != null) {
                    return known;
                }
            }
            states++;
            long orders = 0;
            for (LedgerEntry entry : next(ledger, reversals)) {
                boolean isReversal = entry.fact() instanceof EntryReversed;
                if (account.accepts(entry)) {
                    CustomerLedger after = ledger.post(entry).ledger();
                    account.add(entry);
                    orders += orders(after, isReversal ? reversals - 1 : reversals);
                    account.removeLast();
                } else {
                    assertRefuses(ledger, entry);
                }
            }
            orders = Math.max(1, orders);
            if (isMerging) {
                ways.put(state, orders);
            }
            return orders;
        }

        /** What can still come of it: what was ever there, what stands, and how much may be reversed. */
        private String state(int reversals) {
            var stands = new ArrayList<String>();
            for (LedgerEntry entry : account.entries()) {
                if (!(entry.fact() instanceof EntryReversed)) {
                    boolean isUndone = account.entries().stream()
                            .anyMatch(other -> other.fact() instanceof EntryReversed reversed
                                    && reversed.entry().equals(entry.key()));
                    boolean isAllocation = entry.fact() instanceof PaymentAllocated;
                    if (!isUndone || !isAllocation) {
                        stands.add((isUndone ? "undone " : "") + entry.fact());
                    }
                }
            }
            stands.sort(null);
            return reversals + " " + stands;
        }

        private List<LedgerEntry> next(CustomerLedger ledger, int reversals) {
            var facts = new ArrayList<LedgerFact>();
            for (int i = 0; i < debts; i++) {
                LocalDate date = FIRST_DAY.plusDays(i);
                var debt = Receivable.of(
                        ReceivableId.of("R" + i), CUSTOMER, date, date.plusDays(10), Amount.ofMinor(DEBTS[i], EUR));
                if (!account.debts().contains(debt)) {
                    facts.add(new ReceivablePosted(debt));
                }
            }
            for (int i = 0; i < payments; i++) {
                var payment = Payment.of(
                        PaymentId.of("P" + i), CUSTOMER, FIRST_DAY.plusDays(i + 1), Amount.ofMinor(PAYMENTS[i], EUR));
                if (!account.payments().contains(payment)) {
                    facts.add(new PaymentReceived(payment));
                } else {
                    allocate(ledger, payment, facts);
                }
            }
            if (reversals > 0) {
                for (LedgerEntry entry : account.entries()) {
                    facts.add(new EntryReversed(CUSTOMER, entry.key(), entry.effectiveDate()));
                }
            }
            String key = "K" + account.entries().size();
            return facts.stream().map(fact -> LedgerEntry.of(key, fact, now())).toList();
        }

        private Instant now() {
            return START.plusSeconds(account.entries().size());
        }

        private void allocate(CustomerLedger ledger, Payment payment, List<LedgerFact> facts) {
            Amount left = ledger.unapplied(payment.id());
            List<OpenItem> open = ledger.openItems();
            if (left.signum() > 0 && !open.isEmpty()) {
                var allocation = Allocation.of(AllocationRequest.of(payment, left, open), new OldestDueFirst());
                LocalDate day = payment.valueDate();
                for (OpenItem item : open) {
                    boolean isPaid = allocation.lines().stream()
                            .anyMatch(line -> line.item().equals(item.id()));
                    day = isPaid && item.documentDate().isAfter(day) ? item.documentDate() : day;
                }
                facts.add(new PaymentAllocated(allocation, day));
            }
        }

        private void assertAnswers(CustomerLedger ledger) {
            AccountView expected = account.view();
            assertThat(ledger.openItems()).isEqualTo(expected.openItems());
            assertThat(account.conserves(expected)).isTrue();
            account.unapplied()
                    .forEach((payment, left) ->
                            assertThat(ledger.unapplied(payment)).isEqualTo(left));
            for (int day = 0; day < DAYS; day++) {
                AsOf asOf = AsOf.endOf(FIRST_DAY.plusDays(day));
                assertThat(ledger.asOf(asOf)).isEqualTo(account.view(asOf));
            }
            assertReversalRestores(ledger);
        }

        /** ar.md 7, law 15: where the last two entries are one and its reversal, all days are as before both. */
        private void assertReversalRestores(CustomerLedger ledger) {
            int count = account.entries().size();
            if (count >= 2
                    && account.entries().get(count - 1).fact() instanceof EntryReversed reversed
                    && reversed.entry().equals(account.entries().get(count - 2).key())) {
                PlainAccount before = account.after(count - 2);
                for (int day = 0; day < DAYS; day++) {
                    AsOf asOf = AsOf.endOf(FIRST_DAY.plusDays(day));
                    assertThat(ledger.asOf(asOf)).isEqualTo(before.view(asOf));
                }
            }
        }

        private void assertRefuses(CustomerLedger ledger, LedgerEntry entry) {
            boolean isRefused = false;
            try {
                ledger.post(entry);
            } catch (IllegalArgumentException e) {
                isRefused = true;
            }
            assertThat(isRefused).as("%s is refused", entry).isTrue();
        }
    }

    private static World walked(int debts, int payments, int reversals, boolean isMerging, long orders) {
        var world = new World(debts, payments, isMerging);
        long found = world.orders(CustomerLedger.empty(CUSTOMER, EUR), reversals);
        System.out.printf(
                "%d debts, %d payments, %d reversals: %d orders, %d states%n",
                debts, payments, reversals, found, world.states);
        if (orders > 0) {
            assertThat(found).isEqualTo(orders);
        }
        return world;
    }

    /**
     * Of two debts of 100 and 60 and a payment of 120: R0 R1 P a and R1 R0 P a; and from each of R0 P, R1 P, P R0 and P R1 on, either
     * settles at once, and what is left with the other debt, or waits for it. These are 2 + 4 × 2.
     */
    @ParameterizedTest(name = "{0} debts, {1} payments, {2} reversals: {3} orders")
    @CsvSource({"1, 0, 0, 1", "0, 2, 0, 2", "1, 1, 0, 2", "2, 1, 0, 10"})
    void countsOrdersAsOneDoesByHand(int debts, int payments, int reversals, long orders) {
        walked(debts, payments, reversals, false, orders);
        walked(debts, payments, reversals, true, orders);
    }

    @ParameterizedTest(name = "{0} debts, {1} payments, {2} reversals")
    @CsvSource({"1, 1, 2", "2, 1, 1", "1, 2, 1", "2, 2, 1"})
    void keepsTheLawsInEveryOrder(int debts, int payments, int reversals) {
        var every = new World(debts, payments, false);
        long orders = every.orders(CustomerLedger.empty(CUSTOMER, EUR), reversals);
        walked(debts, payments, reversals, true, orders);
    }

    /** Orders that lead to one state answer alike there and go on from it together. */
    @Test
    void keepsTheLawsInEveryState() {
        int debts = Integer.getInteger("proof.debts", 2);
        int payments = Integer.getInteger("proof.payments", 2);
        walked(debts, payments, Integer.getInteger("proof.reversals", 2), true, 0);
    }
}
