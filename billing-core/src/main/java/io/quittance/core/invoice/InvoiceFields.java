package io.quittance.core.invoice;

import static java.util.Objects.requireNonNull;

import io.quittance.core.contract.DueAmount;
import io.quittance.core.contract.InvoicingRequirements;
import io.quittance.core.id.Masked;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.tax.TaxSubtotal;
import io.quittance.core.tax.TaxTreatment;
import java.math.BigDecimal;
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
        dispatch(draft.requirements(), fields);
        draft.retention()
                .ifPresent(kept -> fields.object(
                        "retention",
                        out -> out.text("name", kept.name())
                                .text(
                                        "lastDay",
                                        kept.lastDay(invoice.issueDate()).toString())));
        DocumentTerms.paymentTerms(draft).ifPresent(terms -> fields.text("paymentTerms", terms));
        if (invoice.dueAmounts().size() > 1) {
            fields.objects("dueAmounts", invoice.dueAmounts(), InvoiceFields::write);
        }
        fields.text("convention", invoice.convention());
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
                .decimal("tax", number(draft.taxInTaxCurrency().orElseThrow()));
    }

    private static void write(Prepayment prepayment, FieldSink fields) {
        fields.decimal("amount", number(prepayment.amount()));
        prepayment.invoice().ifPresent(number -> fields.text("invoice", number.value()));
    }

    private static void write(DueAmount part, FieldSink fields) {
        fields.text("dueDate", part.dueDate().toString()).decimal("amount", number(part.amount()));
    }

    private static void write(InvoiceTotals totals, FieldSink fields) {
        fields.decimal("lines", number(totals.lines()))
                .decimal("allowances", number(totals.allowances()))
                .decimal("charges", number(totals.charges()))
                .decimal("withoutTax", number(totals.withoutTax()))
                .decimal("tax", number(totals.tax()))
                .decimal("withTax", number(totals.withTax()))
                .decimal("prepaid", number(totals.prepaid()))
                .decimal("rounding", number(totals.rounding()))
                .decimal("due", number(totals.due()));
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
        fields.decimal("taxable", number(subtotal.taxable()))
                .decimal("tax", number(subtotal.tax()))
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

    /** A number of money with at least the decimal places of its currency. */
    static BigDecimal number(Amount amount) {
        BigDecimal number = amount.toBigDecimal().stripTrailingZeros();
        int places = Math.max(amount.getCurrency().getDefaultFractionDigits(), 0);
        return number.scale() < places ? number.setScale(places) : number;
    }
}
