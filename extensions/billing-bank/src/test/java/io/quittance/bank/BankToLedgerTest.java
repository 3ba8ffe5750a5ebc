package io.quittance.bank;

import static io.quittance.bank.Samples.camt;
import static io.quittance.bank.Samples.detail;
import static io.quittance.bank.Samples.entry;
import static io.quittance.bank.Samples.mt940;
import static io.quittance.bank.Samples.statement;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.AsRemitted;
import io.quittance.ar.ledger.Ledger;
import io.quittance.ar.ledger.LedgerEntry;
import io.quittance.ar.ledger.LedgerFact;
import io.quittance.ar.ledger.PaymentAllocated;
import io.quittance.ar.ledger.PaymentReceived;
import io.quittance.ar.ledger.PaymentReturned;
import io.quittance.ar.ledger.Posting;
import io.quittance.ar.ledger.ReceivablePosted;
import io.quittance.ar.matching.BankTransaction;
import io.quittance.ar.matching.KnownPayer;
import io.quittance.ar.matching.OpenBook;
import io.quittance.ar.matching.PaymentMatcher;
import io.quittance.ar.payment.Payer;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.money.Amount;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From the bank's file to settled debts, once, however often the file is read. */
class BankToLedgerTest {
    private static final CustomerId CUSTOMER = new CustomerId("ACME");
    private static final Instant NOW = Instant.parse("2026-03-12T08:00:00Z");
    private static final String ACCOUNT = "DE27100777770209299700";

    private static Ledger owing(String... amounts) {
        Ledger ledger = Ledger.empty("EUR");
        for (int i = 0; i < amounts.length; i++) {
            LocalDate day = LocalDate.of(2026, 2, 1);
            var debt = Receivable.of(
                    ReceivableId.of("1000" + (i + 1)), CUSTOMER, day, day.plusDays(30), Amount.of(amounts[i], "EUR"));
            ledger = post(ledger, "i-" + (i + 1), new ReceivablePosted(debt)).ledger();
        }
        return ledger;
    }

    private static Posting<Ledger> post(Ledger ledger, String key, LedgerFact fact) {
        return ledger.post(LedgerEntry.of(key, fact, NOW));
    }

    /** What a host does with a file; {@code known} is what it has stored of the payments that it knows. */
    private static Ledger take(Ledger before, BankFile file) {
        PaymentMatcher matcher = PaymentMatcher.standard();
        Ledger ledger = before;
        for (BankTransaction transaction : file.transactions()) {
            OpenBook book = OpenBook.of(
                    ledger.openItems(CUSTOMER), List.of(new KnownPayer(CUSTOMER, Payer.ofAccount(ACCOUNT))));
            Payment payment = matcher.match(transaction, book).payment().orElseGet(() -> transaction.payment(CUSTOMER));
            String id = transaction.id().value();
            // the payment as the bank has it; what it settles is a fact of its own
            var received = post(ledger, "p-" + id, new PaymentReceived(transaction.payment(CUSTOMER)));
            ledger = received.ledger();
            if (!received.isDuplicate()) {
                Allocation allocation = Allocation.of(payment, ledger.openItems(CUSTOMER), new AsRemitted());
                if (allocation.applied().signum() > 0) {
                    ledger = post(ledger, "a-" + id, new PaymentAllocated(allocation, payment.valueDate()))
                            .ledger();
                }
            }
        }
        return ledger;
    }

    private static List<String> open(Ledger ledger) {
        return ledger.openItems(CUSTOMER).stream()
                .map(item -> item.id() + " " + item.open())
                .toList();
    }

    private static final BankFile CAMT = camt(statement(entry(
                    "180.00",
                    "B-7",
                    detail("", "80.00", from("invoice 10001")) + detail("", "100.00", from("your invoice 10002")))
            + entry("-3.00", "F-1", "")));

    private static String from(String words) {
        return "<RltdPties><DbtrAcct><Id><IBAN>" + ACCOUNT + "</IBAN></Id></DbtrAcct></RltdPties><RmtInf><Ustrd>"
                + words + "</Ustrd></RmtInf>";
    }

    /** 80.00, 100.00 and 50.00 are owed; 80.00 and 100.00 come in a batch: 50.00 stay open, once and for all. */
    @Test
    void aBatchSettlesWhatItsPayersName() {
        Ledger ledger = take(owing("80.00", "100.00", "50.00"), CAMT);
        assertThat(open(ledger)).containsExactly("10003 EUR 50.00");
        assertThat(take(ledger, CAMT)).isEqualTo(ledger);
    }

    @Test
    void anMt940SettlesOnceToo() {
        BankFile file = mt940(":20:S-1\n:25:1\n:60F:C260310EUR0,\n:61:2603110311C80,00NTRFNONREF\n"
                + ":86:166?20SVWZ+invoice 10001?31" + ACCOUNT + "\n:62F:C260311EUR80,00\n-\n");
        Ledger ledger = take(owing("80.00", "120.00"), file);
        assertThat(open(ledger)).containsExactly("10002 EUR 120.00");
        assertThat(take(ledger, file)).isEqualTo(ledger);
    }

    /** A direct debit of 60.00 comes back: the debt is open again. */
    @Test
    void whatComesBackOpensTheDebtAgain() {
        Ledger ledger = take(
                owing("60.00"), camt(statement(entry("60.00", "B-1", detail("", "60.00", from("invoice 10001"))))));
        assertThat(open(ledger)).isEmpty();
        ReturnedTransaction returned = camt(statement(
                        entry("-60.00", "R-1", detail("", "60.00", "<RtrInf><Rsn><Cd>AM04</Cd></Rsn></RtrInf>"))))
                .returns()
                .get(0);
        var fact =
                new PaymentReturned(CUSTOMER, PaymentId.of("B-1"), returned.reason(), Samples.given(returned.date()));
        assertThat(open(post(ledger, "r-" + returned.id(), fact).ledger())).containsExactly("10001 EUR 60.00");
    }
}
