package io.quittance.ar.aging;

import static io.quittance.ar.Histories.EUR;
import static io.quittance.ar.Histories.FIRST_DAY;
import static io.quittance.ar.Samples.A;
import static io.quittance.ar.Samples.B;
import static io.quittance.ar.Samples.copy;
import static io.quittance.ar.Samples.dispute;
import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Samples.id;
import static io.quittance.ar.Samples.receivable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.ar.Histories;
import io.quittance.ar.ledger.DisputeOpened;
import io.quittance.ar.ledger.Ledger;
import io.quittance.ar.ledger.LedgerEntry;
import io.quittance.ar.ledger.LedgerFact;
import io.quittance.ar.ledger.LedgerView;
import io.quittance.ar.ledger.PaymentReceived;
import io.quittance.ar.ledger.ReceivablePosted;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableType;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.AsOf;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Ages from other days, on other days, in other units and groups; ar.md 4.13 and 4.14. */
class AgingRuleTest {
    private static final LocalDate DATE = LocalDate.parse("2026-06-30");
    private static final AgingRule USUAL = AgingRule.of(AgingBuckets.days(30, 60, 90));
    /** 100.00 of 1 May, due on 31 May: 60 days old, 30 days late; of which 40.00 are contested. */
    private static final Receivable DEBT = receivable("R1", "2026-05-31", "100");

    private static Ledger ledger(LedgerFact... facts) {
        var entries = new ArrayList<LedgerEntry>();
        for (LedgerFact fact : facts) {
            entries.add(LedgerEntry.of("K" + entries.size(), fact, Histories.START));
        }
        return Ledger.empty(EUR).postAll(entries);
    }

    private static Ledger sample() {
        return ledger(
                new ReceivablePosted(DEBT),
                new DisputeOpened(A, dispute("R1", "40"), LocalDate.parse("2026-06-10")),
                new PaymentReceived(Payment.of(PaymentId.of("P1"), A, LocalDate.parse("2026-04-15"), eur("5"))));
    }

    /** The amounts of the buckets, what is contested and what is on account. */
    private static List<Amount> columns(AgingReport report) {
        var columns = new ArrayList<Amount>();
        report.total().buckets().forEach(bucket -> columns.add(bucket.amount()));
        columns.add(report.total().disputed().amount());
        columns.add(report.total().onAccount());
        return columns;
    }

    private static List<Amount> euros(String... amounts) {
        return List.of(amounts).stream().map(amount -> eur(amount)).toList();
    }

    @Test
    void whatIsContestedStandsInItsOwnColumn() {
        AgingReport report = AgingReport.of(sample().asOf(DATE), USUAL);
        assertThat(columns(report)).isEqualTo(euros("0", "60", "0", "0", "0", "40", "5"));
        assertThat(report.total().balance()).isEqualTo(eur("95"));
        assertThat(report.total().open().count()).isEqualTo(1);
        assertThat(report.total().open().amount()).isEqualTo(eur("100"));
        AgingReport within = AgingReport.of(sample().asOf(DATE), USUAL.withDisputedInBuckets());
        assertThat(columns(within)).isEqualTo(euros("0", "100", "0", "0", "0", "0", "5"));
        assertThat(within.total().buckets().get(1).disputed()).isEqualTo(eur("40"));
    }

    @Test
    void agesFromTheDocument() {
        AgingReport report = AgingReport.of(sample().asOf(DATE), USUAL.by(AgingBase.DOCUMENT_DATE));
        assertThat(columns(report)).isEqualTo(euros("0", "0", "60", "0", "0", "40", "5"));
        assertThat(report.total().buckets().get(2).explanation())
                .hasToString("31-60: by whole days past the document date on 2026-06-30");
        assertThat(report)
                .hasToString("aging at 2026-06-30 by [current, 1-30, 31-60, 61-90, over 90] by days past the"
                        + " document date: EUR 95.00");
    }

    /** What was open at the end of May, by its age a month later; nothing was contested in May. */
    @Test
    void agesOnAnotherDayThanThatOfTheBalance() {
        LedgerView may = sample().asOf("2026-05-31");
        assertThat(columns(AgingReport.of(may, USUAL))).isEqualTo(euros("100", "0", "0", "0", "0", "0", "5"));
        AgingReport report = AgingReport.of(may, USUAL.agedOn(DATE));
        assertThat(columns(report)).isEqualTo(euros("0", "100", "0", "0", "0", "0", "5"));
        assertThat(report.day()).isEqualTo(DATE);
        assertThat(report.asOf()).isEqualTo(AsOf.endOf("2026-05-31"));
    }

