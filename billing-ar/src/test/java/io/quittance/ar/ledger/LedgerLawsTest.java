package io.quittance.ar.ledger;

import static io.quittance.ar.Histories.EUR;
import static io.quittance.ar.Histories.FIRST_DAY;
import static io.quittance.ar.Histories.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.ar.Histories;
import io.quittance.ar.allocation.AllocationLine;
import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.allocation.OldestDueFirst;
import io.quittance.ar.credit.UnappliedPayment;
import io.quittance.ar.dispute.Dispute;
import io.quittance.ar.dispute.DisputeId;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.ar.settlement.Adjustment;
import io.quittance.ar.settlement.AdjustmentLimit;
import io.quittance.ar.settlement.Settlement;
import io.quittance.ar.settlement.SettlementPolicy;
import io.quittance.ar.settlement.ShortPay;
import io.quittance.ar.settlement.TolerancePolicy;
import io.quittance.core.id.CustomerId;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.AsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What a ledger answers for every valid history, checked against sums over the plain list of entries. */
class LedgerLawsTest {
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    @Property
    void answersAsThePlainListOfEntriesDoes(
            @ForAll("histories") List<LedgerEntry> entries, @ForAll("questions") AsOf asOf) {
        LedgerView view = Ledger.empty(EUR).postAll(entries).asOf(asOf);
        List<LedgerEntry> counted = entries.stream()
                .filter(entry -> !entry.effectiveDate().isAfter(asOf.date())
                        && !entry.recordedAt().isAfter(asOf.knownAt()))
                .toList();
        var expected = new TreeMap<CustomerId, List<LedgerEntry>>();
        counted.forEach(entry -> expected.computeIfAbsent(entry.customer(), any -> new ArrayList<>())
                .add(entry));
        assertThat(view.accounts())
                .containsExactlyElementsOf(expected.entrySet().stream()
                        .map(account -> account(account.getKey(), account.getValue()))
                        .toList());
    }

    /** ar.md 7, laws 1 and 15: after every entry, open and on account are what the sums over the plain list are. */
    @Property
    void losesNoCent(@ForAll("histories") List<LedgerEntry> entries) {
        Ledger ledger = Ledger.empty(EUR);
        for (int i = 0; i < entries.size(); i++) {
            ledger = ledger.post(entries.get(i)).ledger();
            var sums = new Sums(entries.subList(0, i + 1));
            LedgerView after = ledger.asOf(LAST_DAY);
            assertThat(after.open()).isEqualTo(sums.open());
            assertThat(after.onAccount()).isEqualTo(sums.onAccount);
            assertThat(after.credits()).isEqualTo(sums.credits());
            assertThat(after.balance()).isEqualTo(after.open().subtract(after.onAccount()));
        }
    }

    /** ar.md 7, law 15: a settlement and its reversal on one day leave all as it was, from that day on and before. */
    @Property
    void aReversalRestores(@ForAll("histories") List<LedgerEntry> entries, @ForAll("questions") AsOf asOf) {
        Ledger before = Ledger.empty(EUR).postAll(entries);
        for (CustomerLedger customer : before.customers()) {
            List<OpenItem> open = customer.openItems();
            List<Payment> left = payments(customer).stream()
                    .filter(payment -> customer.unapplied(payment.id()).signum() > 0)
                    .toList();
            if (open.isEmpty() || left.isEmpty()) {
                continue;
            }
            Payment payment = left.get(0);
            LocalDate date = LAST_DAY;
            var request = AllocationRequest.of(payment, customer.unapplied(payment.id()), open);
            SettlementPolicy policy = SettlementPolicy.MONEY_ONLY
                    .tolerance(TolerancePolicy.pooled(AdjustmentLimit.percent("10")))
                    .shortPay(
                            entries.size() % 2 == 0
                                    ? ShortPay.writeOff()
                                    : ShortPay.newItem(payment.valueDate(), "/D", "short"));
            Instant later = START.plusSeconds(1_000);
            Ledger after = before.postAll(List.of(
                    LedgerEntry.of(
                            "a",
                            new PaymentAllocated(Settlement.of(request, new OldestDueFirst(), policy), date),
                            later),
                    LedgerEntry.of("r", new EntryReversed(customer.customer(), EntryKey.of("a"), date), later)));
            assertThat(after.asOf(LAST_DAY).accounts())
                    .isEqualTo(before.asOf(LAST_DAY).accounts());
            assertThat(after.asOf(asOf).accounts()).isEqualTo(before.asOf(asOf).accounts());
        }
    }

