package io.quittance.ar.statement;

import static io.quittance.ar.Samples.A;
import static io.quittance.ar.Samples.B;
import static io.quittance.ar.Samples.copy;
import static io.quittance.ar.Samples.dispute;
import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Samples.id;
import static io.quittance.ar.Samples.item;
import static io.quittance.ar.Samples.payment;
import static io.quittance.ar.Samples.receivable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.ar.aging.AgedAmount;
import io.quittance.ar.aging.AgingBuckets;
import io.quittance.ar.aging.AgingRow;
import io.quittance.ar.aging.AgingRule;
import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.AllocationLine;
import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.credit.UnappliedPayment;
import io.quittance.ar.ledger.AccountView;
import io.quittance.ar.ledger.CustomerLedger;
import io.quittance.ar.ledger.DisputeOpened;
import io.quittance.ar.ledger.LedgerEntry;
import io.quittance.ar.ledger.LedgerFact;
import io.quittance.ar.ledger.PaymentAllocated;
import io.quittance.ar.ledger.PaymentReceived;
import io.quittance.ar.ledger.ReceivablePosted;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.ReceivableType;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.explain.Explanation;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.AsOf;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenItemStatementTest {
    private static final Instant NOW = Instant.parse("2026-04-01T09:00:00Z");
    private static final AsOf MARCH = AsOf.of("2026-03-31", "2026-04-01T09:00:00Z");
    private static final Payment MONEY = payment("P1", "2026-03-20", "50");

    /**
     * R1 of 100.00 due on 10 March, of which 30.00 are paid and 20.00 contested; R2 of 50.00 due on the day of the statement; R3 of 80.00 due after
     * it; 20.00 of P1 on account.
     */
    private static CustomerLedger sample() {
        CustomerLedger ledger = CustomerLedger.empty(A, eur("0").getCurrency());
        ledger = posted(ledger, new ReceivablePosted(receivable("R3", "2026-04-10", "80")));
        ledger = posted(ledger, new ReceivablePosted(receivable("R1", "2026-03-10", "100")));
        ledger = posted(ledger, new ReceivablePosted(receivable("R2", "2026-03-31", "50")));
        ledger = posted(ledger, new PaymentReceived(MONEY));
        Allocation allocation = Allocation.of(
                AllocationRequest.of(MONEY, List.of(item("R1", "2026-03-10", "100"))),
                asked -> List.of(AllocationLine.of(id("R1"), eur("30"), Explanation.of("test.why", "because"))));
        ledger = posted(ledger, new PaymentAllocated(allocation, LocalDate.parse("2026-03-21")));
        return posted(ledger, new DisputeOpened(A, dispute("R1", "20"), LocalDate.parse("2026-03-22")));
    }

    private static CustomerLedger posted(CustomerLedger ledger, LedgerFact fact) {
        return ledger.post(LedgerEntry.of("e" + ledger.version(), fact, NOW)).ledger();
    }

    @Test
    void listsWhatIsOpenWithWhatItWas() {
        OpenItemStatement statement = OpenItemStatement.of(sample(), MARCH);
        assertThat(statement.items()).extracting(StatementItem::id).containsExactly(id("R1"), id("R2"), id("R3"));
        StatementItem first = statement.items().get(0);
        assertThat(first.original()).isEqualTo(eur("100"));
        assertThat(first.applied()).isEqualTo(eur("30"));
        assertThat(first.disputed()).isEqualTo(eur("20"));
        assertThat(first.rest()).isEqualTo(eur("70"));
        assertThat(first.dueDate()).isEqualTo(LocalDate.parse("2026-03-10"));
        assertThat(first.explanation()).hasToString("invoice R1, due 2026-03-10");
        assertThat(statement.items()).extracting(StatementItem::daysPastDue).containsExactly(21L, 0L, -10L);
        assertThat(statement.items()).extracting(StatementItem::isDue).containsExactly(true, true, false);
        assertThat(statement.unapplied()).extracting(UnappliedPayment::left).containsExactly(eur("20"));
    }

    /** 70.00 + 50.00 + 80.00 - 20.00 = 180.00; due 120.00, of which 20.00 are contested: 120.00 - 20.00 - 20.00 = 80.00 are to be paid. */
    @Test
    void closesWithOpenItemsLessMoneyOnAccount() {
        OpenItemStatement statement = OpenItemStatement.of(sample(), MARCH);
        assertThat(statement.open()).isEqualTo(eur("200"));
        assertThat(statement.onAccount()).isEqualTo(eur("20"));
        assertThat(statement.closing()).isEqualTo(eur("180"));
        assertThat(statement.due()).isEqualTo(eur("120"));
        assertThat(statement.disputed()).isEqualTo(eur("20"));
        assertThat(statement.toPay()).isEqualTo(eur("80"));
        assertThat(statement.customer()).isEqualTo(A);
        assertThat(statement.date()).isEqualTo(LocalDate.parse("2026-03-31"));
        assertThat(statement.currency().getCurrencyCode()).isEqualTo("EUR");
        assertThat(statement)
                .hasToString("open items of customer A at 2026-03-31, known at 2026-04-01T09:00:00Z: EUR 180.00");
    }

    @Test
    void nothingIsToBePaidWhereMoreIsOnAccount() {
        CustomerLedger ledger = posted(sample(), new PaymentReceived(payment("P2", "2026-03-25", "500")));
        OpenItemStatement statement = OpenItemStatement.of(ledger, MARCH);
        assertThat(statement.toPay()).isEqualTo(eur("0"));
        assertThat(statement.closing()).isEqualTo(eur("-320"));
    }

    /** Both axes: nothing that took effect later, and nothing that was recorded later. */
    @Test
    void isOfOneDayAsKnownAtOneInstant() {
        CustomerLedger ledger = sample();
        assertThat(OpenItemStatement.of(ledger, LocalDate.parse("2026-03-19")).closing())
                .isEqualTo(eur("230"));
        assertThat(OpenItemStatement.of(ledger, AsOf.of("2026-03-31", "2026-04-01T08:59:59Z"))
                        .items())
                .isEmpty();
    }

    @Test
    void agesTheOpenItems() {
        OpenItemStatement statement = OpenItemStatement.of(sample(), MARCH);
        AgingRow row = statement.aging(AgingBuckets.days(30, 60));
        assertThat(row.buckets())
                .extracting(AgedAmount::amount)
                .containsExactly(eur("130"), eur("50"), eur("0"), eur("0"));
        assertThat(row.disputed().amount()).isEqualTo(eur("20"));
        assertThat(row.onAccount()).isEqualTo(eur("20"));
        assertThat(row.balance()).isEqualTo(statement.closing());
        AgingRow later = statement.aging(
                AgingRule.of(AgingBuckets.days(30, 60)).withOnAccountInBuckets().agedOn(LocalDate.parse("2026-04-10")));
        assertThat(later.buckets())
                .extracting(AgedAmount::amount)
                .containsExactly(eur("80"), eur("30"), eur("50"), eur("0"));
        assertThat(later.balance()).isEqualTo(statement.closing());
    }

    @Test
    void anAccountIsAgedWithThePaymentsThatItHas() {
        AccountView account = sample().asOf(MARCH);
        AgingRule rule = AgingRule.of(AgingBuckets.days(30)).withOnAccountInBuckets();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AgingRow.of(account, List.of(), rule, MARCH.date()))
                .withMessageStartingWith("unapplied must be what the account has on account, EUR 20.00, but was");
    }

    /** A folded ledger still knows what is open. */
    @Test
    void isMadeOfASnapshotToo() {
        CustomerLedger folded = CustomerLedger.of(sample().snapshot(MARCH.date()));
        assertThat(OpenItemStatement.of(folded, MARCH)).isEqualTo(OpenItemStatement.of(sample(), MARCH));
    }

    @Test
    void interestAndFeesAreCalledByTheirName() {
        var fee = OpenItem.of(receivable("F1", "2026-03-10", "5").withType(ReceivableType.FEE));
        assertThat(new StatementItem(fee, MARCH.date()).explanation()).hasToString("fee F1, due 2026-03-10");
    }

    @Test
    void refusesWhatDoesNotBelongTogether() {
        UnappliedPayment twenty = UnappliedPayment.of(payment("P1", "2026-03-20", "20"));
        OpenItem item = item("R1", "2026-03-10", "100");
        var account = new AccountView(A, List.of(item), eur("20"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OpenItemStatement(MARCH, account, List.of()))
                .withMessage("unapplied must add up to EUR 20.00, which is on account, but was EUR 0.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OpenItemStatement(MARCH, account, List.of(twenty, twenty)))
                .withMessage("unapplied[1].id must not repeat, but was P1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OpenItemStatement(AsOf.endOf("2026-03-19"), account, List.of(twenty)))
                .withMessage("unapplied[0].valueDate must not be after 2026-03-19, which it is of, but was 2026-03-20");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OpenItemStatement(AsOf.endOf("2026-02-01"), account, List.of(twenty)))
                .withMessage("account.openItems[0].documentDate must not be after 2026-02-01, which it is of,"
                        + " but was 2026-02-08");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OpenItemStatement(
                        MARCH, new AccountView(A, List.of(item, item), eur("20")), List.of(twenty)))
                .withMessage("account.openItems[1].id must not repeat, but was R1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OpenItemStatement(
                        MARCH,
                        account,
                        List.of(UnappliedPayment.of(Payment.of(PaymentId.of("P1"), B, MARCH.date(), eur("20"))))))
                .withMessage("unapplied[0].customer must be A, but was B");
    }

    @Test
    void refusesTwoCurrencies() {
        var dollars = new AccountView(A, List.of(item("R1", "2026-03-10", "100")), Amount.of("0", "USD"));
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> new OpenItemStatement(MARCH, dollars, List.of()))
                .withMessageContaining("account.openItems[0].open");
        var account = new AccountView(A, List.of(), eur("20"));
        Payment other = Payment.of(PaymentId.of("P1"), A, MARCH.date(), Amount.of("20", "USD"));
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> new OpenItemStatement(MARCH, account, List.of(UnappliedPayment.of(other))))
                .withMessageContaining("unapplied[0].left");
    }

    @Test
    void canBeShipped() throws IOException, ClassNotFoundException {
        OpenItemStatement statement = OpenItemStatement.of(sample(), MARCH);
        assertThat(copy(statement)).isEqualTo(statement);
    }
}
