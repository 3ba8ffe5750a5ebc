package io.quittance.json;

import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.AllocationLine;
import io.quittance.core.money.MinorUnits;
import java.io.IOException;
import java.io.OutputStream;

/** Allocations as JSON, {@code allocation.schema.json}: which payment settles what, and why. */
public final class AllocationJson {
    private static final SchemaVersions VERSIONS = SchemaVersions.first();

    private AllocationJson() {}

    /**
     * Writes a JSON array of allocations in UTF-8, one line for each; the stream is flushed and stays open. Equal
     * allocations give equal bytes.
     *
     * @throws IOException if the stream fails
     */
    public static void write(Iterable<Allocation> allocations, OutputStream out) throws IOException {
        DocumentWriter.write(allocations, out, AllocationJson::write);
    }

    private static void write(Allocation allocation, JsonObject object) {
        object.integer(SchemaVersions.FIELD, VERSIONS.current())
                .text("payment", allocation.payment().value())
                .text("customer", allocation.customer().value())
                .text("date", allocation.date().toString())
                .text("currency", allocation.applied().getCurrency().getCurrencyCode())
                .objects("lines", allocation.lines(), AllocationJson::write)
                .decimal("applied", MinorUnits.written(allocation.applied()))
                .decimal("unapplied", MinorUnits.written(allocation.unapplied()));
    }

    private static void write(AllocationLine line, JsonObject object) {
        object.text("item", line.item().value())
                .decimal("amount", MinorUnits.written(line.amount()))
                .object("explanation", reason -> Explanations.write(line.explanation(), reason));
        if (line.explanations().size() > 1) {
            object.objects("explanations", line.explanations(), Explanations::write);
        }
    }
}
