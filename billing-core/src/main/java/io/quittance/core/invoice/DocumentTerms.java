package io.quittance.core.invoice;

import static io.quittance.core.invoice.AllowanceCharge.Kind.ALLOWANCE;
import static io.quittance.core.invoice.AllowanceCharge.Kind.CHARGE;

import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.en16931.BusinessGroup;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.MinorUnits;
import io.quittance.core.tax.TaxSubtotal;
import io.quittance.core.tax.TaxTreatment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** What a document of this library says in the terms of EN 16931. */
final class DocumentTerms {
    /** The standard itself, without a country's or network's usage. */
    private static final String SPECIFICATION = "urn:cen.eu:en16931:2017";

    private final InvoiceDraft draft;
    private final String currency;

    private DocumentTerms(InvoiceDraft draft) {
        this.draft = draft;
        currency = draft.totals().due().getCurrency().getCurrencyCode();
    }

    /** A draft: all but what is known only when it is issued. */
    static BusinessGroup of(InvoiceDraft draft) {
        return new DocumentTerms(draft).document(BusinessGroup.document(), draft.paymentInstruction());
    }

    static BusinessGroup of(Invoice invoice) {
        var document = BusinessGroup.document()
                .put("BT-1", invoice.number().value())
                .put("BT-2", invoice.issueDate().toString())
                .put("BT-9", invoice.dueDate().toString());
        return new DocumentTerms(invoice.draft()).document(document, invoice.paymentInstruction());
    }

    private BusinessGroup document(BusinessGroup.Builder document, Optional<PaymentInstruction> payment) {
        document.put("BT-3", draft.type().code()).put("BT-5", currency);
        draft.taxCurrency()
                .ifPresent(other -> document.put("BT-6", other.currency().getCurrencyCode()));
        draft.taxPoint().ifPresent(point -> {
            point.date().ifPresent(day -> document.put("BT-7", day.toString()));
            point.event().ifPresent(event -> document.put("BT-8", event.code()));
        });
        document.put("BT-10", draft.requirements().buyerReference())
                .put("BT-13", draft.requirements().purchaseOrder());
        references(document);
        document.put("BT-20", paymentTerms(draft));
        draft.notes()
                .forEach(note -> document.add(
                        BusinessGroup.of("BG-1").put("BT-21", note.subject()).put("BT-22", note.text())));
        document.add(BusinessGroup.of("BG-2").put("BT-24", SPECIFICATION));
        draft.parties().ifPresent(parties -> PartyTerms.add(parties, document));
        draft.delivery().ifPresent(delivery -> document.add(PartyTerms.delivery(delivery)));
        draft.period()
                .ifPresent(period -> document.add(BusinessGroup.of("BG-14")
                        .put("BT-73", period.start().toString())
                        .put("BT-74", period.lastDay().toString())));
        payment.ifPresent(instruction -> document.add(payment(instruction)));
        allowanceCharges(document);
        totals(document);
        draft.taxes().subtotals().forEach(subtotal -> document.add(tax(subtotal)));
        lines(document);
        return document.build();
    }

    /** Payment terms in words, where a due date does not say all of them. */
    static Optional<String> paymentTerms(InvoiceDraft draft) {
        PaymentTerms terms = draft.paymentTerms();
        boolean onlyDate = terms.discounts().isEmpty() && terms.instalments().size() == 1;
        return onlyDate ? Optional.empty() : Optional.of(terms.toString());
    }

    private void references(BusinessGroup.Builder document) {
        DocumentReferences references = draft.references();
        document.put("BT-11", references.project())
                .put("BT-12", references.contract())
                .put("BT-14", references.salesOrder())
                .put("BT-15", references.receivingAdvice())
                .put("BT-16", references.deliveryNote())
                .put("BT-17", references.tender());
        references.object().ifPresent(id -> PartyTerms.put(document, "BT-18", id));
        document.put("BT-19", references.accounting());
        references
                .preceding()
                .forEach(invoice -> document.add(BusinessGroup.of("BG-3")
                        .put("BT-25", invoice.number().value())
                        .put("BT-26", invoice.issueDate().map(Object::toString))));
        references.supporting().forEach(supporting -> document.add(SupportingTerms.of(supporting)));
    }

