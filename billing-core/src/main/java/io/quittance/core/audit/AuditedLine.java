package io.quittance.core.audit;

import static java.util.Objects.requireNonNull;

import io.quittance.core.billing.BillLine;
import io.quittance.core.internal.Require;
import io.quittance.core.invoice.InvoiceLine;
import io.quittance.core.usage.UsageEvent;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A line of a document, with what it rests on.
 *
 * @param index its place on the document, from 0
 * @param line the line, with the reasons of its amount
 * @param source the line of the bill run that it was made of, which names contract, charge and terms; null for a line that was made
 *     directly
 * @param usage what the meters of its charge counted on its days, in the order of time; empty for a charge without a meter
 */
public record AuditedLine(
        int index, InvoiceLine line, @Nullable BillLine source, List<UsageEvent> usage) implements Serializable {

    /** Checks the parts. */
    public AuditedLine {
        Require.that(index >= 0, "number.negative", "index", "must not be negative", index);
        requireNonNull(line, "line");
        usage = List.copyOf(usage);
    }

    /** The line of the bill run that it was made of, if it was. */
    public Optional<BillLine> billed() {
        return Optional.ofNullable(source);
    }
}
