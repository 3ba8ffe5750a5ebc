package io.quittance.ar.journal;

import io.quittance.ar.credit.Credit;
import io.quittance.ar.receivable.Receivable;
import java.util.List;

/**
 * Where the other side of a document goes: the accounts that a receivable credits, and those that a credit debits. {@link InvoiceAccounts}
 * reads it off invoices; a host with another chart of accounts writes its own. Pure: the same document, the same shares.
 */
public interface DocumentAccounts {

    /**
     * The shares of a receivable, which add up to its amount. Of an instalment, which is {@link Receivable#partOf part of} a document, they
     * may be those of the document: its instalments then have each of them once, in parts.
     */
    List<DocumentShare> of(Receivable receivable);

    /** The shares of a credit, which add up to its amount. */
    List<DocumentShare> of(Credit credit);
}
