package io.quittance.kpi.ledger;

import static io.quittance.kpi.ledger.Books.usd;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.quittance.ar.aging.AgingBuckets;
import io.quittance.ar.aging.AgingRule;
import io.quittance.ar.ledger.CustomerLedger;
import io.quittance.ar.ledger.Ledger;
import io.quittance.ar.ledger.LedgerEntry;
import io.quittance.ar.risk.ProvisionMatrix;
import io.quittance.ar.risk.ProvisionRate;
import io.quittance.ar.risk.WriteOffs;
import io.quittance.core.id.CustomerId;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.billing.DisputeCase;
import io.quittance.kpi.collection.AgeShare;
import io.quittance.kpi.collection.AverageCollectionPeriod;
import io.quittance.kpi.collection.AverageDaysDelinquent;
import io.quittance.kpi.collection.AverageDaysLate;
import io.quittance.kpi.collection.BadDebtRatio;
import io.quittance.kpi.collection.CollectionEffectiveness;
import io.quittance.kpi.collection.CollectionFigures;
import io.quittance.kpi.collection.CollectionRate;
import io.quittance.kpi.collection.DaysSalesOutstanding;
import io.quittance.kpi.collection.DisputeRate;
import io.quittance.kpi.collection.ExpectedCreditLoss;
import io.quittance.kpi.collection.OutstandingReceivables;
import io.quittance.kpi.collection.OverdueShare;
import io.quittance.kpi.collection.ReceivablesTurnover;
import io.quittance.kpi.collection.UnappliedCash;
import io.quittance.kpi.collection.WriteOffShare;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** The laws of figures that are read from a ledger: parts, periods, orders and later facts. */
class LedgerSlicesTest {
    private static final ServicePeriod MARCH = ServicePeriod.of("2026-03-01", "2026-04-01");
    private static final AsOf END = AsOf.endOf("2026-12-31");

    private static final List<Kpi<CollectionFigures>> KPIS = List.of(
            OutstandingReceivables.net(),
            OutstandingReceivables.gross(),
            OutstandingReceivables.overdue(),
            OverdueShare.byAmount(),
            OverdueShare.byCount(),
            AgeShare.current(),
            AgeShare.overNinetyDays(),
            CollectionRate.ofPeriod(),
            CollectionRate.gross(),
            CollectionRate.net(),
            CollectionRate.ofDueCohortByDueDate(),
            CollectionRate.ofDueCohortByPeriodEnd(),
            new AverageDaysLate(),
            DisputeRate.byAmount(),
            DisputeRate.byCount(),
            UnappliedCash.ofReceipts(),
            UnappliedCash.ofReceivables(),
            WriteOffShare.byCount(),
            WriteOffShare.ofReceivables(),
            WriteOffShare.ofOpeningReceivables(),
            WriteOffShare.ofSales(),
            BadDebtRatio.byWriteOffs(),
            BadDebtRatio.byWriteOffsNetOfRecoveries(),
            CollectionEffectiveness.ofPeriod(),
            CollectionEffectiveness.withoutWriteOffs(),
            CollectionEffectiveness.ofAverageSales(3),
            ReceivablesTurnover.ofPeriod(),
            new AverageCollectionPeriod(),
            DaysSalesOutstanding.simple());

    /** Those of whose quotient both parts are of items. */
    private static final List<Kpi<CollectionFigures>> WITH_ITEMS = KPIS.subList(0, KPIS.size() - 1);

    /** With items of what is owed, over sales that are of none of them. */
    private static final List<Kpi<CollectionFigures>> OF_SALES = List.of(
            DaysSalesOutstanding.simple(),
            DaysSalesOutstanding.average(),
            DaysSalesOutstanding.bestPossible(),
            new AverageDaysDelinquent());

    private static Ledger ledger(Collection<LedgerEntry> entries) {
        return Ledger.empty("USD").postAll(List.copyOf(entries));
    }

    private static ServicePeriod period(int offset, int days) {
        LocalDate first = LocalDate.of(2026, 1, 1).plusDays(offset);
        return new ServicePeriod(first, first.plusDays(days));
    }

