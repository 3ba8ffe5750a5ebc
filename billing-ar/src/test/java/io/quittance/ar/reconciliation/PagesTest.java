package io.quittance.ar.reconciliation;

import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.ar.aging.AgingBuckets;
import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.allocation.OldestDueFirst;
import io.quittance.ar.dispute.Dispute;
import io.quittance.ar.dispute.DisputeId;
import io.quittance.ar.dispute.DisputeReason;
import io.quittance.ar.ledger.CustomerLedger;
import io.quittance.ar.ledger.LedgerEntry;
import io.quittance.ar.ledger.LedgerFact;
import io.quittance.ar.ledger.PaymentAllocated;
import io.quittance.ar.ledger.PaymentReceived;
import io.quittance.ar.ledger.ReceivablePosted;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.reconciliation.DifferenceResolution.Cause;
import io.quittance.ar.statement.BalanceForwardStatement;
import io.quittance.ar.statement.OpenItemStatement;
import io.quittance.ar.statement.StatementItem;
import io.quittance.ar.statement.StatementLine;
import io.quittance.core.id.CustomerId;
import io.quittance.core.id.Origin;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.AsOf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What docs/statements.md and docs/reconciliation.md say is so: the code on them is compiled, and comes to the figures beside it. */
class PagesTest {
    private static final Path MODULE = Path.of(System.getProperty("basedir", "."));
    private static final CustomerId ACME = CustomerId.of("ACME");

    private static CustomerLedger ledger() {
        CustomerLedger ledger = CustomerLedger.empty(ACME, eur("0").getCurrency());
        ledger = posted(ledger, new ReceivablePosted(receivable("R-1", "2026-01-30", "2026-03-01", "119")));
        Payment first = payment("P-1", "2026-03-02", "19");
        ledger = posted(ledger, new PaymentReceived(first));
        Allocation allocation = Allocation.of(AllocationRequest.of(first, ledger.openItems()), new OldestDueFirst());
        ledger = posted(ledger, new PaymentAllocated(allocation, first.valueDate()));
        ledger = posted(ledger, new ReceivablePosted(receivable("R-2", "2026-03-15", "2026-04-15", "50")));
        return posted(ledger, new PaymentReceived(payment("P-2", "2026-03-29", "20")));
    }

    private static Receivable receivable(String id, String date, String due, String amount) {
        return Receivable.of(id(id), ACME, LocalDate.parse(date), LocalDate.parse(due), eur(amount));
    }

    private static Payment payment(String id, String date, String amount) {
        return Payment.of(PaymentId.of(id), ACME, LocalDate.parse(date), eur(amount));
    }

    private static CustomerLedger posted(CustomerLedger ledger, LedgerFact fact) {
        return ledger.post(LedgerEntry.of("e" + ledger.version(), fact, Instant.EPOCH))
                .ledger();
    }

    @Test
    @SuppressWarnings("ReturnValueIgnored") // the page shows what can be asked
    void statementsAreAsThePageSays() {
        CustomerLedger ledger = ledger();
        // statements begin
        OpenItemStatement open = OpenItemStatement.of(ledger, AsOf.endOf("2026-03-31"));
        open.items(); // R-1 of 119.00, 19.00 applied, 100.00 left, 30 days past due; R-2 of 50.00
        open.unapplied(); // 20.00 of P-2, which settle nothing yet
        open.closing(); // 100.00 + 50.00 - 20.00 = 130.00
        open.toPay(); // what is due and not contested, less what is on account: 80.00
        open.aging(AgingBuckets.days(30, 60, 90)); // the line at the foot; adds up to the closing

        BalanceForwardStatement march =
                BalanceForwardStatement.of(ledger, LocalDate.parse("2026-03-01"), AsOf.endOf("2026-03-31"));
        march.opening(); // 119.00, at the end of February
        march.lines(); // P-1 of -19.00: 100.00; R-2 of 50.00: 150.00; P-2 of -20.00: 130.00
        march.closing(); // 130.00, which is what is open less what is on account
        // statements end
        StatementItem first = open.items().get(0);
        assertThat(first.original()).isEqualTo(eur("119"));
        assertThat(first.applied()).isEqualTo(eur("19"));
        assertThat(first.rest()).isEqualTo(eur("100"));
        assertThat(first.daysPastDue()).isEqualTo(30);
        assertThat(open.items().get(1).rest()).isEqualTo(eur("50"));
        assertThat(open.unapplied().get(0).left()).isEqualTo(eur("20"));
        assertThat(open.closing()).isEqualTo(eur("130"));
        assertThat(open.toPay()).isEqualTo(eur("80"));
        assertThat(open.aging(AgingBuckets.days(30, 60, 90)).balance()).isEqualTo(open.closing());
        assertThat(march.opening()).isEqualTo(eur("119"));
        assertThat(march.lines())
                .extracting(StatementLine::balance)
                .containsExactly(eur("100"), eur("150"), eur("130"));
        assertThat(march.closing()).isEqualTo(eur("130"));
    }

