package io.quittance.kpi.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.ar.aging.AgingBuckets;
import io.quittance.ar.ledger.Ledger;
import io.quittance.ar.ledger.LedgerEntry;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.EventFigures;
import io.quittance.kpi.collection.CollectionFigures;
import io.quittance.kpi.collection.OriginDso;
import io.quittance.kpi.collection.PaidInvoice;
import io.quittance.kpi.receivable.ReceivableBook;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** One book, posted to a ledger and given as events, has the same figures, whatever the question. */
class ReceivableLawsTest {
    private static final AgingBuckets AGES = AgingBuckets.days(30, 60);

    private static Ledger ledger(List<LedgerEntry> entries) {
        return Ledger.empty("USD").postAll(entries);
    }

    private static AsOf question(List<LedgerEntry> entries, LocalDate date, int known) {
        Instant knownAt =
                known >= entries.size() ? Instant.MAX : entries.get(known).recordedAt();
        return AsOf.of(date, knownAt);
    }

    @Property(tries = 300)
    void aBookHasTheFiguresOfItsLedger(
            @ForAll @Size(max = 40) List<@IntRange(min = 0, max = 1_000_000) Integer> seeds,
            @ForAll @IntRange(min = 31, max = 200) int day,
            @ForAll @IntRange(min = 1, max = 31) int days,
            @ForAll @IntRange(min = 0, max = 60) int known) {
        List<LedgerEntry> entries = BookOfLedger.withoutMistakenCases(Books.any(seeds));
        Ledger ledger = ledger(entries);
        LocalDate date = LocalDate.of(2026, 1, 1).plusDays(day);
        AsOf asOf = question(entries, date, known);
        var period = new ServicePeriod(date.minusDays(days), date);
        var before = new ServicePeriod(date.minusDays(days + 20L), period.start());
        LedgerFigures expected = LedgerFigures.of(ledger, asOf);
        ReceivableReadings readings = ReceivableReadings.of(BookOfLedger.of(ledger), asOf);
        LedgerFigures figures = readings.figures();
        assertThat(figures.of(period, List.of(before))).isEqualTo(expected.of(period, List.of(before)));
        YearMonth last = YearMonth.from(date).minusMonths(1);
        assertThat(figures.monthly(last.minusMonths(1), last)).isEqualTo(expected.monthly(last.minusMonths(1), last));
        assertThat(figures.withItems(period)).isEqualTo(expected.withItems(period));
        LedgerReadings ledgers = LedgerReadings.of(ledger, asOf);
        assertThat(readings.origins(period)).isEqualTo(ledgers.origins(period));
        assertThat(OriginDso.byInvoice().compute(readings.originsWithItems(period)))
                .isEqualTo(OriginDso.byInvoice().compute(ledgers.originsWithItems(period)));
        assertThat(readings.balances()).isEqualTo(ledgers.balances());
        assertThat(readings.migration(period.start(), date, AGES))
                .isEqualTo(ledgers.migration(period.start(), date, AGES));
        assertThat(readings.migrationWithItems(period.start(), date, AGES).percents())
                .isEqualTo(
                        ledgers.migrationWithItems(period.start(), date, AGES).percents());
        assertThat(days(readings.paidInvoices(period))).isEqualTo(days(ledgers.paidInvoices(period)));
        assertThat(days(readings.partPayments(period))).isEqualTo(days(ledgers.partPayments(period)));
        var byCustomer = new TreeMap<String, CollectionFigures>();
        readings.by(customer -> customer)
                .forEach((customer, own) ->
                        byCustomer.put(customer, own.figures().of(period)));
        var expectedByCustomer = new TreeMap<String, CollectionFigures>();
        LedgerFigures.by(ledger, asOf, customer -> customer.value())
                .forEach((customer, own) -> expectedByCustomer.put(customer, own.of(period)));
        assertThat(byCustomer).isEqualTo(expectedByCustomer);
    }

    /** All but when it was recorded: what is taken back after the day of the question is told by a state of its own here. */
    private static Set<PaidInvoice> days(EventFigures<PaidInvoice> figures) {
        return figures.events().stream()
                .map(one -> new PaidInvoice(
                        one.key(),
                        one.customer(),
                        one.documentDate(),
                        one.dueDate(),
                        one.closedOn(),
                        one.byCredit(),
                        one.amount(),
                        one.isPart(),
                        Instant.EPOCH))
                .collect(Collectors.toSet());
    }

    /** What is recorded later, whatever day it is of, changes no answer of before. */
    @Property(tries = 100)
    void laterEventsChangeNothing(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 0, max = 1_000_000) Integer> seeds,
            @ForAll @IntRange(min = 31, max = 150) int day,
            @ForAll @IntRange(min = 0, max = 40) int known) {
        List<LedgerEntry> entries = BookOfLedger.withoutMistakenCases(Books.any(seeds));
        List<LedgerEntry> then = entries.subList(0, Math.min(known + 1, entries.size()));
        LocalDate date = LocalDate.of(2026, 1, 1).plusDays(day);
        AsOf asOf = AsOf.of(
                date, then.isEmpty() ? Books.START : then.get(then.size() - 1).recordedAt());
        var period = new ServicePeriod(date.minusDays(30), date);
        assertThat(of(BookOfLedger.of(ledger(entries)), asOf, period))
                .isEqualTo(of(BookOfLedger.of(ledger(then)), asOf, period));
    }

    private static CollectionFigures of(ReceivableBook book, AsOf asOf, ServicePeriod period) {
        return ReceivableReadings.of(book, asOf).figures().withItems(period);
    }

    /** What is open adds up from the groups, also where money of one group pays what another owes. */
    @Property(tries = 100)
    void groupsAddUpToTheWhole(
            @ForAll @Size(max = 40) List<@IntRange(min = 0, max = 1_000_000) Integer> seeds,
            @ForAll @IntRange(min = 31, max = 150) int day) {
        LocalDate date = LocalDate.of(2026, 1, 1).plusDays(day);
        var period = new ServicePeriod(date.minusDays(30), date);
        ReceivableReadings all = ReceivableReadings.of(
                BookOfLedger.of(ledger(BookOfLedger.withoutMistakenCases(Books.any(seeds)))), AsOf.endOf(date));
        Amount closing = Books.usd("0");
        Amount collected = Books.usd("0");
        for (ReceivableReadings group :
                all.by(customer -> customer.equals("C0") ? "KEY" : "OTHER").values()) {
            CollectionFigures figures = group.figures().of(period);
            closing = closing.add(figures.closingReceivables().orElseThrow());
            collected = collected.add(figures.collected().orElseThrow());
        }
        CollectionFigures whole = all.figures().of(period);
        assertThat(whole.closingReceivables()).contains(closing);
        assertThat(whole.collected()).contains(collected);
    }
}