    /** Acme of Jo has 100.00 of February open and Bolt of Jo 50.00 of March; Core of Max has 25.00, of which 10.00 are paid. */
    private static Ledger books() {
        return new Books()
                .invoice("Acme", "A", "2026-02-10", "2026-03-10", "100")
                .invoice("Bolt", "B", "2026-03-20", "2026-04-20", "50")
                .invoice("Core", "C", "2026-03-05", "2026-03-15", "25")
                .paid("Core", "P", "C", "2026-03-16", "10")
                .ledger();
    }

    @Test
    void aSliceHasTheFiguresOfItsCustomers() {
        SortedMap<String, LedgerFigures> byCollector =
                LedgerFigures.by(books(), END, customer -> customer.equals(CustomerId.of("Core")) ? "Max" : "Jo");
        assertThat(byCollector).containsOnlyKeys("Jo", "Max");
        CollectionFigures jo = requireNonNull(byCollector.get("Jo")).of(MARCH);
        assertThat(jo.openingReceivables()).contains(usd("100"));
        assertThat(jo.closingReceivables()).contains(usd("150"));
        assertThat(jo.overdue()).contains(new CollectionFigures.ShareOf<>(usd("100"), usd("150")));
        CollectionFigures max = requireNonNull(byCollector.get("Max")).of(MARCH);
        assertThat(max.closingReceivables()).contains(usd("15"));
        assertThat(max.collected()).contains(usd("10"));
    }

    /** Nobody knew of Core, nor had Bolt an entry, by the end of February. */
    @Test
    void aSliceOfWhichNothingWasKnownIsNotThere() {
        assertThat(LedgerFigures.by(books(), AsOf.endOf("2026-02-28"), customer -> customer)
                        .keySet())
                .containsExactly(CustomerId.of("Acme"));
    }

