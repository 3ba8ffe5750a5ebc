package io.quittance.core.invoice;

import static java.util.Objects.requireNonNull;

import io.quittance.core.id.SellerId;
import io.quittance.core.internal.Require;
import java.io.Serializable;

/**
 * A series of numbers: they follow each other without a gap within it (Directive 2006/112/EC, article 226 (2)).
 *
 * @param seller whose documents they are
 * @param name such as {@code 2026} or {@code credit notes}
 */
public record InvoiceSeries(SellerId seller, String name) implements Serializable {

    /** Checks the parts. */
    public InvoiceSeries {
        requireNonNull(seller, "seller");
        Require.id(name, "series");
    }

    /** A series of a seller. */
    public static InvoiceSeries of(String seller, String name) {
        return new InvoiceSeries(SellerId.of(seller), name);
    }

    /** For example {@code ACME 2026}. */
    @Override
    public String toString() {
        return seller + " " + name;
    }
}