    /** What is listed as left is what is on account, credit by credit and payment by payment. */
    @Property
    void whatIsLeftIsListed(@ForAll("histories") List<LedgerEntry> entries) {
        for (CustomerLedger customer : Ledger.empty(EUR).postAll(entries).customers()) {
            AccountView last = customer.asOf(AsOf.endOf(LAST_DAY));
            List<UnappliedPayment> left = customer.unappliedPayments();
            assertThat(left)
                    .isSortedAccordingTo(UnappliedPayment.BY_DATE)
                    .allSatisfy(unapplied -> assertThat(unapplied.left())
                            .isEqualTo(customer.unapplied(unapplied.payment().id())));
            assertThat(left.stream().map(UnappliedPayment::left).reduce(Amount.zero(EUR), Amount::add))
                    .isEqualTo(last.onAccount());
            assertThat(left.stream()
                            .filter(UnappliedPayment::isCredit)
                            .map(UnappliedPayment::left)
                            .reduce(Amount.zero(EUR), Amount::add))
                    .isEqualTo(last.credits());
        }
    }

    /** Whatever the history: what is settled from the account can be posted, and then money or debts are used up from that day on. */
    @Property
    void whatStandsOnAccountSettlesWhatIsOpen(
            @ForAll("histories") List<LedgerEntry> entries, @ForAll("questions") AsOf asOf) {
        for (CustomerLedger customer : Ledger.empty(EUR).postAll(entries).customers()) {
            List<PaymentAllocated> facts = OnAccount.settle(customer, new OldestDueFirst(), asOf.date());
            CustomerLedger next = customer;
            for (int i = 0; i < facts.size(); i++) {
                next = next.post(LedgerEntry.of("settled-" + i, facts.get(i), START.plusSeconds(1_000)))
                        .ledger();
            }
            assertThat(OnAccount.settle(next, new OldestDueFirst(), asOf.date()))
                    .isEmpty();
            assertThat(next.balance().openFrom(asOf.date()).isEmpty()
                            || next.balance().unappliedFrom(asOf.date()).isEmpty())
                    .isTrue();
        }
    }

    /** Who takes back what he made of the entries that a step undoes has at the end what the ledger has. */
    @Property
    void whatAStepUndoesStood(@ForAll("histories") List<LedgerEntry> entries, @ForAll("questions") AsOf asOf) {
        for (CustomerLedger customer : Ledger.empty(EUR).postAll(entries).customers()) {
            List<LedgerEntry> counted = customer.entries().stream()
                    .filter(entry -> asOf.includes(entry.effectiveDate(), entry.recordedAt()))
                    .toList();
            var sums = new Sums(counted);
            List<LedgerStep> steps = customer.steps(asOf);
            assertThat(steps).extracting(LedgerStep::entry).isEqualTo(counted);
            assertThat(steps.stream().flatMap(step -> step.undone().stream()))
                    .containsExactlyInAnyOrderElementsOf(sums.undone);
        }
    }

    /** ar.md 7, law 17. */
    @Property
    void answersAboutThePastAreNotChangedByWhatIsRecordedLater(
            @ForAll("histories") List<LedgerEntry> entries, @ForAll("questions") AsOf asOf) {
        List<LedgerEntry> known = entries.stream()
                .filter(entry -> !entry.recordedAt().isAfter(asOf.knownAt()))
                .toList();
        LedgerView then = Ledger.empty(EUR).postAll(known).asOf(asOf);
        LedgerView later = Ledger.empty(EUR).postAll(entries).asOf(asOf);
        assertThat(later.accounts()).isEqualTo(then.accounts());
        assertThat(later.open()).isEqualTo(then.open());
        assertThat(later.onAccount()).isEqualTo(then.onAccount());
    }

