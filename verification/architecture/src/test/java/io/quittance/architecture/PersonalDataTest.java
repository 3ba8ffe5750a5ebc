package io.quittance.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.ar.aging.AgingBuckets;
import io.quittance.ar.aging.AgingReport;
import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.allocation.OldestDueFirst;
import io.quittance.ar.dunning.CollectionHistory;
import io.quittance.ar.dunning.ContactKind;
import io.quittance.ar.dunning.DunningAccount;
import io.quittance.ar.dunning.DunningDecision;
import io.quittance.ar.dunning.DunningLevel;
import io.quittance.ar.dunning.DunningPolicy;
import io.quittance.ar.dunning.DunningRun;
import io.quittance.ar.dunning.DunningScope;
import io.quittance.ar.ledger.Ledger;
import io.quittance.ar.ledger.LedgerEntry;
import io.quittance.ar.ledger.PaymentAllocated;
import io.quittance.ar.ledger.PaymentReceived;
import io.quittance.ar.ledger.ReceivablePosted;
import io.quittance.ar.matching.BankTransaction;
import io.quittance.ar.matching.KnownPayer;
import io.quittance.ar.matching.Match;
import io.quittance.ar.matching.OpenBook;
import io.quittance.ar.matching.PaymentMatcher;
import io.quittance.ar.payment.Payer;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.ar.statement.OpenItemStatement;
import io.quittance.core.explain.Explanation;
import io.quittance.core.id.CustomerId;
import io.quittance.core.invoice.Correction;
import io.quittance.core.invoice.CorrectionReason;
import io.quittance.core.invoice.Creditable;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.json.InvoiceJson;
import io.quittance.json.LedgerJson;
import io.quittance.kpi.ledger.LedgerFigures;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in a marked field, see docs/privacy.md, is in the text of nothing that is made of it: no {@code toString}, and no explanation. */
class PersonalDataTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final String SAMPLES = "extensions/billing-json/src/test/resources/version-1/";

    /** What the samples have in marked fields. */
    private static final List<String> OF_DOCUMENTS = List.of(
            "Beispiel",
            "seller@example.com",
            "Lindenweg",
            "Berlin",
            "10115",
            "Office",
            "+49 30 1",
            "office@example.com",
            "Muster",
            "Factor",
            "Fiscal",
            "Works",
            "DE02120300000000202051");

    private static final List<String> OF_PAYMENTS = List.of("Acme Ltd", "DE02120300000000202051", "1 and 2");

    private static void assertShowsNothing(Object root, List<String> marked) {
        Set<String> types = new TreeSet<>();
        int objects = Reached.from(root, object -> {
            types.add(object.getClass().getSimpleName());
            texts(object)
                    .forEach(text -> assertThat(text)
                            .as("%s", object.getClass())
                            .doesNotContainIgnoringCase(marked.toArray(String[]::new)));
        });
        assertThat(objects).isGreaterThan(types.size() / 2);
        assertThat(types).hasSizeGreaterThan(2);
    }

    private static Stream<String> texts(Object object) {
        return object instanceof Explanation why
                ? Stream.of(why.text(), why.text(Locale.GERMAN), why.text(Locale.FRENCH), why.toString())
                : Stream.of(object.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"invoice", "invoice-card", "invoice-debit"})
    void documentsAndWhatTheyAreMadeOfShowNobody(String sample) {
        Invoice invoice = InvoiceJson.read(Repository.read(SAMPLES + sample + ".json"));
        assertThat(InvoiceJson.write(invoice)).containsAnyOf("Muster", "Factor", "DE02");
        assertShowsNothing(invoice, OF_DOCUMENTS);
        assertShowsNothing(invoice.draft(), OF_DOCUMENTS);
        assertShowsNothing(Creditable.of(invoice).whole(Correction.of(CorrectionReason.RETURN)), OF_DOCUMENTS);
        assertShowsNothing(Receivable.of(invoice), OF_DOCUMENTS);
    }

    @Test
    void paymentsAndWhatBecomesOfThemShowNobody() {
        LedgerEntry received = LedgerJson.read(Repository.read(SAMPLES + "ledger-entry-payment.json"));
        Payment payment = ((PaymentReceived) received.fact()).payment();
        assertThat(payment.payer().orElseThrow().name()).hasValue("Acme Ltd");
        CustomerId customer = payment.customer();
        Receivable debt = Receivable.of(
                ReceivableId.of("R-1"),
                customer,
                LocalDate.parse("2026-01-01"),
                LocalDate.parse("2026-01-31"),
                Amount.of("1500", "EUR"));
        Ledger ledger = Ledger.empty("EUR")
                .post(LedgerEntry.of("r-1", new ReceivablePosted(debt), received.recordedAt()))
                .ledger()
                .post(received)
                .ledger();
        assertShowsNothing(ledger, OF_PAYMENTS);
        var request = AllocationRequest.of(payment, ledger.openItems(customer));
        Allocation allocation = Allocation.of(request, new OldestDueFirst());
        assertShowsNothing(request, OF_PAYMENTS);
        assertShowsNothing(allocation, OF_PAYMENTS);
        ledger = ledger.post(LedgerEntry.of("a-1", new PaymentAllocated(allocation, payment.valueDate()), NOW))
                .ledger();
        AsOf asOf = AsOf.endOf("2026-03-31");
        assertShowsNothing(ledger, OF_PAYMENTS);
        assertShowsNothing(AgingReport.of(ledger.asOf(asOf), AgingBuckets.days(30, 60, 90)), OF_PAYMENTS);
        assertShowsNothing(OpenItemStatement.of(ledger.customer(customer), asOf), OF_PAYMENTS);
        assertShowsNothing(
                LedgerFigures.of(ledger, asOf).of(ServicePeriod.of("2026-01-01", "2026-04-01")), OF_PAYMENTS);
        DunningPolicy policy = DunningPolicy.of(
                "EUR", DunningScope.CUSTOMER, List.of(DunningLevel.of("reminder", 3, 7, ContactKind.REMINDER)));
        DunningDecision decision = DunningRun.on(asOf.date())
                .decide(DunningAccount.of(ledger.customer(customer), CollectionHistory.empty(customer), asOf), policy);
        assertThat(decision.notices(ContactKind.REMINDER)).hasSize(1);
        assertShowsNothing(decision, OF_PAYMENTS);
    }

    /** Names and accounts are evidence; what is said of them is that they fit, not what they are. */
    @ParameterizedTest
    @ValueSource(strings = {"DE02 1203 0000 0000 2020 51", "DE75 5121 0800 1245 1261 99"})
    void matchesShowNobody(String account) {
        List<String> marked = List.of(
                "Acme Ltd", "DE02120300000000202051", "DE75512108001245126199", "0000 2020", "1245 1261", "please");
        Receivable debt = Receivable.of(
                ReceivableId.of("R-1"),
                CustomerId.of("C-1"),
                LocalDate.parse("2026-01-01"),
                LocalDate.parse("2026-01-31"),
                Amount.of("10", "EUR"));
        Ledger ledger = Ledger.empty("EUR")
                .post(LedgerEntry.of("r-1", new ReceivablePosted(debt), NOW))
                .ledger();
        var known = new KnownPayer(
                CustomerId.of("C-1"), Payer.named("Acme Ltd").withAccount("DE02 1203 0000 0000 2020 51"));
        OpenBook book = OpenBook.of(ledger.openItems("C-1"), List.of(known));
        BankTransaction transfer = BankTransaction.of(
                        PaymentId.of("B-1"), LocalDate.parse("2026-02-10"), Amount.of("10", "EUR"))
                .from(Payer.named("Acme Ltd").withAccount(account))
                .saying("please R-1");
        Match match = PaymentMatcher.standard().match(transfer, book);
        assertThat(match.candidates()).isNotEmpty();
        assertShowsNothing(book, marked);
        assertShowsNothing(transfer, marked);
        assertShowsNothing(match, marked);
    }
}
