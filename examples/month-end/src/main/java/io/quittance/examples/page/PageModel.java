package io.quittance.examples.page;

import io.quittance.core.invoice.Correction;
import io.quittance.core.invoice.DocumentParties;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceDraft;
import io.quittance.core.invoice.InvoiceNote;
import io.quittance.core.money.Amount;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that the template shows, as text.
 *
 * @param lang the language of its words
 * @param word all words by their keys
 * @param kind what kind of document it is
 * @param seller one or none, as is {@code buyer}
 * @param preceding the invoices that it is about; empty if it is about none
 * @param correction why it corrects them; empty if it does not say
 * @param pricesNote that prices include the tax; empty where they do not
 * @param taxCurrency the tax in another currency; empty where there is none
 * @param hash of the document's contents
 */
record PageModel(
        String lang,
        Map<String, String> word,
        String kind,
        String number,
        String currency,
        List<PartyModel> seller,
        List<PartyModel> buyer,
        List<PartyModel> others,
        List<Fact> facts,
        String preceding,
        String correction,
        List<Fact> notes,
        List<LineModel> lines,
        String pricesNote,
        SumsModel sums,
        String taxCurrency,
        PaymentModel payment,
        List<Fact> supporting,
        String hash) {

    boolean hasOthers() {
        return !others.isEmpty();
    }

    boolean hasTaxes() {
        return !sums.taxes().isEmpty();
    }

    boolean hasSupporting() {
        return !supporting.isEmpty();
    }

    static PageModel of(Invoice invoice, Words words) {
        InvoiceDraft draft = invoice.draft();
        return new PageModel(
                words.tag(),
                words.all(),
                kind(invoice, words),
                invoice.number().value(),
                invoice.amountDue().getCurrency().getCurrencyCode(),
                draft.parties().map(DocumentParties::seller).stream()
                        .map(party -> PartyModel.of("seller", party, words))
                        .toList(),
                draft.parties().map(DocumentParties::buyer).stream()
                        .map(party -> PartyModel.of("buyer", party, words))
                        .toList(),
                PartyModel.others(draft.parties(), draft.delivery(), words),
                ReferenceFacts.of(invoice, words),
                ReferenceFacts.preceding(draft, words),
                draft.correction()
                        .map(why -> why.reason().explanation().text(words.locale()))
                        .orElse(""),
                notes(draft, words),
                lines(draft, words),
                draft.pricesIncludeTax() ? words.of("prices-include-tax") : "",
                SumsModel.of(draft, words),
                SumsModel.taxCurrency(draft, words),
                PaymentModel.of(invoice, words),
                ReferenceFacts.supporting(draft),
                invoice.contentHash());
    }

    /** A type without a name of its own is an invoice or a credit note, with its code. */
    private static String kind(Invoice invoice, Words words) {
        String code = invoice.type().code();
        String name = words.of("type", code);
        return name.equals(code)
                ? words.of(invoice.type().isCredit() ? "type.381" : "type.380") + " (" + code + ")"
                : name;
    }

    /** A correction without words of its own stands there already, in the language of the page. */
    private static List<Fact> notes(InvoiceDraft draft, Words words) {
        Optional<InvoiceNote> said =
                draft.correction().filter(why -> why.text().isEmpty()).map(Correction::note);
        return draft.notes().stream()
                .filter(note -> !said.equals(Optional.of(note)))
                .map(note -> note(note, words))
                .toList();
    }

    private static Fact note(InvoiceNote note, Words words) {
        return new Fact(note.subject().map(code -> words.of("subject", code)).orElse(""), note.text());
    }

    private static List<LineModel> lines(InvoiceDraft draft, Words words) {
        List<Amount> nets = draft.lineNetAmounts();
        var lines = new ArrayList<LineModel>();
        for (int i = 0; i < nets.size(); i++) {
            lines.add(LineModel.of(draft.lines().get(i), i + 1, nets.get(i), draft.period(), words));
        }
        return List.copyOf(lines);
    }
}
