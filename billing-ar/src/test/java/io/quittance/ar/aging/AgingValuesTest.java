package io.quittance.ar.aging;

import static io.quittance.ar.Histories.EUR;
import static io.quittance.ar.Histories.START;
import static io.quittance.ar.Histories.USD;
import static io.quittance.ar.Samples.A;
import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Samples.item;
import static io.quittance.ar.Samples.payment;
import static io.quittance.ar.Samples.receivable;
import static io.quittance.ar.Values.areApart;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.ar.aging.AgedAmount.Part;
import io.quittance.ar.credit.UnappliedPayment;
import io.quittance.ar.ledger.Ledger;
import io.quittance.ar.ledger.LedgerEntry;
import io.quittance.ar.ledger.PaymentReceived;
import io.quittance.ar.ledger.ReceivablePosted;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.core.explain.Explanation;
import io.quittance.core.id.CustomerId;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.AsOf;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import javax.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

/** Rules, reports and sums are equal if, and only if, all of their parts are. */
class AgingValuesTest {
    private static final LocalDate DATE = LocalDate.parse("2026-06-30");
    private static final AgingBuckets THREE = AgingBuckets.days(30);
    private static final AgingBuckets ONE = AgingBuckets.completing(List.of(new AgingBucket("late", 1, 60)));
    private static final AgingRule RULE = AgingRule.of(THREE);

    private static Ledger ledger(String debt, String paid) {
        return Ledger.empty(EUR)
                .postAll(List.of(
                        LedgerEntry.of("K1", new ReceivablePosted(receivable("R1", "2026-05-31", debt)), START),
                        LedgerEntry.of("K2", new PaymentReceived(payment("P1", paid, "5")), START)));
    }

    @Test
    void bucketsAndRules() throws Exception {
        areApart(THREE, AgingBuckets.days(31), ONE);
        areApart(
                RULE,
                AgingRule.of(ONE),
                RULE.by(AgingBase.DOCUMENT_DATE),
                RULE.inMonths(),
                RULE.agedOn(DATE),
                RULE.agedOn(DATE.plusDays(1)),
                RULE.withDisputedInBuckets(),
                RULE.withOnAccountInBuckets());
        assertThat(RULE.inMonths().agedOn(DATE))
                .hasToString("[current, 1-30, over 30] by months past the due date on 2026-06-30");
        areApart(BulkAging.of(RULE, DATE), BulkAging.of(RULE.inMonths(), DATE), BulkAging.of(RULE, DATE.plusDays(1)));
        assertThat(BulkAging.of(RULE, DATE))
                .hasToString("aging into [current, 1-30, over 30] by days past the due date at 2026-06-30");
        assertThat(ColumnAging.of(THREE)).hasToString("aging into [current, 1-30, over 30]");
    }

    /** From November 2024 to April 2026 are 17 months, on whichever day of them. */
    @Test
    void monthsAreCountedAcrossYears() {
        OpenItem item = item("R1", "2024-11-30", "1");
        assertThat(RULE.inMonths().age(item, LocalDate.parse("2026-04-01"))).isEqualTo(17);
        assertThat(RULE.inMonths().age(item, LocalDate.parse("2024-01-31"))).isEqualTo(-10);
    }

    @Test
    void amounts() throws Exception {
        Explanation why = Explanation.of("test.why", "because");
        List<OpenItem> items = List.of(item("R1", "2026-05-31", "9"));
        List<OpenItem> others = List.of(item("R2", "2026-05-31", "9"));
        List<UnappliedPayment> payments = List.of(UnappliedPayment.of(payment("P1", "2026-05-31", "2")));
        List<UnappliedPayment> more = List.of(UnappliedPayment.of(payment("P2", "2026-05-31", "2")));
        areApart(
                AgedAmount.of(EUR, Part.OPEN, items, payments, why),
                AgedAmount.of(EUR, Part.UNDISPUTED, items, payments, why),
                AgedAmount.of(EUR, Part.OPEN, others, payments, why),
                AgedAmount.of(EUR, Part.OPEN, items, more, why),
                AgedAmount.of(EUR, Part.OPEN, items, List.of(), why),
                AgedAmount.of(EUR, Part.OPEN, items, payments, Explanation.of("test.why", "as it is")));
        areApart(AgedAmount.of(EUR, List.of(), why), AgedAmount.of(USD, List.of(), why));
    }