    @Property
    void theLastVersionIsTheAnswerAtTheEndOfTime(@ForAll("histories") List<LedgerEntry> entries) {
        Ledger ledger = Ledger.empty(EUR).postAll(entries);
        for (CustomerLedger customer : ledger.customers()) {
            assertThat(customer.openItems())
                    .isEqualTo(customer.asOf(AsOf.endOf(LAST_DAY)).openItems());
            Amount left = payments(customer).stream()
                    .map(payment -> customer.unapplied(payment.id()))
                    .reduce(Amount.zero(EUR), Amount::add);
            assertThat(left).isEqualTo(customer.asOf(AsOf.endOf(LAST_DAY)).onAccount());
        }
    }

    @Property
    void keepsEveryEntryAndEveryVersion(@ForAll("histories") List<LedgerEntry> entries) {
        var versions = new ArrayList<Ledger>(List.of(Ledger.empty(EUR)));
        entries.forEach(entry ->
                versions.add(versions.get(versions.size() - 1).post(entry).ledger()));
        for (int i = 0; i < versions.size(); i++) {
            var kept = versions.get(i).customers().stream()
                    .flatMap(customer -> customer.entries().stream())
                    .toList();
            assertThat(kept).containsExactlyInAnyOrderElementsOf(entries.subList(0, i));
            for (CustomerLedger customer : versions.get(i).customers()) {
                assertThat(customer.entries()).isSubsetOf(entries).hasSize(customer.version());
                assertThat(customer.entries())
                        .isEqualTo(entries.subList(0, i).stream()
                                .filter(entry -> entry.customer().equals(customer.customer()))
                                .toList());
            }
        }
    }

    /** ar.md 7, law 14. */
    @Property
    void postingAgainChangesNothingAndSaysSo(@ForAll("histories") List<LedgerEntry> entries) {
        Ledger ledger = Ledger.empty(EUR).postAll(entries);
        for (LedgerEntry entry : entries) {
            Posting<Ledger> again = ledger.post(entry);
            assertThat(again.isDuplicate()).isTrue();
            assertThat(again.ledger()).isSameAs(ledger);
        }
        assertThat(ledger.postAll(entries)).isSameAs(ledger);
    }

    private static AccountView account(CustomerId customer, List<LedgerEntry> entries) {
        var sums = new Sums(entries);
        var open = new ArrayList<OpenItem>();
        for (Receivable debt : sums.debts) {
            Amount left = sums.left.getOrDefault(debt.id(), Amount.zero(EUR));
            if (left.signum() > 0) {
                open.add(OpenItem.of(debt, left, disputed(debt, entries).min(left)));
            }
        }
        open.sort(OpenItem.BY_DUE_DATE);
        return new AccountView(customer, open, sums.onAccount, sums.credits());
    }

    /** Not by balances but by sums over the entries: what is reversed or returned counts with the opposite sign. */
    private static final class Sums {
        private final List<Receivable> debts = new ArrayList<>();
        private final TreeMap<ReceivableId, Amount> left = new TreeMap<>();
        private final List<LedgerEntry> undone = new ArrayList<>();
        private final TreeMap<PaymentId, Amount> creditsLeft = new TreeMap<>();
        private Amount onAccount = Amount.zero(EUR);

        Sums(List<LedgerEntry> entries) {
            for (int i = 0; i < entries.size(); i++) {
                LedgerFact fact = entries.get(i).fact();
                add(fact, 1);
                if (fact instanceof EntryReversed reversed) {
                    undo(entries.subList(0, i), entry -> entry.key().equals(reversed.entry()));
                } else if (fact instanceof PaymentReturned returned && returned.amount() == null) {
                    undo(entries.subList(0, i), entry -> isOf(entry.fact(), returned.payment()));
                }
            }
        }

        private static boolean isOf(LedgerFact fact, PaymentId payment) {
            return (fact instanceof PaymentReturned part
                            && part.amount() != null
                            && part.payment().equals(payment))
                    || (fact instanceof PaymentReceived received
                            && received.payment().id().equals(payment))
                    || (fact instanceof PaymentAllocated allocated
                            && allocated.allocation().payment().equals(payment)
                            && !(allocated.allocation().lines().isEmpty()
                                    && allocated.settlement().adjustments().isEmpty())); // which stands
        }

        private void undo(List<LedgerEntry> before, Predicate<LedgerEntry> which) {
            for (LedgerEntry entry : before) {
                if (which.test(entry) && !undone.contains(entry)) {
                    add(entry.fact(), -1);
                    undone.add(entry);
                }
            }
        }

