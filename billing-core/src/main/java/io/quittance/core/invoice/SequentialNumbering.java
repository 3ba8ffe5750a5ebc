package io.quittance.core.invoice;

import static java.util.Objects.requireNonNull;

import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.id.InvoiceNumber;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Numbers of one process, kept in memory: for tests, and for hosts that store what it has issued themselves. Safe to share between
 * threads; each series counts from 1.
 */
public final class SequentialNumbering implements InvoiceNumbering {
    private final BiFunction<InvoiceSeries, Long, String> format;
    private final Map<InvoiceSeries, List<Invoice>> issued = new HashMap<>();

    /**
     * Numbers in a format.
     *
     * @param format the number of a series' n-th document, such as {@code (series, n) -> series.name() + "-" + n}; another for each
     */
    public SequentialNumbering(BiFunction<InvoiceSeries, Long, String> format) {
        this.format = requireNonNull(format, "format");
    }

    @Override
    public synchronized Invoice issue(InvoiceSeries series, Function<InvoiceNumber, Invoice> document) {
        List<Invoice> kept = issued.getOrDefault(requireNonNull(series, "series"), List.of());
        var number = new InvoiceNumber(format.apply(series, kept.size() + 1L));
        Invoice invoice = requireNonNull(document.apply(number), "document");
        if (!invoice.number().equals(number)) {
            throw new InvalidArgumentException(
                    "invoice.number", "number", "must be the one that was drawn, " + number, invoice.number());
        }
        issued.computeIfAbsent(series, name -> new ArrayList<>()).add(invoice);
        return invoice;
    }

    /** What was issued in a series, in the order of its numbers. */
    public synchronized List<Invoice> issued(InvoiceSeries series) {
        return List.copyOf(issued.getOrDefault(series, List.of()));
    }
}
