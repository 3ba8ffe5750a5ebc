package io.quittance.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quittance.ar.aging.AgingBuckets;
import io.quittance.ar.aging.AgingReport;
import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.OldestDueFirst;
import io.quittance.ar.ledger.Ledger;
import io.quittance.ar.ledger.LedgerEntry;
import io.quittance.ar.ledger.PaymentAllocated;
import io.quittance.ar.ledger.PaymentReceived;
import io.quittance.ar.ledger.PaymentReturned;
import io.quittance.ar.ledger.ReceivablePosted;
import io.quittance.ar.payment.Payer;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.money.Amount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What docs/privacy.md says of erasing is so, and its code is compiled. */
class PrivacyPageTest {
    private static final CustomerId ACME = CustomerId.of("ACME");
    private static final LocalDate DAY = LocalDate.parse("2026-03-01");
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Payment PAYMENT = Payment.of(PaymentId.of("P-1"), ACME, DAY, Amount.of("130.00", "EUR"))
            .from(Payer.named("Zelda Quince").withAccount("DE75512108001245126199"))
            .saying("for Zelda Quince");

    // privacy.md begins
    /** An entry as it is stored, without who paid and what they wrote. */
    static String erased(String entry) {
        JsonNode json = JsonMapper.shared().readTree(entry);
        for (JsonNode payment : json.findValues("payment")) {
            if (payment instanceof ObjectNode received) {
                received.remove(List.of("payer", "text"));
            }
        }
        return json.toString();
    }
    // privacy.md ends

    private static Ledger ledger(List<LedgerEntry> entries) {
        return Ledger.empty("EUR").postAll(entries);
    }

    private static LedgerEntry debt(String id, String amount) {
        var debt = Receivable.of(
                ReceivableId.of(id), ACME, DAY.minusDays(40), DAY.minusDays(10), Amount.of(amount, "EUR"));
        return LedgerEntry.of("i-" + id, new ReceivablePosted(debt), NOW);
    }

    /** 130.00 pay 100.00 and 30.00 of 50.00; 20.00 stay open, and 150.00 once the money is gone. */
    private static List<LedgerEntry> history() {
        var entries = new ArrayList<>(List.of(debt("R-1", "100.00"), debt("R-2", "50.00")));
        entries.add(LedgerEntry.of("p-1", new PaymentReceived(PAYMENT), NOW));
        var settled = Allocation.of(PAYMENT, ledger(entries).openItems(ACME), new OldestDueFirst());
        entries.add(LedgerEntry.of("a-1", new PaymentAllocated(settled, DAY), NOW));
        return entries;
    }

    @Test
    void erasedEntriesGiveTheSameAnswers() {
        List<LedgerEntry> entries = history();
        List<String> erased = entries.stream()
                .map(LedgerJson::write)
                .map(PrivacyPageTest::erased)
                .toList();
        assertThat(erased.toString()).contains("P-1").doesNotContain("Zelda", "DE7551");
        Ledger before = ledger(entries);
        Ledger after = ledger(erased.stream().map(LedgerJson::read).toList());
        assertThat(after.openItems(ACME)).isEqualTo(before.openItems(ACME));
        assertThat(after.openItems(ACME))
                .singleElement()
                .hasToString(before.openItems(ACME).get(0).toString());
        assertThat(after.openItems(ACME).get(0).open()).isEqualTo(Amount.of("20.00", "EUR"));
        AgingBuckets buckets = AgingBuckets.days(30, 60);
        assertThat(AgingReport.of(after.asOf(DAY), buckets)).isEqualTo(AgingReport.of(before.asOf(DAY), buckets));
        var back = LedgerEntry.of(
                "r-1",
                new PaymentReturned(ACME, PAYMENT.id(), PaymentReturned.Reason.OTHER, DAY.plusDays(5)),
                NOW.plusSeconds(1));
        assertThat(after.post(back).ledger().openItems(ACME))
                .isEqualTo(before.post(back).ledger().openItems(ACME))
                .extracting(item -> item.open().toString())
                .containsExactly("EUR 100.00", "EUR 50.00");
    }

    /** The hash of an invoice covers who is named on it: without them it is another document, which is refused. */
    @Test
    void anInvoiceIsKeptWholeOrNotAtAll() {
        Invoice invoice = FrozenDocuments.invoice();
        ObjectNode json = (ObjectNode) Json.MAPPER.readTree(InvoiceJson.write(invoice));
        json.remove("parties");
        assertThat(catchThrowableOfType(InvalidDocumentException.class, () -> InvoiceJson.read(json.toString()))
                        .errors())
                .anyMatch(error -> error.argument().equals("hash"));
    }

    @Test
    void thePageShowsThisCode() throws IOException {
        Path module = Path.of(System.getProperty("basedir", "."));
        String source = Files.readString(module.resolve("src/test/java/io/quittance/json/PrivacyPageTest.java"));
        String region = source.substring(
                source.indexOf("// privacy.md begins\n") + "// privacy.md begins\n".length(),
                source.indexOf("// privacy.md ends\n"));
        assertThat(Files.readString(module.resolve("../../docs/privacy.md")))
                .contains("```java\n" + region.stripIndent().stripTrailing() + "\n```");
    }
}
