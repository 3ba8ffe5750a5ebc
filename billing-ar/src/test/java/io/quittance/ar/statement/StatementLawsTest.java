package io.quittance.ar.statement;

import static io.quittance.ar.Histories.EUR;
import static io.quittance.ar.Histories.FIRST_DAY;
import static io.quittance.ar.Histories.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.ar.Histories;
import io.quittance.ar.aging.AgingBuckets;
import io.quittance.ar.ledger.AccountView;
import io.quittance.ar.ledger.CustomerLedger;
import io.quittance.ar.ledger.Ledger;
import io.quittance.ar.ledger.LedgerEntry;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.AsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Every view agrees with the ledger: for every valid history, and every two pairs of dates. */
class StatementLawsTest {

    /** ar.md 4.15. */
    @Property
    void theClosingIsTheLedger(@ForAll("histories") List<LedgerEntry> entries, @ForAll("questions") AsOf asOf) {
        for (CustomerLedger customer : Ledger.empty(EUR).postAll(entries).customers()) {
            AccountView account = customer.asOf(asOf);
            OpenItemStatement statement = OpenItemStatement.of(customer, asOf);
            Amount open = account.openItems().stream().map(OpenItem::open).reduce(Amount.zero(EUR), Amount::add);
            assertThat(statement.closing()).isEqualTo(open.subtract(account.onAccount()));
            assertThat(statement.items()).allSatisfy(item -> {
                assertThat(item.applied().add(item.rest())).isEqualTo(item.original());
                assertThat(item.applied().signum()).isNotNegative();
            });
            assertThat(statement.toPay().signum()).isNotNegative();
            assertThat(statement.toPay().isLessThanOrEqualTo(statement.due())).isTrue();
            assertThat(statement.aging(AgingBuckets.days(7, 30)).balance()).isEqualTo(account.balance());
        }
    }

    @Property
    void openingAndMovementsAreTheLedger(
            @ForAll("histories") List<LedgerEntry> entries,
            @ForAll("questions") AsOf one,
            @ForAll("questions") AsOf other) {
        AsOf opened = AsOf.of(earlier(one.date(), other.date()), earlier(one.knownAt(), other.knownAt()));
        AsOf closed = AsOf.of(later(one.date(), other.date()), later(one.knownAt(), other.knownAt()));
        for (CustomerLedger customer : Ledger.empty(EUR).postAll(entries).customers()) {
            BalanceForwardStatement statement = BalanceForwardStatement.of(customer, opened, closed);
            Amount sum = statement.movements().stream()
                    .map(StatementMovement::amount)
                    .reduce(customer.asOf(opened).balance(), Amount::add);
            assertThat(sum).isEqualTo(customer.asOf(closed).balance());
            assertThat(statement.totals().values().stream().reduce(statement.opening(), Amount::add))
                    .isEqualTo(sum);
            assertThat(statement.netted().opening()).isEqualTo(statement.opening());
            assertThat(statement.netted().closing()).isEqualTo(sum);
            assertThat(statement.netted().netted()).isEqualTo(statement.netted());
            List<StatementLine> lines = statement.lines();
            if (!lines.isEmpty()) {
                assertThat(lines.get(lines.size() - 1).balance()).isEqualTo(sum);
            }
        }
    }

    /** What is netted comes to the same, and leaves nothing that came and was undone. */
    @Property
    void nettingChangesNoBalance(@ForAll("histories") List<LedgerEntry> entries, @ForAll("questions") AsOf closed) {
        for (CustomerLedger customer : Ledger.empty(EUR).postAll(entries).customers()) {
            BalanceForwardStatement netted =
                    BalanceForwardStatement.sinceTheBeginning(customer, closed).netted();
            assertThat(netted.closing()).isEqualTo(customer.asOf(closed).balance());
            assertThat(netted.movements())
                    .allSatisfy(movement -> assertThat(movement.undoes()).isEmpty());
        }
    }

    /** A statement that goes on from another has what that one lacks of all, and nothing twice. */
    @Property
    void statementsFollowOneAnother(
            @ForAll("histories") List<LedgerEntry> entries,
            @ForAll("questions") AsOf one,
            @ForAll("questions") AsOf other) {
        AsOf opened = AsOf.of(earlier(one.date(), other.date()), earlier(one.knownAt(), other.knownAt()));
        AsOf closed = AsOf.of(later(one.date(), other.date()), later(one.knownAt(), other.knownAt()));
        for (CustomerLedger customer : Ledger.empty(EUR).postAll(entries).customers()) {
            BalanceForwardStatement first = BalanceForwardStatement.sinceTheBeginning(customer, opened);
            BalanceForwardStatement next = BalanceForwardStatement.of(customer, opened, closed);
            BalanceForwardStatement all = BalanceForwardStatement.sinceTheBeginning(customer, closed);
            assertThat(next.opening()).isEqualTo(first.closing());
            var both = new HashSet<>(first.movements());
            both.addAll(next.movements());
            assertThat(both).isEqualTo(new HashSet<>(all.movements()));
            assertThat(first.movements().size() + next.movements().size())
                    .isEqualTo(all.movements().size());
        }
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? other : one;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
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
