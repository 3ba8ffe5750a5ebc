package io.quittance.golden;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quittance.ar.exchange.StoredRate;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.id.Origin;
import io.quittance.core.money.Amount;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * What happens to debts: DELTA pays some and is late at the bounds of the buckets, ECHO contests, ZETA is dunned, FOXTROT owes dollars in books of euros, GOLF
 * pays early, on time and late.
 * It never changes.
 */
final class ClaimInputs {
    /** One fact of one day; what a fact does not need is empty. */
    record Row(NamedCsvRecord row) {
        LocalDate day() {
            return LocalDate.parse(row.getField("day"));
        }

        String fact() {
            return row.getField("fact");
        }

        String id() {
            return row.getField("id");
        }

        CustomerId customer() {
            return CustomerId.of(row.getField("customer"));
        }

        String currency() {
            return row.getField("currency");
        }

        Amount amount() {
            return Amount.of(row.getField("amount"), currency());
        }

        /** How many euros a dollar is. */
        StoredRate rate() {
            return StoredRate.of("USD", "EUR", row.getField("rate"));
        }

        LocalDate due() {
            return LocalDate.parse(row.getField("due"));
        }

        List<ReceivableId> items() {
            return Stream.of(row.getField("items").split(";", -1))
                    .filter(id -> !id.isEmpty())
                    .map(ReceivableId::of)
                    .toList();
        }

        Origin by() {
            String actor = row.getField("by");
            return actor.isEmpty() ? Origin.automatic() : Origin.of(actor);
        }
    }

    private ClaimInputs() {}

    static List<Row> entries() {
        return CsvReader.builder().ofNamedCsvRecord(GoldenInputs.text("claims/entries.csv")).stream()
                .map(Row::new)
                .toList();
    }
}
