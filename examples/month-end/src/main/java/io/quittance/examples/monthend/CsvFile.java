package io.quittance.examples.monthend;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import io.quittance.core.money.Amount;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.money.CurrencyUnit;

/**
 * Reads a CSV file row by row: a bad row is set aside with its reason and the others are processed. A row is one line, so a
 * quotation mark that is never closed spoils its own row and no other; empty lines are no rows.
 */
final class CsvFile<T> {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final String name;
    private final Function<Row, Optional<Amount>> amountOf;
    private final Function<Row, T> parse;
    private final List<T> accepted = new ArrayList<>();
    private final List<Rejection> rejected = new ArrayList<>();
    private Amount readable;
    private Amount acceptedAmount;
    private Amount rejectedAmount;
    private long rows;

    private CsvFile(
            String name, CurrencyUnit currency, Function<Row, Optional<Amount>> amountOf, Function<Row, T> parse) {
        this.name = name;
        this.amountOf = amountOf;
        this.parse = parse;
        readable = Amount.zero(currency);
        acceptedAmount = readable;
        rejectedAmount = readable;
    }

    /**
     * Reads all rows.
     *
     * @param amountOf the amount of a row for the control sums, if it can be read
     * @param parse makes a value of a row, or throws {@link RowRejectedException}
     * @throws UnusableInputException if the file has no header, or not these columns
     */
    static <T> Reading<T> read(
            Source source,
            CurrencyUnit currency,
            List<String> columns,
            Function<Row, Optional<Amount>> amountOf,
            Function<Row, T> parse) {
        var file = new CsvFile<>(source.name(), currency, amountOf, parse);
        try (var lines = Lines.of(source.open())) {
            Lines.Line header = lines.next();
            if (header == null) {
                throw new UnusableInputException(source.name() + " is empty");
            }
            Map<String, Integer> places = file.places(header, columns);
            for (Lines.Line line = lines.next(); line != null; line = lines.next()) {
                if (!line.isEmpty()) {
                    file.add(line, places);
                }
            }
        } catch (IOException e) {
            throw source.unreadable(e);
        }
        return file.reading();
    }

    private Map<String, Integer> places(Lines.Line header, List<String> columns) {
        var places = new HashMap<String, Integer>();
        List<String> names;
        try {
            String text = header.text();
            names = fields(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
        } catch (RowRejectedException e) {
            throw new UnusableInputException(name + ": the header " + e.getMessage());
        }
        for (String column : names) {
            if (places.put(column, places.size()) != null) {
                throw new UnusableInputException(name + " has the column " + column + " twice");
            }
        }
        for (String column : columns) {
            if (!places.containsKey(column)) {
                throw new UnusableInputException(name + " has no column " + column);
            }
        }
        return places;
    }

    private void add(Lines.Line line, Map<String, Integer> places) {
        rows++;
        Amount amount = Amount.zero(readable.getCurrency());
        try {
            var row = new Row(places, fields(line.text()), rows);
            amount = amountOf.apply(row).orElse(amount);
            row.requireComplete();
            accepted.add(parse.apply(row));
            acceptedAmount = acceptedAmount.add(amount);
        } catch (RowRejectedException e) {
            rejected.add(e.at(name, line.number()));
            rejectedAmount = rejectedAmount.add(amount);
        }
        readable = readable.add(amount);
    }

    private static List<String> fields(String line) {
        try {
            if (line.chars().filter(character -> character == '"').count() % 2 == 0) {
                return CsvReader.builder().ofSingleCsvRecord(line).getFields();
            }
        } catch (CsvParseException e) {
            // refused below, as a quotation mark that is never closed, which the reader would accept
        }
        // not the line itself: its columns are not told apart, and one that nobody reads may be a name
        throw new RowRejectedException("record", "must be well-formed CSV", line.length() + " characters");
    }

    private Reading<T> reading() {
        return new Reading<>(
                name, List.copyOf(accepted), List.copyOf(rejected), rows, readable, acceptedAmount, rejectedAmount);
    }
}
