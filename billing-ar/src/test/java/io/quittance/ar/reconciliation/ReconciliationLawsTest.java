package io.quittance.ar.reconciliation;

import static io.quittance.ar.Histories.EUR;
import static io.quittance.ar.Histories.FIRST_DAY;
import static io.quittance.ar.Histories.START;
import static io.quittance.ar.Histories.USD;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.ar.Histories;
import io.quittance.ar.journal.AccountKey;
import io.quittance.ar.journal.InvoiceAccounts;
import io.quittance.ar.journal.Journal;
import io.quittance.ar.ledger.CustomerLedger;
import io.quittance.ar.ledger.Ledger;
import io.quittance.ar.ledger.LedgerEntry;
import io.quittance.ar.reconciliation.AccountReconciliation.Status;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.AsOf;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** For any two sides; and for every valid history, compared with itself and with itself and one fault. */
class ReconciliationLawsTest {
    private static final LocalDate DATE = FIRST_DAY.plusDays(90);

    /** What a side has, as the other would state it. */
    private static StatedAccount stated(LedgerAccount account, List<StatedLine> lines) {
        Amount balance = lines.stream()
                .filter(line -> !line.date().isAfter(account.date()))
                .map(StatedLine::amount)
                .filter(amount -> amount.getCurrency().equals(EUR))
                .reduce(Amount.zero(EUR), Amount::add);
        return StatedAccount.of(Counterparty.CUSTOMER, account.account(), account.date(), balance)
                .opening(Amount.zero(EUR))
                .with(lines);
    }

    private static List<StatedLine> lines(LedgerAccount account) {
        return account.lines().stream()
                .map(line -> new StatedLine(line.reference(), line.date(), line.amount()))
                .toList();
    }

    @Property
    void aLedgerAgreesWithItself(@ForAll("histories") List<LedgerEntry> entries, @ForAll("questions") AsOf asOf) {
        Ledger ledger = Ledger.empty(EUR).postAll(entries);
        for (CustomerLedger customer : ledger.customers()) {
            for (LedgerAccount account :
                    List.of(LedgerAccount.openItems(customer, asOf), LedgerAccount.movements(customer, asOf))) {
                assertThat(account.balance()).isEqualTo(customer.asOf(asOf).balance());
                assertThat(account.opening()).isEqualTo(Amount.zero(EUR));
                AccountReconciliation outcome =
                        Reconciliation.of(account, stated(account, lines(account)), ReconciliationPolicy.STRICT);
                assertThat(outcome.differences()).isEmpty();
                assertThat(outcome.status()).isEqualTo(Status.AGREED);
            }
        }
    }

    /** The control account of the journal is the ledger, for every day, as known when the journal was written. */
    @Property
    void theControlAccountIsTheLedger(@ForAll("histories") List<LedgerEntry> entries, @ForAll("questions") AsOf asOf) {
        Ledger ledger = Ledger.empty(EUR).postAll(entries);
        var journal =
                Journal.of(ledger, InvoiceAccounts.of(List.of()), AsOf.of(LocalDate.of(9999, 12, 31), asOf.knownAt()));
        Set<AccountKey> control = Set.of(AccountKey.RECEIVABLES, AccountKey.ON_ACCOUNT, AccountKey.OPEN_CREDITS);
        LedgerAccount account =
                LedgerAccount.original("1200", EUR, journal, line -> control.contains(line.account()), asOf.date());
        assertThat(account.balance()).isEqualTo(ledger.asOf(asOf).balance());
    }

    @Property
    void eachFaultIsFound(
            @ForAll("histories") List<LedgerEntry> entries,
            @ForAll Fault fault,
            @ForAll("picks") int pick,
            @ForAll("questions") AsOf asOf) {
        Ledger ledger = Ledger.empty(EUR).postAll(entries);
        for (CustomerLedger customer : ledger.customers()) {
            LedgerAccount account = LedgerAccount.openItems(customer, asOf);
            List<StatedLine> lines = new ArrayList<>(lines(account));
            if (!lines.isEmpty()) {
                int index = pick % lines.size();
                StatedLine line = lines.remove(index);
                lines.addAll(fault.of(line, asOf.date()));
                AccountReconciliation outcome =
                        Reconciliation.of(account, stated(account, lines), ReconciliationPolicy.STRICT);
                LedgerLine original = account.lines().get(index);
                assertThat(outcome.differences())
                        .isNotEmpty()
                        .allSatisfy(one -> assertThat(fault.expected(original)).contains(one.type()));
            }
        }
    }

