package io.quittance.kpi.ledger;

import static io.quittance.kpi.ledger.Books.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.ar.ledger.DebtRescheduled;
import io.quittance.ar.ledger.PaymentConverted;
import io.quittance.ar.ledger.ReceivablePosted;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.ar.receivable.ReceivableType;
import io.quittance.core.explain.Explanation;
import io.quittance.core.id.CustomerId;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.collection.CollectionFigures.ShareOf;
import io.quittance.kpi.collection.PaidInvoice;
import io.quittance.kpi.collection.PlanAccounts;
import io.quittance.kpi.collection.PlanAccounts.Plan;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is left of accounts after plans, conversions and corrections. */
class LedgerAccountsTest {
    private static final CustomerId C = CustomerId.of("C");
    private static final ServicePeriod MARCH = ServicePeriod.of("2026-03-01", "2026-04-01");
    private static final AsOf END = AsOf.endOf("2026-03-31");

    private static Receivable owed(String id, String due, String amount) {
        return Receivable.of(ReceivableId.of(id), C, LocalDate.of(2026, 3, 1), LocalDate.parse(due), usd(amount));
    }

    /** 100.00 by a plan with 3.00 of interest: the 100.00 are paid, and C pays by a plan as long as the interest is open and not late. */
    @Test
    void whatIsChargedForAPlanIsOfThePlan() {
        var plan = new DebtRescheduled(
                C,
                List.of(DebtRescheduled.Moved.of(ReceivableId.of("R"), usd("100"))),
                List.of(owed("L", "2026-03-20", "100")),
                List.of(new ReceivablePosted(owed("I", "2026-03-30", "3").withType(ReceivableType.INTEREST))),
                Explanation.of("test.plan", "agreed"),
                LocalDate.of(2026, 3, 1));
        Books books = new Books()
                .invoice("C", "R", "2026-02-01", "2026-02-28", "100")
                .post(plan)
                .paid("C", "P", "L", "2026-03-20", "100");
        assertThat(LedgerReadings.of(books.ledger(), AsOf.endOf("2026-03-30"))
                        .planAccounts(0)
                        .accounts())
                .containsExactly(PlanAccounts.Account.of("C", usd("3"), Plan.ACTIVE));
        assertThat(LedgerReadings.of(books.ledger(), END).planAccounts(0).broken())
                .isEqualTo(1);
    }

    /** Closed by a credit on 5 March, which is taken back and settles it again on the 9th: it was closed from the 5th on. */
    @Test
    void anInvoiceIsClosedFromWhenItStaysSo() {
        Books books = new Books()
                .invoice("C", "R", "2026-03-01", "2026-03-31", "10")
                .credited("C", "N", "2026-03-05", "10")
                .settled("C", "N", "R", "2026-03-05", "10")
                .reversed("C", 3, "2026-03-09")
                .settled("C", "N", "R", "2026-03-09", "10");
        PaidInvoice invoice = LedgerReadings.of(books.ledger(), END)
                .paidInvoices(MARCH)
                .events()
                .get(0);
        assertThat(invoice.closedOn()).isEqualTo(LocalDate.of(2026, 3, 5));
        assertThat(invoice.byCredit()).isTrue();
    }

    /** 40.00 of 100.00 that came become euros and pay debts there: 60.00 are left; all of it again when that turns out to be a mistake. */
    @Test
    void whatIsConvertedIsNoLongerOnAccount() {
        Books books = new Books()
                .invoice("C", "R", "2026-03-01", "2026-03-31", "50")
                .received("C", "P", "2026-03-10", "100")
                .post(PaymentConverted.of(
                        C, PaymentId.of("P"), usd("40"), Amount.of("36", "EUR"), LocalDate.of(2026, 3, 12)));
        assertThat(LedgerFigures.of(books.ledger(), END).of(MARCH).unappliedCash())
                .contains(new ShareOf<>(usd("60"), usd("50")));
        books.reversed("C", 3, "2026-03-20");
        assertThat(LedgerFigures.of(books.ledger(), END).of(MARCH).unappliedCash())
                .contains(new ShareOf<>(usd("100"), usd("50")));
    }

    /** C has paid its plan and owes 5.00 by none; D, 1 day late, is past due. */
    @Test
    void whoHasPaidAPlanPaysByNone() {
        Books books = new Books()
                .invoice("C", "R", "2026-02-01", "2026-02-28", "100")
                .planned("C", "R", "2026-03-01", "2026-03-10", "2026-03-20", "50")
                .paid("C", "P", "R/1", "2026-03-10", "50")
                .paid("C", "Q", "R/2", "2026-03-20", "50")
                .invoice("C", "S", "2026-03-01", "2026-04-30", "5")
                .invoice("D", "T", "2026-03-01", "2026-03-30", "7");
        var readings = LedgerReadings.of(books.ledger(), END);
        assertThat(readings.planAccounts(0).accounts())
                .containsExactly(
                        PlanAccounts.Account.of("C", usd("5"), Plan.NONE),
                        PlanAccounts.Account.of("D", usd("7"), Plan.NONE));
        assertThat(readings.overduePlanAccounts(0).accounts())
                .containsExactly(PlanAccounts.Account.of("D", usd("7"), Plan.NONE));
        assertThat(LedgerReadings.of(books.ledger(), AsOf.endOf("2026-03-30"))
                        .overduePlanAccounts(0)
                        .accounts())
                .isEmpty();
    }
}