    /** Interest of the first instalment is due later than the instalment, and ages with it. */
    @Test
    void partsAgeOneByOneOrWithTheirItem() {
        Receivable first = receivable("R1", "2026-04-30", "50");
        Receivable second = receivable("R2", "2026-06-15", "50").partOf(first);
        Receivable interest = receivable("R3", "2026-06-20", "7")
                .withType(ReceivableType.INTEREST)
                .partOf(first);
        LedgerView view = ledger(
                        new ReceivablePosted(first), new ReceivablePosted(second), new ReceivablePosted(interest))
                .asOf(DATE);
        assertThat(columns(AgingReport.of(view, USUAL))).isEqualTo(euros("0", "57", "0", "50", "0", "0", "0"));
        assertThat(columns(AgingReport.of(view, USUAL.by(AgingBase.ITEM_DUE_DATE))))
                .isEqualTo(euros("0", "0", "0", "107", "0", "0", "0"));
        assertThat(AgingReport.of(view, USUAL).byItem(item -> item.type()).keySet())
                .containsExactly(ReceivableType.PRINCIPAL, ReceivableType.INTEREST);
        assertThat(AgingReport.of(view, USUAL).byItem(OpenItem::type).values())
                .extracting(AgingRow::balance)
                .containsExactly(eur("100"), eur("7"));
    }