    /** What can be wrong with one line of a counterparty. */
    enum Fault {
        LEFT_OUT {
            @Override
            List<StatedLine> of(StatedLine line, LocalDate date) {
                return List.of();
            }

            @Override
            Set<DifferenceType> expected(LedgerLine line) {
                return line.isOnAccount()
                        ? EnumSet.of(DifferenceType.ON_ACCOUNT)
                        : orDisputed(line, DifferenceType.MISSING_AT_COUNTERPARTY);
            }
        },
        INVENTED {
            @Override
            List<StatedLine> of(StatedLine line, LocalDate date) {
                return List.of(line, new StatedLine("invented", line.date(), line.amount()));
            }

            @Override
            Set<DifferenceType> expected(LedgerLine line) {
                return EnumSet.of(DifferenceType.MISSING_IN_LEDGER);
            }
        },
        TWICE {
            @Override
            List<StatedLine> of(StatedLine line, LocalDate date) {
                return List.of(line, line);
            }

            @Override
            Set<DifferenceType> expected(LedgerLine line) {
                return EnumSet.of(DifferenceType.DUPLICATE);
            }
        },
        OTHER_AMOUNT {
            @Override
            List<StatedLine> of(StatedLine line, LocalDate date) {
                return List.of(new StatedLine(
                        line.reference(), line.date(), line.amount().add(Amount.ofMinor(1, EUR))));
            }

            /** A line of nothing says nothing: who states 0.00 for -0.01 has left it out. */
            @Override
            Set<DifferenceType> expected(LedgerLine line) {
                return line.amount().equals(Amount.ofMinor(-1, EUR))
                        ? LEFT_OUT.expected(line)
                        : EnumSet.of(DifferenceType.AMOUNT);
            }
        },
        OTHER_SIGN {
            @Override
            List<StatedLine> of(StatedLine line, LocalDate date) {
                return List.of(new StatedLine(
                        line.reference(), line.date(), line.amount().negate()));
            }

            @Override
            Set<DifferenceType> expected(LedgerLine line) {
                return EnumSet.of(DifferenceType.SIGN);
            }
        },
        OTHER_CURRENCY {
            @Override
            List<StatedLine> of(StatedLine line, LocalDate date) {
                return List.of(new StatedLine(
                        line.reference(), line.date(), Amount.of(line.amount().toBigDecimal(), USD)));
            }

            @Override
            Set<DifferenceType> expected(LedgerLine line) {
                return EnumSet.of(DifferenceType.CURRENCY);
            }
        },
        LATER {
            @Override
            List<StatedLine> of(StatedLine line, LocalDate date) {
                return List.of(new StatedLine(line.reference(), date.plusDays(1), line.amount()));
            }

            @Override
            Set<DifferenceType> expected(LedgerLine line) {
                return EnumSet.of(DifferenceType.TIMING);
            }
        },
        OTHER_REFERENCE {
            @Override
            List<StatedLine> of(StatedLine line, LocalDate date) {
                return List.of(new StatedLine("other", line.date(), line.amount()));
            }

            @Override
            Set<DifferenceType> expected(LedgerLine line) {
                return EnumSet.of(DifferenceType.REFERENCE);
            }
        };

        /** What the counterparty states instead. */
        abstract List<StatedLine> of(StatedLine line, LocalDate date);

        abstract Set<DifferenceType> expected(LedgerLine line);

        private static Set<DifferenceType> orDisputed(LedgerLine line, DifferenceType type) {
            return line.disputed().signum() > 0 ? EnumSet.of(type, DifferenceType.IN_DISPUTE) : EnumSet.of(type);
        }
    }