    @Test
    void reconciliationIsAsThePageSays() {
        CustomerLedger ledger = ledger();
        LocalDate date = LocalDate.parse("2026-03-31");
        Instant now = Instant.parse("2026-04-02T08:00:00Z");
        Instant later = now.plusSeconds(3600);
        // reconciliation begins
        LedgerAccount account = LedgerAccount.openItems(ledger, AsOf.endOf("2026-03-31"));
        StatedAccount stated = StatedAccount.of(Counterparty.CUSTOMER, "ACME", date, Amount.of("70.00", "EUR"))
                .opening(Amount.of("0", "EUR"))
                .with(List.of(
                        StatedLine.of("R-1", LocalDate.parse("2026-01-30"), Amount.of("90.00", "EUR")),
                        StatedLine.of("P-2", LocalDate.parse("2026-03-29"), Amount.of("-20.00", "EUR"))));
        AccountReconciliation outcome =
                Reconciliation.of(account, stated, ReconciliationPolicy.STRICT.withTransitDays(2));
        outcome.status(); // DIFFERS
        outcome.differences(); // AMOUNT of R-1, -10.00; MISSING_AT_COUNTERPARTY R-2, -50.00: together 70.00 - 130.00

        ReconciliationRun run =
                ReconciliationRun.of("2026-03", AsOf.endOf(date), now, Origin.of("clerk-7"), List.of(outcome));
        Dispute dispute = run.dispute(1, DisputeId.of("D-1"), DisputeReason.PRICING); // of R-1, 10.00
        run = run.resolved(DifferenceResolution.of(2, Cause.COUNTERPARTY_CORRECTED, later, Origin.of("clerk-7")));
        ReconciliationAccuracy accuracy = ReconciliationAccuracy.of(List.of(run));
        // reconciliation ends
        assertThat(outcome.status()).isEqualTo(AccountReconciliation.Status.DIFFERS);
        assertThat(outcome.differences())
                .extracting(Difference::type)
                .containsExactly(DifferenceType.AMOUNT, DifferenceType.MISSING_AT_COUNTERPARTY);
        assertThat(outcome.differences()).extracting(Difference::amount).containsExactly(eur("-10"), eur("-50"));
        assertThat(dispute.amount()).isEqualTo(eur("10"));
        assertThat(dispute.receivable()).isEqualTo(id("R-1"));
        assertThat(dispute.source().id()).isEqualTo("2026-03/1");
        assertThat(accuracy.agreedPercent()).hasValue(Fraction.of(0));
        assertThat(accuracy.unresolved()).isEqualTo(1);
    }

    /** Lines may be broken otherwise; every word is the same. */
    @ParameterizedTest
    @ValueSource(strings = {"statements", "reconciliation"})
    void theCodeOfThePageIsCompiled(String page) throws IOException {
        String source = text("src/test/java/io/quittance/ar/reconciliation/PagesTest.java");
        String begin = "// " + page + (page.endsWith("s") ? " begin\n" : " begins\n");
        int from = source.indexOf(begin) + begin.length();
        String region = source.substring(from, source.indexOf("// " + page + " end", from));
        List<String> fences = Pattern.compile("(?ms)^```java\\n(.*?)^```$")
                .matcher(text("../docs/" + page + ".md"))
                .results()
                .map(fence -> fence.group(1))
                .toList();
        assertThat(fences).hasSize(1);
        assertThat(words(fences.get(0))).isEqualTo(words(region));
    }

    private static String words(String code) {
        return code.replaceAll("\\s+", "");
    }

    @ParameterizedTest
    @EnumSource(DifferenceType.class)
    void eachTypeHasItsRow(DifferenceType type) throws IOException {
        assertThat(text("../docs/reconciliation.md"))
                .containsPattern(String.format(Locale.ROOT, "(?m)^\\| `%s` \\|", type));
    }

    private static String text(String path) throws IOException {
        return Files.readString(MODULE.resolve(path));
    }
}