    private static BusinessGroup.Builder payment(PaymentInstruction instruction) {
        var payment =
                BusinessGroup.of("BG-16").put("BT-81", instruction.meansCode()).put("BT-83", instruction.reference());
        instruction
                .transfers()
                .forEach(transfer -> payment.add(BusinessGroup.of("BG-17")
                        .put("BT-84", transfer.account().reveal())
                        .put("BT-85", transfer.name())
                        .put("BT-86", transfer.provider())));
        instruction
                .card()
                .ifPresent(card -> payment.add(BusinessGroup.of("BG-18")
                        .put("BT-87", card.lastDigits())
                        .put("BT-88", card.holder())));
        instruction
                .debit()
                .ifPresent(debit -> payment.add(BusinessGroup.of("BG-19")
                        .put("BT-89", debit.mandate())
                        .put("BT-90", debit.creditorId())
                        .put("BT-91", debit.account().reveal())));
        return payment;
    }

    private void allowanceCharges(BusinessGroup.Builder document) {
        List<Amount> nets = draft.allowanceChargeNetAmounts();
        for (int i = 0; i < nets.size(); i++) {
            AllowanceCharge one = draft.allowanceCharges().get(i);
            AllowanceTerms terms =
                    one.kind() == ALLOWANCE ? AllowanceTerms.DOCUMENT_ALLOWANCE : AllowanceTerms.DOCUMENT_CHARGE;
            document.add(terms.of(one, nets.get(i), this));
        }
    }

    private void totals(BusinessGroup.Builder document) {
        InvoiceTotals sums = draft.totals();
        var totals = BusinessGroup.of("BG-22");
        put(totals, "BT-106", sums.lines());
        if (has(ALLOWANCE)) {
            put(totals, "BT-107", sums.allowances());
        }
        if (has(CHARGE)) {
            put(totals, "BT-108", sums.charges());
        }
        put(totals, "BT-109", sums.withoutTax());
        put(totals, "BT-110", sums.tax());
        draft.taxInTaxCurrency().ifPresent(tax -> put(totals, "BT-111", tax));
        put(totals, "BT-112", sums.withTax());
        putUnlessZero(totals, "BT-113", sums.prepaid());
        putUnlessZero(totals, "BT-114", sums.rounding());
        put(totals, "BT-115", sums.due());
        document.add(totals);
    }

    private boolean has(AllowanceCharge.Kind kind) {
        return draft.allowanceCharges().stream().anyMatch(one -> one.kind() == kind);
    }

    private BusinessGroup.Builder tax(TaxSubtotal subtotal) {
        var group = BusinessGroup.of("BG-23");
        put(group, "BT-116", subtotal.taxable());
        put(group, "BT-117", subtotal.tax());
        group.put("BT-118", subtotal.treatment().category().code());
        subtotal.treatment().rate().ifPresent(rate -> group.put("BT-119", Require.plain(rate.percent())));
        subtotal.reasons().forEach(reason -> group.put("BT-120", reason));
        subtotal.reasonCodes().forEach(code -> group.put("BT-121", code));
        return group;
    }

    private void lines(BusinessGroup.Builder document) {
        List<Amount> nets = draft.lineNetAmounts();
        List<String> ids = ids(draft.lines());
        for (int i = 0; i < nets.size(); i++) {
            InvoiceLine line = draft.lines().get(i);
            if (line.status() == InvoiceLine.Status.DETAIL) {
                document.add(LineTerms.of(line, ids.get(i), nets.get(i), this));
            }
        }
    }

    /** Of each line its own id, else its place from 1; where another line has that, the first number after the last place that none has. */
    private static List<String> ids(List<InvoiceLine> lines) {
        var given = new HashSet<String>();
        lines.forEach(line -> line.id().ifPresent(given::add));
        var ids = new ArrayList<String>();
        int next = lines.size() + 1;
        for (int i = 0; i < lines.size(); i++) {
            String id = lines.get(i).id().orElse(Integer.toString(i + 1));
            if (lines.get(i).id().isEmpty() && given.contains(id)) {
                while (given.contains(Integer.toString(next))) {
                    next++;
                }
                id = Integer.toString(next++);
            }
            ids.add(id);
        }
        return ids;
    }

    boolean pricesIncludeTax() {
        return draft.pricesIncludeTax();
    }

    void putUnlessZero(BusinessGroup.Builder group, String term, Amount amount) {
        if (amount.signum() != 0) {
            put(group, term, amount);
        }
    }

    /** An amount with the decimal places of its currency, as documents write it. */
    void put(BusinessGroup.Builder group, String term, Amount amount) {
        group.put(
                term,
                MinorUnits.written(amount).toPlainString(),
                amount.getCurrency().getCurrencyCode());
    }

    static void taxes(BusinessGroup.Builder group, String category, String rate, TaxTreatment treatment) {
        group.put(category, treatment.category().code());
        treatment.rate().ifPresent(percent -> group.put(rate, Require.plain(percent.percent())));
    }
}
