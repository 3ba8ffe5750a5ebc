package io.quittance.core.verification;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;

/**
 * The order in which invoiced lines are looked at: by date, drafts last, and where dates are equal by all else that a line says. Only
 * lines that are equal have the same place, so nothing depends on the order in which lines are given.
 */
final class LineOrder {
    private static final Comparator<Optional<String>> TEXT =
            Comparator.comparing(text -> text.orElse(null), Comparator.nullsLast(Comparator.naturalOrder()));

    static final Comparator<InvoicedLine> BY_CONTENT = Comparator.<InvoicedLine, LocalDate>comparing(
                    line -> line.date().orElse(LocalDate.MAX))
            .thenComparing(InvoicedLine::document, TEXT)
            .thenComparing(InvoicedLine::id, TEXT)
            .thenComparing(InvoicedLine::days)
            .thenComparing(InvoicedLine::period)
            .thenComparing(InvoicedLine::amount)
            .thenComparing(line -> line.charge().map(Object::toString), TEXT)
            .thenComparing(InvoicedLine::text)
            .thenComparing(line -> line.quantity().orElse(null), Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(line -> line.unitPrice().orElse(null), Comparator.nullsLast(BigDecimal::compareTo))
            .thenComparing(InvoicedLine::isCredit);

    private LineOrder() {}
}
