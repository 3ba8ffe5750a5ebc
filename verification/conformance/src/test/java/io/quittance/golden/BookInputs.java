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
import io.quittance.core.money.Amount;
import io.quittance.json.ContractJson;
import java.time.LocalDate;
import java.util.List;
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
