package io.quittance.json;

import io.quittance.core.contract.DueAmount;
import io.quittance.core.contract.InvoicingRequirements;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.id.CustomerId;
import io.quittance.core.id.InvoiceNumber;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceDraft;
import io.quittance.core.invoice.InvoiceNote;
import io.quittance.core.invoice.InvoiceType;
import io.quittance.core.invoice.TaxPoint;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Currencies;
import io.quittance.core.tax.TaxPolicy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Puts one issued document together from its fields; what follows from others is computed again and held against them. */
final class InvoiceReader {
    private static final CustomerId STAND_IN = CustomerId.of("customer");

    private final JsonFields fields;
    private final JsonFields terms;
    private final AmountFields amounts;
    private final Optional<TaxPolicy> own;
    private final InvoiceDraft.Builder draft;

    /** @param own tax policy of the host's, for documents that name none */
    InvoiceReader(JsonFields fields, Optional<TaxPolicy> own) {
        this.fields = fields;
        this.own = own;
        terms = fields.object(InvoiceJson.DRAFT);
        amounts = AmountFields.of(fields);
        Optional<CustomerId> customer = fields.parsed("customer", CustomerId::of);
        draft = InvoiceDraft.builder(
                customer.orElse(STAND_IN), amounts.currency().orElseGet(() -> Currencies.of("EUR", "currency")));
    }

    /** The document; never with something else in the place of what is wrong. */
    Invoice read() {
        Optional<InvoiceNumber> number = fields.parsed("number", InvoiceNumber::of);
        Optional<LocalDate> issueDate = date("issueDate", fields);
        Optional<LocalDate> dueDate = date("dueDate", fields);
        Optional<String> convention = fields.parsed("convention", text -> Require.id(text, "convention"));
        Optional<String> hash = fields.parsed(InvoiceJson.HASH, Function.identity());
        readHeader();
        readTerms();
        new InvoiceAmountsReader(fields, terms, amounts, draft).read(own);
        readHandling();
        List<DueAmount> instalments = instalments(issueDate);
        fields.done();
        fields.endIfRefused();
        InvoiceDraft made = fields.attempt(this::made).orElseThrow();
        List<DueAmount> due = instalments.isEmpty()
                ? List.of(new DueAmount(dueDate.orElseThrow(), made.totals().due()))
                : instalments;
        Invoice invoice = fields.attempt(() -> Invoice.restored(
                        number.orElseThrow(), issueDate.orElseThrow(), due, made, convention.orElseThrow()))
                .orElseThrow();
        StatedFields.compare(fields, invoice);
        requireHash(hash.orElseThrow(), invoice);
        return invoice;
    }

    private void readHeader() {
        fields.parsed("type", InvoiceType::new).ifPresent(draft::type);
        if (fields.isGiven("period")) {
            Spans.read(fields, "period").ifPresent(draft::period);
        }
        fields.optionalObject("correction").flatMap(CreditedJson::correction).ifPresent(draft::correction);
        fields.require(
                fields.isGiven("pricesIncludeTax"), "json.missing-field", "pricesIncludeTax", "must be given", null);
        if (fields.flag("pricesIncludeTax", false)) {
            draft.pricesIncludeTax();
        }
    }

    private void readTerms() {
        fields.optionalObject("parties").map(PartyJson::readAll).ifPresent(draft::parties);
        fields.optionalObject("delivery").map(PlaceJson::delivery).ifPresent(draft::delivery);
        var scheme = DraftJson.paymentReference(terms);
        fields.optionalObject("payment")
                .flatMap(payment -> PaymentInstructionJson.read(payment, scheme))
                .ifPresent(draft::paymentInstruction);
        requireTogether("paymentReference", "payment", fields.isGiven("payment") || !terms.isGiven("paymentReference"));
        fields.optionalObject("references").map(ReferencesJson::read).ifPresent(draft::references);
        fields.optionalObject("taxPoint").flatMap(this::taxPoint).ifPresent(draft::taxPoint);
        for (JsonFields note : fields.optionalObjects("notes")) {
            Optional<String> subject = note.optionalParsed("subject", text -> Require.id(text, "subject"));
            note.parsed("text", text -> new InvoiceNote(text, subject.orElse(null)))
                    .ifPresent(draft::note);
        }
    }

    private Optional<TaxPoint> taxPoint(JsonFields point) {
        Optional<LocalDate> day = point.optionalParsed("date", text -> Dates.parse(text, "date"));
        Optional<TaxPoint.Event> event = Words.readOptional(point, "event", TaxPoint.Event.values());
        return point.isSound("date") || point.isSound("event") || point.names().isEmpty()
                ? fields.of("taxPoint", () -> new TaxPoint(day.orElse(null), event.orElse(null)))
                : Optional.empty();
    }

    /** How it is sent, kept and paid; of that, what only follows from it must be of the right type. */
    private void readHandling() {
        draft.paymentTerms(PaymentTermsJson.read(terms.object("paymentTerms")));
        fields.optionalText("paymentTerms");
        InvoicingRequirements asked = InvoicingJson.grouped(InvoicingJson.ordered(fields), terms);
        draft.requirements(fields.optionalObject("dispatch")
                .map(dispatch -> InvoicingJson.sent(asked, dispatch))
                .orElse(asked));
        Optional<JsonFields> kept = fields.optionalObject("retention");
        kept.ifPresent(retention -> retention.text("lastDay"));
        DraftJson.retention(
                        terms, kept.flatMap(retention -> retention.parsed("name", text -> Require.id(text, "name"))))
                .ifPresent(draft::retention);
        requireTogether("retention", "retention", kept.isPresent() == terms.isGiven("retention"));
    }

    private void requireTogether(String ofDraft, String ofDocument, boolean together) {
        terms.require(
                together,
                "invoice.draft",
                ofDraft,
                "must be given with the " + ofDocument + " of the document, and only then",
                null);
    }

    private List<DueAmount> instalments(Optional<LocalDate> issueDate) {
        var parts = new ArrayList<DueAmount>();
        for (JsonFields part : fields.optionalObjects("dueAmounts")) {
            Optional<LocalDate> day = date("dueDate", part);
            Optional<Amount> amount = amounts.exact("amount", part);
            day.ifPresent(due -> issueDate.ifPresent(issued -> part.require(
                    !due.isBefore(issued),
                    "invoice.due-date",
                    "dueDate",
                    "must not be before the issue date " + issued,
                    due)));
            day.ifPresent(due -> amount.ifPresent(sum -> parts.add(new DueAmount(due, sum))));
        }
        return parts;
    }

    /** The draft; what it refuses of given taxes is told by the name that they have in the document. */
    private InvoiceDraft made() {
        try {
            return draft.build();
        } catch (InvalidArgumentException e) {
            throw e.argument().startsWith("subtotals")
                    ? new InvalidArgumentException(
                            e.code(),
                            "taxes" + e.argument().substring("subtotals".length()),
                            e.rule(),
                            e.value().orElse(null))
                    : e;
        }
    }

    private void requireHash(String stored, Invoice invoice) {
        String hash = invoice.contentHash();
        fields.require(
                stored.equals(hash),
                "invoice.hash",
                InvoiceJson.HASH,
                "must be that of the contents, " + hash + "; the document was altered after it was issued",
                stored);
    }

    private static Optional<LocalDate> date(String name, JsonFields fields) {
        return fields.parsed(name, text -> Dates.parse(text, name));
    }
}
