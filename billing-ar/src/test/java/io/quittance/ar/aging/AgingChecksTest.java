package io.quittance.ar.aging;

import static io.quittance.ar.Histories.EUR;
import static io.quittance.ar.Histories.START;
import static io.quittance.ar.Samples.A;
import static io.quittance.ar.Samples.B;
import static io.quittance.ar.Samples.dispute;
import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Samples.forged;
import static io.quittance.ar.Samples.id;
import static io.quittance.ar.Samples.item;
import static io.quittance.ar.Samples.payment;
import static io.quittance.ar.Samples.receivable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.OldestDueFirst;
import io.quittance.ar.credit.UnappliedPayment;
import io.quittance.ar.ledger.AccountView;
import io.quittance.ar.ledger.DisputeOpened;
import io.quittance.ar.ledger.Ledger;
import io.quittance.ar.ledger.LedgerEntry;
import io.quittance.ar.ledger.LedgerFact;
import io.quittance.ar.ledger.LedgerView;
import io.quittance.ar.ledger.PaymentAllocated;
import io.quittance.ar.ledger.PaymentReceived;
import io.quittance.ar.ledger.ReceivablePosted;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.core.id.CustomerId;
import io.quittance.core.schedule.AsOf;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What of aging is not made, neither new nor from a stream, as its parts do not belong together. */
class AgingChecksTest {
    private static final LocalDate DATE = LocalDate.parse("2026-06-30");
    private static final AgingRule RULE = AgingRule.of(AgingBuckets.days(30));

    /** The fields of the serial forms, to be written as if they were these. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Columns(int columns, long... sums) implements Serializable {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Items(String currencyCode, int columns, CustomerId[] customers, long[] sums)
            implements Serializable {}

    private record Report(LedgerView view, AgingRule rule, TreeMap<CustomerId, List<UnappliedPayment>> payments)
            implements Serializable {}

    private static Object read(Serializable fake, Class<?> of) throws Exception {
        return forged(fake, Class.forName(of.getName() + "$Proxy"));
    }

    private static void refused(String message, ThrowingCallable call) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }

    private static Ledger ledger(LedgerFact... facts) {
        Ledger ledger = Ledger.empty(EUR);
        for (int i = 0; i < facts.length; i++) {
            ledger = ledger.post(LedgerEntry.of("K" + i, facts[i], START)).ledger();
        }
        return ledger;
    }

    @Test
    void columnsAreCheckedOnTheWayBackIn() throws Exception {
        assertThat(read(new Columns(2, 5, 6, 0, 1), AgedColumns.class))
                .isInstanceOfSatisfying(AgedColumns.class, read -> {
                    assertThat(read.customerCount()).isEqualTo(2);
                    assertThat(read.sum(0, 0)).isEqualTo(5);
                    assertThat(read.unaged(1)).isEqualTo(1);
                });
        refused(
                "columns must be more than 1 and divide the sums, but was 1",
                () -> read(new Columns(1, 5), AgedColumns.class));
        refused(
                "columns must be more than 1 and divide the sums, but was 0",
                () -> read(new Columns(0), AgedColumns.class));
        refused(
                "columns must be more than 1 and divide the sums, but was 2",
                () -> read(new Columns(2, 5, 6, 7), AgedColumns.class));
        refused("sums[1] must be 0 or more, but was -1", () -> read(new Columns(2, 5, -1), AgedColumns.class));
    }

    @Test
    void sumsOfItemsAreCheckedOnTheWayBackIn() throws Exception {
        CustomerId[] both = {A, B};
        assertThat(read(new Items("EUR", 3, both, new long[] {1, 2, 3, 4, 5, 0}), AgedItems.class))
                .isInstanceOfSatisfying(AgedItems.class, read -> {
                    assertThat(read.sum(A, 0)).isEqualTo(eur("0.01"));
                    assertThat(read.unaged(A)).isEqualTo(eur("0.02"));
                    assertThat(read.disputed(A)).isEqualTo(eur("0.03"));
                    assertThat(read.sum(B, 0)).isEqualTo(eur("0.04"));
                    assertThat(read.unaged(B)).isEqualTo(eur("0.05"));
                });
        refused(
                "columns must be more than 2, but was 2",
                () -> read(new Items("EUR", 2, both, new long[4]), AgedItems.class));
        refused(
                "sums must be 3 for each customer, but was 5",
                () -> read(new Items("EUR", 3, both, new long[5]), AgedItems.class));
        refused(
                "sums must be 3 for each customer, but was 9",
                () -> read(new Items("EUR", 3, both, new long[9]), AgedItems.class));
        refused(
                "customers must be given once each, but was A",
                () -> read(new Items("EUR", 3, new CustomerId[] {A, A}, new long[6]), AgedItems.class));
        refused(
                "sums must be 0 or more, but was -1",
                () -> read(new Items("EUR", 3, both, new long[] {0, 0, 0, 0, 0, -1}), AgedItems.class));
    }

    /** 5.00 on account that the report would take off the buckets, but were not written with it. */
    @Test
    void aReportAddsUpToTheLedgerOnTheWayBackIn() throws Exception {
        Payment ahead = payment("P1", "2026-06-01", "5");
        LedgerView view = ledger(new ReceivablePosted(receivable("R1", "2026-06-15", "9")), new PaymentReceived(ahead))
                .asOf(DATE);
        AgingRule within = RULE.withOnAccountInBuckets();
        var payments = new TreeMap<CustomerId, List<UnappliedPayment>>();
        refused(
                "report must add up to the balance of the ledger, EUR 4.00, but was EUR 9.00",
                () -> read(new Report(view, within, payments), AgingReport.class));
        payments.put(A, List.of(UnappliedPayment.of(ahead)));
        assertThat(read(new Report(view, within, payments), AgingReport.class))
                .isInstanceOfSatisfying(
                        AgingReport.class,
                        read -> assertThat(read.total().balance()).isEqualTo(eur("4")));
    }

