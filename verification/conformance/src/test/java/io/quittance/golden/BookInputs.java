package io.quittance.golden;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.payment.Remittance;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.ar.receivable.ReceivableType;
import io.quittance.core.contract.ContractHistory;
import io.quittance.core.id.CustomerId;
import io.quittance.core.id.Origin;
import io.quittance.core.invoice.DocumentEvent;
import io.quittance.core.invoice.DocumentLife;
import io.quittance.core.invoice.DocumentStage;
import io.quittance.core.money.Amount;
import io.quittance.json.ContractJson;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A small book that can be checked by hand: a fee that becomes cheaper after it was billed, a project, a service that rests, calls that come late
 * and books that come back; with what customers owe beside their invoices, contest and pay. It never changes.
 */
final class BookInputs {
    /** A debt beside the invoices, which is a part of an item; or, without a type, an amount of the item that is contested. */
    record Beside(
            String id,
            ReceivableId item,
            CustomerId customer,
            LocalDate day,
            Amount amount,
            @Nullable ReceivableType type) {}

    private static final Map<String, DocumentStage> STAGES = new LinkedHashMap<>();

    static {
        STAGES.put("cutOff", DocumentStage.CUT_OFF);
        STAGES.put("drafted", DocumentStage.DRAFT);
        STAGES.put("approved", DocumentStage.APPROVED);
        STAGES.put("issued", DocumentStage.ISSUED);
        STAGES.put("sent", DocumentStage.SENT);
    }

    private BookInputs() {}

    static List<ContractHistory> contracts() {
        return GoldenInputs.text("book/contracts.jsonl")
                .lines()
                .map(line -> ContractJson.standard().readHistory(line))
                .toList();
    }

    static List<GoldenInputs.Known> usage(List<ContractHistory> contracts) {
        return GoldenInputs.usage(
                contracts.stream().map(ContractHistory::signed).toList(), "book/usage.csv");
    }

    static List<Beside> beside() {
        return rows("book/beside.csv")
                .map(row -> new Beside(
                        row.getField("id"),
                        ReceivableId.of(row.getField("item")),
                        CustomerId.of(row.getField("customer")),
                        LocalDate.parse(row.getField("day")),
                        Amount.of(row.getField("amount"), "EUR"),
                        row.getField("type").isEmpty() ? null : ReceivableType.valueOf(row.getField("type"))))
                .toList();
    }

    static List<Payment> payments() {
        return rows("book/payments.csv").map(BookInputs::payment).toList();
    }

    /** When a document was cut off, drafted and so on, by whom; what has not happened is empty. */
    static Map<String, DocumentLife> lives() {
        return lives("book/lives.csv");
    }

    /** The same of the documents of the project. */
    static Map<String, DocumentLife> livesOfProject() {
        return lives("book/project/lives.csv");
    }

    private static Map<String, DocumentLife> lives(String file) {
        return rows(file)
                .collect(Collectors.toMap(
                        row -> row.getField("number"), BookInputs::life, (one, other) -> one, TreeMap::new));
    }

    private static DocumentLife life(NamedCsvRecord row) {
        String by = row.getField("by");
        DocumentLife life = DocumentLife.none();
        for (Map.Entry<String, DocumentStage> stage : STAGES.entrySet()) {
            String at = row.getField(stage.getKey());
            if (!at.isEmpty()) {
                Origin origin = by.isEmpty() ? Origin.automatic() : Origin.of(by);
                life = life.with(new DocumentEvent(stage.getKey(), stage.getValue(), Instant.parse(at), origin));
            }
        }
        return life;
    }

    private static Payment payment(NamedCsvRecord row) {
        var payment = Payment.of(
                PaymentId.of(row.getField("id")),
                CustomerId.of(row.getField("customer")),
                LocalDate.parse(row.getField("day")),
                Amount.of(row.getField("amount"), "EUR"));
        for (String named : row.getField("names").split(";", -1)) {
            if (!named.isEmpty()) {
                payment = payment.naming(Remittance.of(ReceivableId.of(named)));
            }
        }
        String prepaid = row.getField("prepays");
        return prepaid.isEmpty() ? payment : payment.prepaying(prepaid);
    }

    private static Stream<NamedCsvRecord> rows(String file) {
        return CsvReader.builder().ofNamedCsvRecord(GoldenInputs.text(file)).stream();
    }
}
