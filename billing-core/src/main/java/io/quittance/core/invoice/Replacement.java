package io.quittance.core.invoice;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/**
 * Two documents that put another invoice in the place of one, both referring to it.
 *
 * @param creditNote gives back what was not credited yet
 * @param invoice what should have been invoiced
 */
public record Replacement(InvoiceDraft creditNote, InvoiceDraft invoice) implements Serializable {

    /** Checks that both are there. */
    public Replacement {
        requireNonNull(creditNote, "creditNote");
        requireNonNull(invoice, "invoice");
    }
}
