package io.quittance.examples.spark;

import io.quittance.core.bulk.RatedLines;
import io.quittance.core.contract.Contract;
import io.quittance.core.id.InvoiceNumber;
import io.quittance.core.id.MeterId;
import io.quittance.core.invoice.DocumentParties;
import io.quittance.core.invoice.DocumentReferences;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceDraft;
import io.quittance.core.invoice.InvoiceLine;
import io.quittance.core.invoice.TaxDetermination;
import io.quittance.core.party.Party;
import io.quittance.core.rating.Rating;
import io.quittance.core.usage.UsageEvent;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Makes the document of what a customer used, with the reason of each line. It depends on nothing but its arguments, so that a task
 * which runs twice makes the same document twice.
 *
 * @param prefix of the numbers, such as {@code S-2026-}
 */
record Documents(
        Month month, PriceLists prices, Party seller, TaxDetermination taxes, LocalDate issueDate, String prefix)
        implements Serializable {

    /**
     * The invoice of one customer.
     *
     * @param lines of the kernel, which those of the invoice must be equal to
     * @param customer its ordinal in them
     */
    Invoice issue(Agreement agreement, RatedLines lines, int customer, long number) {
        Contract contract = agreement.contract();
        Rating rating = Rating.of(contract, usage(contract, lines, customer), month.days());
        InvoiceDraft draft = InvoiceDraft.of(rating, taxes).toBuilder()
                .parties(DocumentParties.of(seller, agreement.buyer()))
                .references(DocumentReferences.none().toContract(agreement.id()))
                .build();
        requireSame(agreement, draft.lines(), lines, customer);
        return draft.issue(InvoiceNumber.of(prefix + String.format(Locale.ROOT, "%09d", number)), issueDate);
    }

    /** The sum of each meter, as one use. */
    private List<UsageEvent> usage(Contract contract, RatedLines lines, int customer) {
        var usage = new ArrayList<UsageEvent>();
        for (int meter = 0; meter < lines.meters(); meter++) {
            BigDecimal quantity = lines.quantity(customer, meter);
            if (quantity.signum() != 0) {
                String name = prices.meters().get(meter);
                usage.add(UsageEvent.of(
                        "sum of " + name, contract.customer(), MeterId.of(name), quantity, month.start()));
            }
        }
        return usage;
    }

    /** Two doors of the library must come to the same cents. */
    private void requireSame(Agreement agreement, List<InvoiceLine> made, RatedLines lines, int customer) {
        List<String> meters = agreement.prices().meters();
        for (int i = 0; i < meters.size(); i++) {
            BigDecimal amount = lines.amount(customer, prices.meters().indexOf(meters.get(i)));
            if (made.get(i).netAmount().toBigDecimal().compareTo(amount) != 0) {
                throw new IllegalStateException(
                        "contract " + agreement.id() + ": " + made.get(i) + " must be " + amount);
            }
        }
    }
}
