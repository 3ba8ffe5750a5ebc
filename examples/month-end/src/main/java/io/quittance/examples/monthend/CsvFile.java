package io.quittance.examples.monthend;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quittance.core.money.Amount;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.money.CurrencyUnit;

/** Reads a CSV file row by row: a bad row is set aside with its reason and the others are processed. */
final class CsvFile {
    private CsvFile() {}

    /**
     * Reads all rows.
     *
     * @param amountOf the amount of a row for the control sums, if it can be read
     * @param parse makes a value of a row, or throws {@link RowRejectedException}
     */
    static <T> Reading<T> read(
            Source source,
            CurrencyUnit currency,
            List<String> columns,
            Function<Row, Optional<Amount>> amountOf,
            Function<Row, T> parse)
            throws IOException {
        var accepted = new ArrayList<T>();
        var rejected = new ArrayList<Rejection>();
        Amount acceptedAmount = Amount.zero(currency);
        Amount rejectedAmount = Amount.zero(currency);
        Amount readable = Amount.zero(currency);
        long rows = 0;
        try (Reader text = source.open();
                CsvReader<NamedCsvRecord> csv = reader(text)) {
            for (NamedCsvRecord fields : csv) {
                requireColumns(source, fields, columns);
                rows++;
                var row = new Row(fields, rows);
                Amount amount = amountOf.apply(row).orElse(Amount.zero(currency));
                readable = readable.add(amount);
                try {
                    row.requireComplete();
                    accepted.add(parse.apply(row));
                    acceptedAmount = acceptedAmount.add(amount);
                } catch (RowRejectedException e) {
                    rejected.add(e.at(source.name(), row.line()));
                    rejectedAmount = rejectedAmount.add(amount);
                }
            }
        }
        return new Reading<>(
                source.name(),
                List.copyOf(accepted),
                List.copyOf(rejected),
                rows,
                readable,
                acceptedAmount,
                rejectedAmount);
    }

    private static CsvReader<NamedCsvRecord> reader(Reader text) {
        return CsvReader.builder()
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofNamedCsvRecord(text);
    }

    private static void requireColumns(Source source, NamedCsvRecord fields, List<String> columns) {
        for (String column : columns) {
            if (!fields.getHeader().contains(column)) {
                throw new UnusableInputException(source.name() + " has no column " + column);
            }
        }
    }
}