    /** The type of an outcome refuses differences that do not add up; any two sides have an outcome, in whatever order their lines are given. */
    @Property
    void differencesOfAnyTwoSidesAddUp(
            @ForAll("sides") Sides sides, @ForAll Random random, @ForAll("policies") ReconciliationPolicy policy) {
        LedgerAccount account = new LedgerAccount("A", DATE, sides.balance, sides.ledger);
        StatedAccount other =
                new StatedAccount(Counterparty.CUSTOMER, "A", DATE, sides.states, sides.opening, sides.stated);
        AccountReconciliation outcome = Reconciliation.of(account, other, policy);
        Amount sum = outcome.differences().stream().map(Difference::amount).reduce(Amount.zero(EUR), Amount::add);
        assertThat(sides.balance.add(sum)).isEqualTo(sides.states);
        List<LedgerLine> ledger = new ArrayList<>(sides.ledger);
        Collections.shuffle(ledger, random);
        List<StatedLine> stated = new ArrayList<>(sides.stated);
        Collections.shuffle(stated, random);
        assertThat(Reconciliation.of(new LedgerAccount("A", DATE, sides.balance, ledger), other.with(stated), policy))
                .isEqualTo(outcome);
    }

    /** Seen from the other side, all is of the other sign. */
    @Property
    void mirroredSidesDifferByTheOtherSign(@ForAll("sides") Sides sides) {
        Assume.that(sides.opening == null);
        AccountReconciliation outcome = Reconciliation.of(
                new LedgerAccount("A", DATE, sides.balance, sides.ledger),
                StatedAccount.of(Counterparty.CUSTOMER, "A", DATE, sides.states).with(sides.stated),
                ReconciliationPolicy.STRICT);
        AccountReconciliation mirrored = Reconciliation.of(
                new LedgerAccount(
                        "A",
                        DATE,
                        sides.balance.negate(),
                        sides.ledger.stream()
                                .map(line -> LedgerLine.of(
                                        line.reference(),
                                        line.date(),
                                        line.amount().negate()))
                                .toList()),
                StatedAccount.of(Counterparty.CUSTOMER, "A", DATE, sides.states)
                        .with(sides.stated)
                        .mirrored(),
                ReconciliationPolicy.STRICT);
        assertThat(mirrored.difference()).isEqualTo(outcome.difference().map(Amount::negate));
        assertThat(mirrored.status() == Status.AGREED).isEqualTo(outcome.status() == Status.AGREED);
    }

    private record Sides(
            Amount balance,
            List<LedgerLine> ledger,
            Amount states,
            @Nullable Amount opening,
            List<StatedLine> stated) {}

    @Provide
    Arbitrary<Sides> sides() {
        Arbitrary<LedgerLine> ledger = Combinators.combine(references(), days(), cents())
                .as((reference, day, cents) -> LedgerLine.of(reference, DATE.plusDays(day), cents));
        Arbitrary<StatedLine> stated = Combinators.combine(references(), days(), cents())
                .as((reference, day, cents) -> StatedLine.of(reference, DATE.plusDays(day), cents));
        return Combinators.combine(
                        cents(),
                        ledger.list().ofMaxSize(12),
                        cents(),
                        cents().injectNull(0.5),
                        stated.list().ofMaxSize(12))
                .as(Sides::new);
    }

    private static Arbitrary<String> references() {
        return Arbitraries.of("R1", "R2", "R3", "P1");
    }

    private static Arbitrary<Integer> days() {
        return Arbitraries.integers().between(-4, 2);
    }

    private static Arbitrary<Amount> cents() {
        return Arbitraries.longs().between(-4, 4).map(cents -> Amount.ofMinor(cents, EUR));
    }

    @Provide
    Arbitrary<ReconciliationPolicy> policies() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.longs().between(0, 2))
                .as(ReconciliationPolicy::new);
    }

    @Provide
    Arbitrary<Integer> picks() {
        return Arbitraries.integers().between(0, 999);
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
