package io.quittance.ar.ledger;

import static io.quittance.ar.Histories.EUR;
import static io.quittance.ar.Histories.FIRST_DAY;
import static io.quittance.ar.Histories.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.ar.Histories;
import io.quittance.ar.allocation.AllocationLine;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.core.id.CustomerId;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.AsOf;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What a ledger answers for every valid history, checked against sums over the plain list of entries. */
class LedgerLawsTest {

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

    /** ar.md 7, law 1: received = applied + on account; open before - open after = applied. */
    @Property
    void losesNoCent(@ForAll("histories") List<LedgerEntry> entries) {
        Ledger ledger = Ledger.empty(EUR);
        for (LedgerEntry entry : entries) {
            LedgerView before = ledger.asOf(LocalDate.MAX.withYear(9999));
            ledger = ledger.post(entry).ledger();
            LedgerView after = ledger.asOf(LocalDate.MAX.withYear(9999));
            assertThat(after.open().subtract(before.open()))
                    .isEqualTo(owed(entry).subtract(applied(entry)));
            assertThat(after.onAccount().subtract(before.onAccount()))
                    .isEqualTo(received(entry).subtract(applied(entry)));
            assertThat(after.balance()).isEqualTo(after.open().subtract(after.onAccount()));
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
                    .isEqualTo(customer.asOf(AsOf.endOf(LocalDate.MAX.withYear(9999)))
                            .openItems());
            Amount left = payments(customer).stream().map(customer::unapplied).reduce(Amount.zero(EUR), Amount::add);
            assertThat(left)
                    .isEqualTo(customer.asOf(AsOf.endOf(LocalDate.MAX.withYear(9999)))
                            .onAccount());
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

    /** Not by balances but by sums over the entries, in the order of the ledger. */
    private static AccountView account(CustomerId customer, List<LedgerEntry> entries) {
        var open = new ArrayList<OpenItem>();
        for (LedgerEntry entry : entries) {
            if (entry instanceof LedgerEntry.ReceivablePosted posted) {
                Receivable debt = posted.receivable();
                Amount left = lines(entries)
                        .filter(line -> line.item().equals(debt.id()))
                        .map(AllocationLine::amount)
                        .reduce(debt.amount(), Amount::subtract);
                if (left.signum() > 0) {
                    open.add(OpenItem.of(debt, left, isDisputed(debt, entries)));
                }
            }
        }
        open.sort(OpenItem.BY_DUE_DATE);
        Amount received = entries.stream().map(LedgerLawsTest::received).reduce(Amount.zero(EUR), Amount::add);
        Amount applied = entries.stream().map(LedgerLawsTest::applied).reduce(Amount.zero(EUR), Amount::add);
        return new AccountView(customer, open, received.subtract(applied));
    }

    private static boolean isDisputed(Receivable debt, List<LedgerEntry> entries) {
        long opened = entries.stream()
                .filter(entry -> entry instanceof LedgerEntry.DisputeOpened dispute
                        && dispute.item().equals(debt.id()))
                .count();
        long closed = entries.stream()
                .filter(entry -> entry instanceof LedgerEntry.DisputeClosed dispute
                        && dispute.item().equals(debt.id()))
                .count();
        return opened > closed;
    }

    private static Stream<AllocationLine> lines(List<LedgerEntry> entries) {
        return entries.stream()
                .filter(entry -> entry instanceof LedgerEntry.PaymentAllocated)
                .flatMap(entry -> ((LedgerEntry.PaymentAllocated) entry).allocation().lines().stream());
    }

    private static Amount owed(LedgerEntry entry) {
        return entry instanceof LedgerEntry.ReceivablePosted posted
                ? posted.receivable().amount()
                : Amount.zero(EUR);
    }

    private static Amount received(LedgerEntry entry) {
        return entry instanceof LedgerEntry.PaymentReceived received
                ? received.payment().amount()
                : Amount.zero(EUR);
    }

    private static Amount applied(LedgerEntry entry) {
        return lines(List.of(entry)).map(AllocationLine::amount).reduce(Amount.zero(EUR), Amount::add);
    }

    private static List<PaymentId> payments(CustomerLedger customer) {
        return customer.entries().stream()
                .filter(entry -> entry instanceof LedgerEntry.PaymentReceived)
                .map(entry -> ((LedgerEntry.PaymentReceived) entry).payment().id())
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