    /** 60.00 that are 10 days late, and 40.00 on account that are 50 days old. */
    @Test
    void aRowOfAnAccountTakesOffWhatTheAccountHas() {
        var account = new AccountView(A, List.of(item("R1", "2026-06-20", "60")), eur("40"));
        var money = UnappliedPayment.of(payment("P1", "2026-05-11", "40"));
        AgingRow row = AgingRow.of(account, List.of(), RULE, DATE);
        assertThat(row.buckets()).extracting(AgedAmount::amount).containsExactly(eur("0"), eur("60"), eur("0"));
        assertThat(row.onAccount()).isEqualTo(eur("40"));
        AgingRule within = RULE.withOnAccountInBuckets();
        AgingRow netted = AgingRow.of(account, List.of(money), within, DATE);
        assertThat(netted.buckets()).extracting(AgedAmount::amount).containsExactly(eur("0"), eur("60"), eur("-40"));
        assertThat(netted.balance()).isEqualTo(row.balance()).isEqualTo(eur("20"));
        refused(
                "unapplied must be what the account has on account, EUR 40.00, but was []",
                () -> AgingRow.of(account, List.of(), within, DATE));
        AgingRow later = AgingRow.of(account, List.of(), RULE.agedOn(DATE.plusDays(21)), DATE);
        assertThat(later.buckets()).extracting(AgedAmount::amount).containsExactly(eur("0"), eur("0"), eur("60"));
    }

    @Test
    void aCustomerOfWhomNothingIsOpenHasNoRow() {
        Payment all = payment("P1", "2026-06-01", "9");
        Receivable debt = receivable("R1", "2026-06-15", "9");
        var allocation = Allocation.of(all, List.of(OpenItem.of(debt)), new OldestDueFirst());
        Ledger ledger = ledger(
                new ReceivablePosted(debt),
                new PaymentReceived(all),
                new PaymentAllocated(allocation, DATE),
                new PaymentReceived(Payment.of(payment("P2", "2026-06-02", "1").id(), B, DATE, eur("1"))));
        assertThat(AgingReport.of(ledger.asOf(DATE), RULE).customers()).containsOnlyKeys(B);
        assertThat(AgingReport.of(ledger.asOf(DATE.minusDays(1)), RULE).customers())
                .containsOnlyKeys(A);
        assertThat(AgingReport.of(ledger.asOf(DATE), RULE).by(customer -> "all").keySet())
                .containsExactly("all");
    }

    /** All of 4.00 is contested: with what is contested in the buckets, the item stands in its own, and nowhere else. */
    @Test
    void anItemOfWhichAllIsContestedStandsInItsBucket() {
        LedgerView view = ledger(
                        new ReceivablePosted(receivable("R1", "2026-06-15", "4")),
                        new DisputeOpened(A, dispute("R1", "4"), DATE))
                .asOf(DATE);
        AgingRow row = AgingReport.of(view, RULE.withDisputedInBuckets()).total();
        assertThat(row.buckets()).extracting(AgedAmount::count).containsExactly(0, 1, 0);
        assertThat(row.buckets().get(1).amount()).isEqualTo(eur("4"));
        assertThat(row.disputed().count()).isZero();
        AgingRow apart = AgingReport.of(view, RULE).total();
        assertThat(apart.buckets()).extracting(AgedAmount::count).containsExactly(0, 0, 0);
        assertThat(apart.disputed().amount()).isEqualTo(eur("4"));
    }

    /** A translation finds its words by the key, which is another for each base and unit. */
    @Test
    void eachBaseAndUnitHasItsKey() {
        LedgerView view = ledger(new ReceivablePosted(receivable("R1", "2026-06-15", "4")))
                .asOf(DATE);
        assertThat(List.of(
                        RULE, RULE.inMonths(), RULE.by(AgingBase.DOCUMENT_DATE).inMonths()))
                .extracting(rule -> AgingReport.of(view, rule).total())
                .extracting(row -> row.buckets().get(0).explanation().key() + " "
                        + row.unaged().explanation().key())
                .containsExactly(
                        "aging.due-date aging.due-date.no-bucket",
                        "aging.due-date.months aging.due-date.months.no-bucket",
                        "aging.document-date.months aging.document-date.months.no-bucket");
    }

    @Test
    void periodsAndPostDatedAmountsAreNotNegative() {
        refused(
                "periods[0] must be 0 or more, but was EUR -1.00",
                () -> BalanceForward.of(List.of(eur("-1"), eur("0"))));
        OpenItem open = OpenItem.of(Receivable.of(id("R1"), A, DATE, DATE, eur("5")));
        refused(
                "later must be 0 or more and at most EUR 5.00, which is open, but was EUR -0.01",
                () -> new PostDated(open, eur("-0.01")));
        assertThat(new PostDated(open, eur("5")).remaining()).isEqualTo(eur("0"));
        assertThat(ledger().customer(A).asOf(AsOf.endOf(DATE)).openItems()).isEmpty();
    }
}
