package io.quittance.ar.journal;

import static io.quittance.ar.Histories.EUR;
import static io.quittance.ar.Histories.FIRST_DAY;
import static io.quittance.ar.Histories.START;
import static io.quittance.ar.Histories.USD;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.ar.Histories;
import io.quittance.ar.ledger.AccountView;
import io.quittance.ar.ledger.CustomerLedger;
import io.quittance.ar.ledger.Ledger;
import io.quittance.ar.ledger.LedgerEntry;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.AsOf;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Debts and money in euros, books in dollars at changing rates, for every valid history. */
class JournalLawsTest {
    private static final InvoiceAccounts REVENUE = InvoiceAccounts.of(List.of());

    /** Each entry balances by its type; receivables, on account and open credits are what the ledger answers. */
    @Property
    void theControlAccountsAreTheLedger(
            @ForAll("histories") List<LedgerEntry> entries, @ForAll("questions") AsOf asOf) {
        for (CustomerLedger customer : Ledger.empty(EUR).postAll(entries).customers()) {
            List<JournalEntry> journal = Journal.of(customer, REVENUE, asOf);
            AccountView account = customer.asOf(asOf);
            assertThat(original(journal, AccountKey.RECEIVABLES)).isEqualTo(account.open());
            assertThat(original(journal, AccountKey.OPEN_CREDITS))
                    .isEqualTo(account.credits().negate());
            assertThat(original(journal, AccountKey.ON_ACCOUNT))
                    .isEqualTo(account.onAccount().subtract(account.credits()).negate());
        }
    }

    /** ar.md 7, law 3: what is settled in euros has nothing left in dollars, and what is open has. */
    @Property
    void bothCurrenciesReachZeroTogether(@ForAll("histories") List<LedgerEntry> entries) {
        for (CustomerLedger customer : Ledger.empty(EUR).postAll(entries).customers()) {
            List<JournalEntry> journal = Journal.of(customer, REVENUE, AsOf.endOf("9999-12-31"));
            Map<String, Amount> booked = journal.stream()
                    .flatMap(entry -> entry.lines().stream())
                    .filter(line -> line.account().equals(AccountKey.RECEIVABLES))
                    .collect(Collectors.toMap(JournalLine::reference, JournalLine::amount, Amount::add, HashMap::new));
            Set<String> open = customer.openItems().stream()
                    .map(OpenItem::id)
                    .map(ReceivableId::value)
                    .collect(Collectors.toCollection(HashSet::new));
            booked.forEach((item, left) -> {
                if (!open.contains(item)) {
                    assertThat(left).as(item).isEqualTo(Amount.zero(USD));
                }
                assertThat(left.signum()).as(item).isNotNegative();
            });
        }
    }

    /** A journal that is read again after more was recorded begins with what it was. */
    @Property
    void whatIsPostedStays(@ForAll("histories") List<LedgerEntry> entries) {
        Ledger all = Ledger.empty(EUR).postAll(entries);
        Ledger half = Ledger.empty(EUR).postAll(entries.subList(0, entries.size() / 2));
        AsOf end = AsOf.of(LocalDate.of(9999, 12, 31), START.plusSeconds(10_000));
        for (CustomerLedger customer : half.customers()) {
            List<JournalEntry> before = Journal.of(customer, REVENUE, end);
            assertThat(Journal.of(all.customer(customer.customer()), REVENUE, end)
                            .subList(0, before.size()))
                    .isEqualTo(before);
        }
    }

    /** ar.md 7, law 17: the entries of a day are those of every later day that took effect by then, to the cent. */
    @Property
    void anEntryIsTheSameWhateverDayIsAskedAbout(
            @ForAll("histories") List<LedgerEntry> entries, @ForAll("questions") AsOf asOf) {
        AsOf last = AsOf.of(LocalDate.of(9999, 12, 31), asOf.knownAt());
        for (CustomerLedger customer : Ledger.empty(EUR).postAll(entries).customers()) {
            assertThat(Journal.of(customer, REVENUE, asOf))
                    .isEqualTo(Journal.of(customer, REVENUE, last).stream()
                            .filter(entry -> !entry.date().isAfter(asOf.date()))
                            .toList());
        }
    }

    private static Amount original(List<JournalEntry> journal, AccountKey account) {
        return journal.stream()
                .flatMap(entry -> entry.lines().stream())
                .filter(line -> line.account().equals(account))
                .map(JournalLine::original)
                .reduce(Amount.zero(EUR), Amount::add);
    }

    @Provide
    Arbitrary<List<LedgerEntry>> histories() {
        return Histories.histories();
    }

    @Provide
    Arbitrary<AsOf> questions() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 200),
                        Arbitraries.integers().between(0, 60))
                .as((days, seconds) -> AsOf.of(FIRST_DAY.plusDays(days), START.plusSeconds(seconds)));
    }
}