    /** Of 9.00, 4.00 are contested: of all that is open 4.00 are, of the 5.00 that nobody contests none. */
    @Test
    void tellsWhatIsContestedOfAPart() {
        Explanation why = Explanation.of("test.why", "because");
        var items = List.of(
                OpenItem.of(receivable("R1", "2026-05-31", "9"), eur("9"), eur("4")), item("R2", "2026-06-01", "1"));
        assertThat(List.of(Part.values()))
                .extracting(part -> AgedAmount.of(EUR, part, items, List.of(), why))
                .extracting(aged -> aged.amount() + " of which " + aged.disputed())
                .containsExactly(
                        "EUR 10.00 of which EUR 4.00", "EUR 6.00 of which EUR 0.00", "EUR 4.00 of which EUR 4.00");
    }

    @Test
    void reports() throws Exception {
        AsOf june = AsOf.endOf(DATE);
        AgingRule within = RULE.withOnAccountInBuckets();
        areApart(
                AgingReport.of(ledger("9", "2026-04-15"), june, RULE),
                AgingReport.of(ledger("8", "2026-04-15"), june, RULE),
                AgingReport.of(ledger("9", "2026-04-15"), AsOf.endOf(DATE.plusDays(1)), RULE),
                AgingReport.of(ledger("9", "2026-04-15"), june, RULE.inMonths()),
                AgingReport.of(ledger("9", "2026-04-15"), june, within),
                AgingReport.of(ledger("9", "2026-05-15"), june, within));
        Ledger ledger = ledger("9", "2026-04-15");
        assertThat(AgingReport.of(ledger, june, RULE)).isEqualTo(AgingReport.of(ledger.asOf(june), RULE));
    }

    private static AgedItems items(AgingBuckets buckets, CurrencyUnit currency, OpenItem... items) {
        return BulkAging.of(AgingRule.of(buckets), DATE).age(currency, Stream.of(items));
    }

    @Test
    void sumsOfItems() throws Exception {
        OpenItem late = item("R1", "2026-05-31", "9");
        Receivable ofOther =
                Receivable.of(late.id(), CustomerId.of("Z"), late.documentDate(), late.dueDate(), late.open());
        areApart(
                items(THREE, EUR, late),
                items(ONE, EUR, late),
                items(THREE, EUR, late, late),
                items(THREE, EUR, OpenItem.of(ofOther)),
                items(THREE, EUR, late, OpenItem.of(ofOther)));
        areApart(items(THREE, EUR), items(ONE, EUR), items(THREE, USD));
        assertThat(items(THREE, EUR, late, OpenItem.of(ofOther))).hasToString("2 customers, 3 buckets");
        assertThat(items(ONE, EUR).bucketCount()).isEqualTo(1);
        assertThat(items(ONE, EUR).sum(A, 0)).isEqualTo(Amount.of("0", "EUR"));
    }

    private static AgedColumns columns(AgingBuckets buckets, int customers, long... open) {
        return ColumnAging.of(buckets)
                .age(customers, new int[open.length], new int[open.length], open, (int) DATE.toEpochDay());
    }

    /** Eight sums of 0 are those of two customers in three buckets and none, or of four in one and none. */
    @Test
    void sumsOfColumns() throws Exception {
        areApart(columns(THREE, 2), columns(ONE, 4), columns(THREE, 2, 7), columns(THREE, 2, 8));
        assertThat(columns(ONE, 4)).hasToString("4 customers, 1 buckets");
    }
}