    @Test
    @SuppressWarnings("NullAway") // a map that lacks some, on purpose
    void everyCustomerHasAKey() {
        Map<CustomerId, String> collectors = Map.of(CustomerId.of("Acme"), "Jo");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LedgerFigures.by(books(), END, collectors::get))
                .withMessage("key must be there for each customer, also for Bolt");
    }

    /** Of 100.00 of Acme and 50.00 of Bolt, both of Jo, and 15.00 of Core, 100.00 are past due at the end of March; Core is, too. */
    @Test
    void readingsOfAPartAreOfItsCustomers() {
        Ledger ledger = new Books()
                .invoice("Acme", "A", "2026-02-10", "2026-03-10", "100")
                .disputed("Acme", "D-1", "A", "2026-03-12", "30")
                .invoice("Bolt", "B", "2026-03-20", "2026-04-20", "50")
                .invoice("Core", "C", "2026-03-05", "2026-03-15", "25")
                .disputed("Core", "D-2", "C", "2026-03-12", "5")
                .paid("Core", "P", "C", "2026-03-16", "10")
                .ledger();
        LedgerReadings whole = LedgerReadings.of(ledger, AsOf.endOf("2026-03-31"));
        SortedMap<String, LedgerReadings> byCollector =
                whole.by(customer -> customer.equals(CustomerId.of("Core")) ? "Max" : "Jo");
        assertThat(byCollector).containsOnlyKeys("Jo", "Max");
        LedgerReadings jo = requireNonNull(byCollector.get("Jo"));
        LedgerReadings max = requireNonNull(byCollector.get("Max"));
        assertThat(jo.balances().byCustomer()).isEqualTo(Map.of("Acme", usd("100"), "Bolt", usd("50")));
        assertThat(max.balances().byCustomer()).isEqualTo(Map.of("Core", usd("15")));
        assertThat(jo.disputes(MARCH, ZoneOffset.UTC).events())
                .extracting(DisputeCase::key, DisputeCase::customer, DisputeCase::invoices)
                .containsExactly(tuple("Acme/D-1", "Acme", Map.of("A", usd("30"))));
        assertThat(max.disputes(MARCH, ZoneOffset.UTC).events())
                .extracting(DisputeCase::key)
                .containsExactly("Core/D-2");
        // A is 21 days late, and 30.00 of it are contested; B is not due; C is 16 days late, and 5.00 of its 15.00 are
        // contested
        assertThat(loss(jo)).isEqualTo(Fraction.of(70 * 10 + 30 * 20 + 50, 100));
        assertThat(loss(max)).isEqualTo(Fraction.of(10 * 10 + 5 * 20, 100));
        assertThat(whole.by(customer -> customer).keySet())
                .containsExactly(CustomerId.of("Acme"), CustomerId.of("Bolt"), CustomerId.of("Core"));
    }

    @Test
    @SuppressWarnings("NullAway") // a map that lacks some, on purpose
    void everyCustomerOfReadingsHasAKey() {
        Map<CustomerId, String> collectors = Map.of(CustomerId.of("Acme"), "Jo");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LedgerReadings.of(books(), END).by(collectors::get))
                .withMessage("key must be there for each customer, also for Bolt");
        assertThat(LedgerReadings.of(books(), AsOf.endOf("2026-02-28")).by(collectors::get))
                .containsOnlyKeys("Jo");
    }

    /** Of any ledger: balances, cases, paid invoices, what is open by month, ages and allowances of all customers are those of the whole. */
    @Property(tries = 200)
    void readingsOfPartsAddUpToTheWhole(
            @ForAll @Size(max = 40) List<@IntRange(min = 0, max = 1_000_000) Integer> seeds,
            @ForAll @IntRange(min = 1, max = 120) int offset) {
        Ledger ledger = ledger(Books.any(seeds));
        AsOf asOf = AsOf.endOf(LocalDate.of(2026, 1, 1).plusDays(offset));
        var period = new ServicePeriod(asOf.date().minusDays(29), asOf.date().plusDays(1));
        LedgerReadings whole = LedgerReadings.of(ledger, asOf);
        Collection<LedgerReadings> parts = whole.by(customer -> customer).values();
        var balances = new TreeMap<String, Amount>();
        parts.forEach(part -> balances.putAll(part.balances().byCustomer()));
        assertThat(balances).isEqualTo(whole.balances().byCustomer());
        assertThat(parts.stream().flatMap(part -> part.disputes(period, ZoneOffset.UTC).events().stream()))
                .containsExactlyInAnyOrderElementsOf(
                        whole.disputes(period, ZoneOffset.UTC).events());
        assertThat(parts.stream().flatMap(part -> part.paidInvoices(period).events().stream()))
                .containsExactlyInAnyOrderElementsOf(whole.paidInvoices(period).events());
        assertThat(parts.stream().map(part -> open(part, period)).reduce(usd("0"), Amount::add))
                .isEqualTo(open(whole, period));
        assertThat(parts.stream().map(LedgerSlicesTest::loss).reduce(Fraction.ZERO, Fraction::plus))
                .isEqualTo(loss(whole));
    }

    /** 1 % of what is not due, 10 % of what is late and 50 % of what is later, 20 % of what is contested. */
    private static Fraction loss(LedgerReadings readings) {
        var matrix = new ProvisionMatrix(
                List.of(
                        ProvisionRate.percent("current", "1"),
                        ProvisionRate.percent("1-30", "10"),
                        ProvisionRate.percent("over 30", "50"),
                        ProvisionRate.percent(ProvisionMatrix.DISPUTED, "20")),
                Rounding.of(2, RoundingMode.HALF_UP));
        return new ExpectedCreditLoss()
                .compute(readings.aged(AgingRule.of(AgingBuckets.days(30)), matrix))
                .value()
                .orElseThrow();
    }

    private static Amount open(LedgerReadings readings, ServicePeriod period) {
        return readings.origins(period).months().stream()
                .map(month -> month.open())
                .reduce(usd("0"), Amount::add);
    }

    @Property(tries = 300)
    void partsAddUpToTheWhole(
            @ForAll @Size(max = 40) List<@IntRange(min = 0, max = 1_000_000) Integer> seeds,
            @ForAll @IntRange(min = 0, max = 100) int offset,
            @ForAll @IntRange(min = 1, max = 60) int days) {
        Ledger ledger = ledger(Books.any(seeds));
        ServicePeriod period = period(offset, days);
        List<CollectionFigures> parts = LedgerFigures.by(ledger, END, customer -> customer).values().stream()
                .map(part -> part.of(period))
                .toList();
        CollectionFigures whole = LedgerFigures.of(ledger, END).of(period);
        for (int i = 0; i < KPIS.size() - 1; i++) { // days sales outstanding have days in the numerator too
            Kpi<CollectionFigures> kpi = KPIS.get(i);
            assertThat(sum(parts, kpi, KpiBasis::numerator)).isEqualTo(of(kpi.compute(whole), KpiBasis::numerator));
            assertThat(sum(parts, kpi, KpiBasis::denominator)).isEqualTo(of(kpi.compute(whole), KpiBasis::denominator));
        }
    }

    private static Fraction sum(
            List<CollectionFigures> parts, Kpi<CollectionFigures> kpi, Function<KpiBasis, Optional<Fraction>> part) {
        return parts.stream().map(one -> of(kpi.compute(one), part)).reduce(Fraction.ZERO, Fraction::plus);
    }

    private static Fraction of(KpiResult result, Function<KpiBasis, Optional<Fraction>> part) {
        return part.apply(result.basis()).orElse(Fraction.ZERO);
    }

    @Property(tries = 300)
    void flowsOfPeriodsThatMeetAddUp(
            @ForAll @Size(max = 40) List<@IntRange(min = 0, max = 1_000_000) Integer> seeds,
            @ForAll @IntRange(min = 0, max = 100) int offset,
            @ForAll @IntRange(min = 1, max = 30) int one,
            @ForAll @IntRange(min = 1, max = 30) int other) {
        LedgerFigures figures = LedgerFigures.of(ledger(Books.any(seeds)), END);
        CollectionFigures first = figures.of(period(offset, one));
        CollectionFigures second = figures.of(period(offset + one, other));
        CollectionFigures both = figures.of(period(offset, one + other));
        assertThat(second.openingReceivables()).isEqualTo(first.closingReceivables());
        assertThat(both.openingReceivables()).isEqualTo(first.openingReceivables());
        assertThat(both.closingReceivables()).isEqualTo(second.closingReceivables());
        for (Function<CollectionFigures, Optional<Amount>> flow :
                List.<Function<CollectionFigures, Optional<Amount>>>of(
                        CollectionFigures::billed,
                        CollectionFigures::creditNotes,
                        CollectionFigures::refunds,
                        CollectionFigures::writeOffs,
                        CollectionFigures::recoveries,
                        CollectionFigures::collected)) {
            assertThat(flow.apply(both)).isEqualTo(plus(flow.apply(first), flow.apply(second), Amount::add));
        }
        assertThat(both.writeOffItems().map(CollectionFigures.ShareOf::part))
                .isEqualTo(plus(
                        first.writeOffItems().map(CollectionFigures.ShareOf::part),
                        second.writeOffItems().map(CollectionFigures.ShareOf::part),
                        Long::sum));
        assertThat(both.daysLate())
                .isEqualTo(plus(
                        first.daysLate(),
                        second.daysLate(),
                        (a, b) -> new CollectionFigures.DaysLate(a.days() + b.days(), a.invoices() + b.invoices())));
        assertThat(both.dueCohortPaidByDueDate())
                .isEqualTo(plus(
                        first.dueCohortPaidByDueDate(),
                        second.dueCohortPaidByDueDate(),
                        (a, b) -> new CollectionFigures.ShareOf<>(
                                a.part().add(b.part()), a.whole().add(b.whole()))));
        assertThat(both.sales().get(0).creditSales())
                .isEqualTo(first.sales()
                        .get(0)
                        .creditSales()
                        .add(second.sales().get(0).creditSales()))
                .isEqualTo(
                        both.billed().orElseThrow().subtract(both.creditNotes().orElseThrow()));
    }

    private static <T> Optional<T> plus(Optional<T> one, Optional<T> other, BinaryOperator<T> sum) {
        return Optional.of(sum.apply(one.orElseThrow(), other.orElseThrow()));
    }

    /** What is known of a past date stays what it was. */
    @Property(tries = 300)
    void laterFactsChangeNothing(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 0, max = 1_000_000) Integer> seeds,
            @ForAll @IntRange(min = 0, max = 100) int offset,
            @ForAll @IntRange(min = 0, max = 40) int known) {
        List<LedgerEntry> entries = Books.any(seeds);
        List<LedgerEntry> then = entries.subList(0, Math.min(known, entries.size()));
        ServicePeriod period = period(offset, 30);
        Instant knownAt =
                then.isEmpty() ? Books.START : then.get(then.size() - 1).recordedAt();
        AsOf asOf = AsOf.of(period.lastDay(), knownAt);
        assertThat(LedgerFigures.of(ledger(entries), asOf).withItems(period))
                .isEqualTo(LedgerFigures.of(ledger(then), asOf).withItems(period));
    }

    @Property(tries = 300)
    void theOrderOfCustomersIsIrrelevant(
            @ForAll @Size(max = 40) List<@IntRange(min = 0, max = 1_000_000) Integer> seeds, @ForAll long order) {
        List<LedgerEntry> entries = Books.any(seeds);
        var customers = new ArrayList<>(ledger(entries).customers());
        Collections.shuffle(customers, new Random(order));
        var byCustomer = new ArrayList<LedgerEntry>();
        customers.forEach(customer -> byCustomer.addAll(customer.entries()));
        assertThat(LedgerFigures.of(ledger(byCustomer), END).withItems(MARCH))
                .isEqualTo(LedgerFigures.of(ledger(entries), END).withItems(MARCH));
    }

    /** Two ways to the same figures, which the builder compares; and to what was written off, which billing-ar knows. */
    @Property(tries = 300)
    void itemsAddUpAndChangeNothing(
            @ForAll @Size(max = 40) List<@IntRange(min = 0, max = 1_000_000) Integer> seeds,
            @ForAll @IntRange(min = 0, max = 100) int offset,
            @ForAll @IntRange(min = 1, max = 60) int days) {
        Ledger ledger = ledger(Books.any(seeds));
        ServicePeriod period = period(offset, days);
        LedgerFigures figures = LedgerFigures.of(ledger, END);
        CollectionFigures without = figures.of(period);
        CollectionFigures with = figures.withItems(period);
        for (Kpi<CollectionFigures> kpi : KPIS) {
            assertThat(kpi.compute(with).value()).isEqualTo(kpi.compute(without).value());
            assertThat(kpi.compute(without).basis().items()).isEmpty();
        }
        for (Kpi<CollectionFigures> kpi : WITH_ITEMS) {
            KpiBasis basis = kpi.compute(with).basis();
            assertThat(total(basis, KpiItem::numerator))
                    .as(kpi.id())
                    .isEqualTo(basis.numerator().orElseThrow());
            assertThat(total(basis, KpiItem::denominator))
                    .as(kpi.id())
                    .isEqualTo(basis.denominator().orElse(Fraction.ZERO));
        }
        for (Kpi<CollectionFigures> kpi : OF_SALES) {
            KpiBasis basis = kpi.compute(with).basis();
            assertThat(total(basis, KpiItem::numerator))
                    .isEqualTo(basis.numerator().orElseThrow());
        }
        Amount writtenOff = usd("0");
        Amount recovered = usd("0");
        for (CustomerLedger customer : ledger.customers()) {
            var movements = WriteOffs.of(customer, period, Instant.MAX);
            writtenOff = writtenOff
                    .add(movements.writtenOff())
                    .subtract(movements.reversed())
                    .add(movements.recovered());
            recovered = recovered.add(movements.recovered());
        }
        assertThat(without.writeOffs()).contains(writtenOff);
        assertThat(without.recoveries()).contains(recovered);
    }

    private static Fraction total(KpiBasis basis, Function<KpiItem, Fraction> part) {
        return basis.items().stream().map(part).reduce(Fraction.ZERO, Fraction::plus);
    }

    /** Acme owes 100.00 since 10 March, and Core, of the same collector, has 40.00 on account since the 20th: where the rule takes that off, 60.00 are 1-30 days late. */
    @Test
    void aCustomerOfWhomThereIsMoneyOnlyIsOfThePart() {
        Ledger ledger = new Books()
                .invoice("Acme", "A", "2026-03-01", "2026-03-10", "100")
                .received("Core", "P", "2026-03-20", "40")
                .ledger();
        AgingRule rule = AgingRule.of(AgingBuckets.days(30)).withOnAccountInBuckets();
        var matrix = new ProvisionMatrix(
                List.of(
                        ProvisionRate.percent("current", "1"),
                        ProvisionRate.percent("1-30", "10"),
                        ProvisionRate.percent("over 30", "50")),
                Rounding.halfUp(2));
        var byCollector = LedgerReadings.of(ledger, AsOf.endOf("2026-03-31")).by(customer -> "Jo");
        assertThat(requireNonNull(byCollector.get("Jo")).aged(rule, matrix).buckets())
                .extracting(bucket -> bucket.open())
                .containsExactly(usd("0"), usd("60"), usd("0"));
    }
}
