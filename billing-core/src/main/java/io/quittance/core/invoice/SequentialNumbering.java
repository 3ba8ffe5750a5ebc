package io.quittance.core.invoice;

import static java.util.Objects.requireNonNull;

import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.id.InvoiceNumber;
import io.quittance.core.internal.Require;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Numbers of one process, kept in memory: for tests, and for hosts that store what it has issued themselves. Safe to share between
 * threads; each series counts from 1.
 */
public final class SequentialNumbering implements InvoiceNumbering {
    private final BiFunction<InvoiceSeries, Long, String> format;
    private final Map<InvoiceSeries, List<Invoice>> issued = new HashMap<>();
    private final Set<Map.Entry<InvoiceSeries, InvoiceNumber>> drawn = new HashSet<>();

    /**
     * Numbers in a format.
     *
     * @param format the number of a series' n-th document, such as {@code (series, n) -> series.name() + "-" + n}; another for each
     */
    public SequentialNumbering(BiFunction<InvoiceSeries, Long, String> format) {
        this.format = requireNonNull(format, "format");
    }

    /**
     * As {@link InvoiceNumbering#issue}.
     *
     * @throws IllegalArgumentException if the format makes a number of the series again; then nothing is issued
     */
    @Override
    public synchronized Invoice issue(InvoiceSeries series, Function<InvoiceNumber, Invoice> document) {
        List<Invoice> kept = issued.getOrDefault(requireNonNull(series, "series"), List.of());
        var number = new InvoiceNumber(format.apply(series, kept.size() + 1L));
        Require.that(
                !drawn.contains(Map.entry(series, number)),
                "invoice.number-twice",
                "format",
                "must make another number for each document of series " + series.name(),
                number);
        Invoice invoice = requireNonNull(document.apply(number), "document");
        if (!invoice.number().equals(number)) {
            throw new InvalidArgumentException(
                    "invoice.number", "number", "must be the one that was drawn, " + number, invoice.number());
        }
        drawn.add(Map.entry(series, number));
        issued.computeIfAbsent(series, name -> new ArrayList<>()).add(invoice);
        return invoice;
    }

    /** What was issued in a series, in the order of its numbers. */
    public synchronized List<Invoice> issued(InvoiceSeries series) {
        return List.copyOf(issued.getOrDefault(series, List.of()));
    }
}
