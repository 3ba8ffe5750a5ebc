package io.quittance.core.invoice;

import static java.util.Objects.requireNonNull;

import io.quittance.core.contract.DueAmount;
import io.quittance.core.contract.InvoicingRequirements;
import io.quittance.core.id.Masked;
import io.quittance.core.money.MinorUnits;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.tax.TaxSubtotal;
import io.quittance.core.tax.TaxTreatment;
import java.util.Locale;

/**
 * All that an issued document says, field by field, in one order: what its JSON shows and what its hash covers. Names are those of
 * {@code invoice.schema.json}. Numbers of money have at least the decimal places of their currency; days are those of a half-open
 * period. What is empty or absent has no field.
 */
public final class InvoiceFields {
    private InvoiceFields() {}

    /** Gives all fields of a document. */
    public static void write(Invoice invoice, FieldSink fields) {
        header(invoice, fields);
        terms(invoice, fields);
        amounts(invoice, fields);
        handling(invoice, fields);
        fields.text("convention", invoice.convention());
    }

    /** Which document it is, of what, and why. */
    private static void header(Invoice invoice, FieldSink fields) {
        InvoiceDraft draft = invoice.draft();
        fields.text("number", invoice.number().value())
                .text("type", invoice.type().code())
                .text("customer", invoice.customer().value())
                .text("issueDate", invoice.issueDate().toString())
                .text("dueDate", invoice.dueDate().toString());
        invoice.period().ifPresent(period -> period(period, fields));
        invoice.purchaseOrder().ifPresent(number -> fields.text("purchaseOrder", number));
        draft.requirements().buyerReference().ifPresent(reference -> fields.text("buyerReference", reference));
        draft.correction().ifPresent(why -> fields.object("correction", out -> CorrectionFields.write(why, out)));
        fields.text("currency", invoice.amountDue().getCurrency().getCurrencyCode())
                .flag("pricesIncludeTax", draft.pricesIncludeTax());
    }

    /** What it says beside its amounts. */
    private static void terms(Invoice invoice, FieldSink fields) {
        InvoiceDraft draft = invoice.draft();
        draft.parties().ifPresent(parties -> fields.object("parties", out -> PartyFields.write(parties, out)));
        draft.delivery().ifPresent(delivery -> fields.object("delivery", out -> PartyFields.write(delivery, out)));
        invoice.paymentInstruction()
                .ifPresent(instruction -> fields.object("payment", out -> PaymentFields.write(instruction, out)));
        if (!draft.references().equals(DocumentReferences.none())) {
            fields.object("references", out -> ReferenceFields.write(draft.references(), out));
        }
        draft.taxPoint().ifPresent(point -> fields.object("taxPoint", out -> write(point, out)));
        if (!draft.notes().isEmpty()) {
            fields.objects("notes", draft.notes(), InvoiceFields::write);
        }
    }

    /** Its lines and what they add up to. */
    private static void amounts(Invoice invoice, FieldSink fields) {
        InvoiceDraft draft = invoice.draft();
        fields.objects("lines", draft.lines(), LineFields::write);
        if (!draft.allowanceCharges().isEmpty()) {
            fields.objects("allowanceCharges", draft.allowanceCharges(), LineFields::write);
        }
        if (!draft.taxes().subtotals().isEmpty()) {
            fields.objects("taxes", draft.taxes().subtotals(), InvoiceFields::write);
        }
        draft.taxCurrency().ifPresent(other -> fields.object("taxCurrency", out -> write(other, draft, out)));
        if (!draft.prepayments().isEmpty()) {
            fields.objects("prepayments", draft.prepayments(), InvoiceFields::write);
        }
        draft.credited().ifPresent(what -> fields.object("credited", out -> CorrectionFields.write(what, out)));
        fields.object("totals", totals -> write(invoice.totals(), totals));
    }