        private void add(LedgerFact fact, int sign) {
            if (fact instanceof ReceivablePosted posted) {
                if (sign > 0) {
                    debts.add(posted.receivable());
                }
                open(posted.receivable().id(), posted.receivable().amount().multiply(sign));
            } else if (fact instanceof PaymentReceived received) {
                onAccount = onAccount.add(received.payment().amount().multiply(sign));
            } else if (fact instanceof CreditPosted posted) {
                creditsLeft.putIfAbsent(posted.credit().id(), Amount.zero(EUR));
                give(posted.credit().id(), posted.credit().amount().multiply(sign));
            } else if (fact instanceof PaymentAllocated allocated) {
                for (AllocationLine line : allocated.allocation().lines()) {
                    open(line.item(), line.amount().multiply(-sign));
                    give(allocated.allocation().payment(), line.amount().multiply(-sign));
                }
                for (Adjustment adjustment : allocated.settlement().adjustments()) {
                    adjustment
                            .closes()
                            .ifPresentOrElse(
                                    item -> open(item, adjustment.amount().multiply(-sign)),
                                    () -> give(
                                            allocated.allocation().payment(),
                                            adjustment.amount().multiply(-sign)));
                }
            } else if (fact instanceof PaymentRefunded refunded) {
                give(refunded.payment(), refunded.amount().multiply(-sign));
            } else if (fact instanceof PaymentConverted converted) {
                give(converted.payment(), converted.amount().multiply(-sign));
            } else if (fact instanceof PaymentReturned returned
                    && returned.taken().isPresent()) {
                give(returned.payment(), returned.taken().orElseThrow().multiply(-sign));
                if (returned.owed() != null) {
                    add(returned.owed(), sign);
                }
            } else if (fact instanceof ReceivableWrittenOff writtenOff) {
                open(writtenOff.item(), writtenOff.amount().multiply(-sign));
            } else if (fact instanceof DebtRescheduled rescheduled) {
                rescheduled
                        .moved()
                        .forEach(moved -> open(moved.item(), moved.amount().multiply(-sign)));
                rescheduled.owed().forEach(debt -> add(new ReceivablePosted(debt), sign));
                rescheduled.charges().forEach(charge -> add(charge, sign));
            }
        }

        private void give(PaymentId payment, Amount amount) {
            onAccount = onAccount.add(amount);
            creditsLeft.computeIfPresent(payment, (id, left) -> left.add(amount));
        }

        Amount credits() {
            return creditsLeft.values().stream().reduce(Amount.zero(EUR), Amount::add);
        }

        private void open(ReceivableId item, Amount amount) {
            left.merge(item, amount, Amount::add);
        }

        Amount open() {
            return left.values().stream().reduce(Amount.zero(EUR), Amount::add);
        }
    }

    /** The one case that is open of it, if one is. */
    private static Amount disputed(Receivable debt, List<LedgerEntry> entries) {
        List<DisputeId> decided = entries.stream()
                .flatMap(entry -> entry.fact() instanceof DisputeResolved resolved
                        ? Stream.of(resolved.dispute())
                        : Stream.empty())
                .toList();
        return entries.stream()
                .flatMap(entry ->
                        entry.fact() instanceof DisputeOpened opened ? Stream.of(opened.dispute()) : Stream.empty())
                .filter(dispute -> dispute.receivable().equals(debt.id()) && !decided.contains(dispute.id()))
                .map(Dispute::amount)
                .reduce(Amount.zero(EUR), Amount::add);
    }

    private static List<Payment> payments(CustomerLedger customer) {
        return customer.entries().stream()
                .flatMap(entry -> entry.fact() instanceof PaymentReceived received
                        ? Stream.of(received.payment())
                        : entry.fact() instanceof CreditPosted posted
                                ? Stream.of(posted.credit().asPayment())
                                : Stream.empty())
                .toList();
    }

    @Provide
    Arbitrary<List<LedgerEntry>> histories() {
        return Histories.histories();
    }

    @Provide
    Arbitrary<AsOf> questions() {
        return Combinators.combine(
                        Arbitraries.integers().between(-1, 140),
                        Arbitraries.integers().between(-1, 90))
                .as((days, seconds) -> AsOf.of(FIRST_DAY.plusDays(days), START.plusSeconds(seconds)));
    }
}