    /** 5.00 of April that stand on account are two months old on the last of June. */
    @Test
    void agesByMonthWithMoneyOnAccountInItsOwnAge() {
        AgingRule months = AgingRule.of(AgingBuckets.of(List.of(
                        new AgingBucket("this", Long.MIN_VALUE, 0),
                        new AgingBucket("last", 1, 1),
                        new AgingBucket("before", 2, Long.MAX_VALUE))))
                .by(AgingBase.DOCUMENT_DATE)
                .inMonths()
                .withOnAccountInBuckets();
        AgingReport report = AgingReport.of(sample(), AsOf.endOf(DATE), months);
        assertThat(columns(report)).isEqualTo(euros("0", "60", "-5", "40", "0"));
        assertThat(report.total().balance()).isEqualTo(eur("95"));
        assertThat(report.total().buckets().get(2).payments())
                .extracting(payment -> payment.payment().id())
                .containsExactly(PaymentId.of("P1"));
        assertThat(report.total().buckets().get(1).explanation())
                .hasToString("last: by calendar months past the document date on 2026-06-30");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AgingReport.of(sample().asOf(DATE), months))
                .withMessageStartingWith(
                        "rule must leave money on account in its own column, unless the ledger is given");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> report.byItem(OpenItem::type))
                .withMessageStartingWith("rule must leave money on account in its own column, as it is of no item");
    }

    @Test
    void groupsCustomersAsTheHostDoes() {
        Receivable other =
                Receivable.of(id("R9"), B, LocalDate.parse("2026-06-01"), LocalDate.parse("2026-07-01"), eur("8"));
        AgingReport report = AgingReport.of(
                ledger(new ReceivablePosted(DEBT), new ReceivablePosted(other)).asOf(DATE), USUAL);
        assertThat(report.by(customer -> customer.equals(A) ? "north" : "south").keySet())
                .containsExactly("north", "south");
        assertThat(report.by(customer -> "all").get("all")).isEqualTo(report.total());
    }

    @Test
    void isAValueThatCanBeStored() throws Exception {
        AgingRule rule =
                USUAL.by(AgingBase.DOCUMENT_DATE).inMonths().agedOn(DATE).withDisputedInBuckets();
        assertThat(copy(rule)).isEqualTo(rule).hasSameHashCodeAs(rule).hasToString(rule.toString());
        assertThat(rule).isNotEqualTo(USUAL);
        AgingReport report = AgingReport.of(sample(), AsOf.endOf(DATE), USUAL.withOnAccountInBuckets());
        assertThat(copy(report)).isEqualTo(report).hasSameHashCodeAs(report);
        assertThat(copy(report).total()).isEqualTo(report.total());
    }

    /** ar.md 7, law 18: for every set of buckets, every base and every pair of dates. */
    @Property
    void theColumnsAreTheBalance(
            @ForAll("histories") List<LedgerEntry> entries,
            @ForAll @IntRange(min = -1, max = 200) int days,
            @ForAll @IntRange(min = -50, max = 200) int ahead,
            @ForAll AgingBase base,
            @ForAll("buckets") AgingBuckets buckets) {
        Ledger ledger = Ledger.empty(EUR).postAll(entries);
        AsOf asOf = AsOf.endOf(FIRST_DAY.plusDays(days));
        AgingRule rule = AgingRule.of(buckets).by(base).agedOn(FIRST_DAY.plusDays(days + (long) ahead));
        LedgerView view = ledger.asOf(asOf);
        AgingReport report = AgingReport.of(ledger, asOf, rule);
        AgingReport netted = AgingReport.of(ledger, asOf, rule.withOnAccountInBuckets());
        for (AgingReport one : List.of(report, netted, AgingReport.of(view, rule.withDisputedInBuckets()))) {
            Amount sum = columns(one).stream().reduce(eur("0"), Amount::add);
            assertThat(sum.subtract(one.total().onAccount().multiply(2))).isEqualTo(view.balance());
            Amount ofGroups = one.by(customer -> customer.value().length() % 2).values().stream()
                    .map(AgingRow::balance)
                    .reduce(eur("0"), Amount::add);
            assertThat(ofGroups).isEqualTo(view.balance());
        }
        Amount ofItems = report.byItem(item -> item.documentDate().getMonthValue()).values().stream()
                .map(AgingRow::balance)
                .reduce(eur("0"), Amount::add);
        assertThat(ofItems.subtract(view.onAccount())).isEqualTo(view.balance());
    }

    /** The bulk doors say the same to the cent. */
    @Property
    void theBulkDoorsAgree(
            @ForAll("histories") List<LedgerEntry> entries,
            @ForAll @IntRange(min = -1, max = 200) int days,
            @ForAll("buckets") AgingBuckets buckets) {
        LocalDate day = FIRST_DAY.plusDays(days);
        LedgerView view = Ledger.empty(EUR).postAll(entries).asOf(day);
        AgingReport report = AgingReport.of(view, buckets);
        List<OpenItem> items = view.accounts().stream()
                .flatMap(account -> account.openItems().stream())
                .toList();
        AgedItems sums = BulkAging.of(AgingRule.of(buckets), day).age(EUR, items.stream());
        int count = view.accounts().size();
        int[] customers = new int[items.size()];
        int[] dueDays = new int[items.size()];
        long[] open = new long[items.size()];
        for (int i = 0; i < customers.length; i++) {
            OpenItem item = items.get(i);
            for (int j = 0; j < count; j++) {
                customers[i] = view.accounts().get(j).customer().equals(item.customer()) ? j : customers[i];
            }
            dueDays[i] = (int) item.dueDate().toEpochDay();
            open[i] = item.undisputed().toUnscaledLong(2);
        }
        AgedColumns columns = ColumnAging.of(buckets).age(count, customers, dueDays, open, (int) day.toEpochDay());
        for (int j = 0; j < count; j++) {
            AgingRow row = report.customers().get(view.accounts().get(j).customer());
            for (int bucket = 0; bucket < buckets.buckets().size(); bucket++) {
                Amount expected =
                        row == null ? eur("0") : row.buckets().get(bucket).amount();
                assertThat(sums.sum(view.accounts().get(j).customer(), bucket)).isEqualTo(expected);
                assertThat(Amount.ofMinor(columns.sum(j, bucket), EUR)).isEqualTo(expected);
            }
            assertThat(sums.disputed(view.accounts().get(j).customer()))
                    .isEqualTo(row == null ? eur("0") : row.disputed().amount());
        }
    }

    @Provide
    Arbitrary<List<LedgerEntry>> histories() {
        return Histories.histories();
    }

    @Provide
    Arbitrary<AgingBuckets> buckets() {
        return Arbitraries.integers()
                .between(1, 200)
                .set()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(days -> AgingBuckets.days(
                        new TreeSet<>(days).stream().mapToInt(Integer::intValue).toArray()));
    }
}