    /** How it is sent, kept and paid. */
    private static void handling(Invoice invoice, FieldSink fields) {
        InvoiceDraft draft = invoice.draft();
        dispatch(draft.requirements(), fields);
        draft.retention().ifPresent(kept -> {
            String lastDay = kept.lastDay(invoice.issueDate()).toString();
            fields.object("retention", out -> out.text("name", kept.name()).text("lastDay", lastDay));
        });
        DocumentTerms.paymentTerms(draft).ifPresent(terms -> fields.text("paymentTerms", terms));
        if (invoice.dueAmounts().size() > 1) {
            fields.objects("dueAmounts", invoice.dueAmounts(), InvoiceFields::write);
        }
    }

    static void period(ServicePeriod period, FieldSink fields) {
        fields.object(
                "period",
                days -> days.text("start", period.start().toString())
                        .text("end", period.end().toString()));
    }

    private static void write(TaxPoint point, FieldSink fields) {
        point.date().ifPresent(day -> fields.text("date", day.toString()));
        point.event().ifPresent(event -> fields.text("event", word(event)));
    }

    private static void write(InvoiceNote note, FieldSink fields) {
        note.subject().ifPresent(code -> fields.text("subject", code));
        fields.text("text", note.text());
    }

    private static void write(TaxCurrency other, InvoiceDraft draft, FieldSink fields) {
        fields.text("currency", other.currency().getCurrencyCode())
                .decimal("rate", other.rate())
                .text("rateDate", other.rateDate().toString())
                .text("source", other.source())
                .decimal("tax", MinorUnits.written(draft.taxInTaxCurrency().orElseThrow()));
    }

    private static void write(Prepayment prepayment, FieldSink fields) {
        fields.decimal("amount", MinorUnits.written(prepayment.amount()));
        prepayment.invoice().ifPresent(number -> fields.text("invoice", number.value()));
    }

    private static void write(DueAmount part, FieldSink fields) {
        fields.text("dueDate", part.dueDate().toString()).decimal("amount", MinorUnits.written(part.amount()));
    }

    private static void write(InvoiceTotals totals, FieldSink fields) {
        fields.decimal("lines", MinorUnits.written(totals.lines()))
                .decimal("allowances", MinorUnits.written(totals.allowances()))
                .decimal("charges", MinorUnits.written(totals.charges()))
                .decimal("withoutTax", MinorUnits.written(totals.withoutTax()))
                .decimal("tax", MinorUnits.written(totals.tax()))
                .decimal("withTax", MinorUnits.written(totals.withTax()))
                .decimal("prepaid", MinorUnits.written(totals.prepaid()))
                .decimal("rounding", MinorUnits.written(totals.rounding()))
                .decimal("due", MinorUnits.written(totals.due()));
    }

    static void write(TaxTreatment treatment, FieldSink fields) {
        fields.text("category", treatment.category().code());
        treatment.rate().ifPresent(rate -> fields.decimal("rate", rate.percent()));
        treatment.jurisdiction().ifPresent(jurisdiction -> fields.text("jurisdiction", jurisdiction));
        treatment.reasonCode().ifPresent(code -> fields.text("reasonCode", code));
        treatment.reason().ifPresent(reason -> fields.text("reason", reason));
    }

    private static void write(TaxSubtotal subtotal, FieldSink fields) {
        fields.object("treatment", treatment -> write(subtotal.treatment(), treatment));
        if (!subtotal.reasonCodes().isEmpty()) {
            fields.texts("reasonCodes", subtotal.reasonCodes());
        }
        if (!subtotal.reasons().isEmpty()) {
            fields.texts("reasons", subtotal.reasons());
        }
        fields.decimal("taxable", MinorUnits.written(subtotal.taxable()))
                .decimal("tax", MinorUnits.written(subtotal.tax()))
                .reasons("explanations", subtotal.explanations());
    }

    /** How the customer wants it sent. */
    private static void dispatch(InvoicingRequirements requirements, FieldSink fields) {
        if (requirements.channel().isPresent() || requirements.format().isPresent()) {
            fields.object("dispatch", out -> {
                requirements.channel().ifPresent(channel -> out.text("channel", word(channel)));
                requirements.address().map(Masked::reveal).ifPresent(address -> out.text("address", address));
                requirements.format().ifPresent(format -> out.text("format", format));
            });
        }
    }

    static String word(Enum<?> value) {
        return requireNonNull(value, "value").name().toLowerCase(Locale.ROOT);
    }
}
