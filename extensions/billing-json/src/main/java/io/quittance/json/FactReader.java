package io.quittance.json;

import io.quittance.ar.credit.Credit;
import io.quittance.ar.dispute.Dispute;
import io.quittance.ar.dispute.DisputeId;
import io.quittance.ar.dispute.DisputeStage;
import io.quittance.ar.dispute.Resolution;
import io.quittance.ar.ledger.CreditPosted;
import io.quittance.ar.ledger.DebtRescheduled;
import io.quittance.ar.ledger.DisputeOpened;
import io.quittance.ar.ledger.DisputeResolved;
import io.quittance.ar.ledger.DisputeStaged;
import io.quittance.ar.ledger.EntryKey;
import io.quittance.ar.ledger.EntryReversed;
import io.quittance.ar.ledger.LedgerFact;
import io.quittance.ar.ledger.PaymentAllocated;
import io.quittance.ar.ledger.PaymentConverted;
import io.quittance.ar.ledger.PaymentReceived;
import io.quittance.ar.ledger.PaymentRefunded;
import io.quittance.ar.ledger.PaymentReturned;
import io.quittance.ar.ledger.ReceivablePosted;
import io.quittance.ar.ledger.ReceivableWrittenOff;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.ar.settlement.Settlement;
import io.quittance.core.explain.Explanation;
import io.quittance.core.id.CustomerId;
import io.quittance.core.internal.Dates;
import io.quittance.core.money.Amount;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads the fields of a fact as {@link FactWriter} writes them, by its kind. */
final class FactReader {
    private final JsonFields fields;
    private final Optional<CustomerId> customer;

    private FactReader(JsonFields fields) {
        this.fields = fields;
        customer = fields.parsed("customer", CustomerId::of);
    }

    /** Empty where it is wrong. */
    static Optional<LedgerFact> read(JsonFields fields) {
        Optional<FactKind> kind = Words.read(fields, "kind", FactKind.values());
        if (kind.isEmpty()) {
            fields.leaveRest();
            return Optional.empty();
        }
        var reader = new FactReader(fields);
        return switch (kind.get()) {
            case RECEIVABLE_POSTED -> reader.posted();
            case CREDIT_POSTED -> reader.credited();
            case PAYMENT_RECEIVED -> reader.received();
            case PAYMENT_ALLOCATED -> reader.allocated();
            case PAYMENT_REFUNDED -> reader.refunded();
            case PAYMENT_CONVERTED -> reader.converted();
            case PAYMENT_RETURNED -> reader.returned();
            case RECEIVABLE_WRITTEN_OFF -> reader.writtenOff();
            case ENTRY_REVERSED -> reader.reversed();
            case DISPUTE_OPENED -> reader.disputeOpened();
            case DISPUTE_STAGED -> reader.disputeStaged();
            case DISPUTE_RESOLVED -> reader.disputeResolved();
            case DEBT_RESCHEDULED -> reader.rescheduled();
        };
    }

    private Optional<LocalDate> effectiveDate() {
        return fields.parsed("effectiveDate", text -> Dates.parse(text, "effectiveDate"));
    }

    private Optional<PaymentId> paymentId() {
        return fields.parsed("paymentId", PaymentId::of);
    }

    private Optional<ReceivableId> item() {
        return fields.parsed("item", ReceivableId::of);
    }

    /** What it stands at in the books, where that is said. */
    private static Optional<Amount> booked(JsonFields of) {
        return of.optionalObject("booked").flatMap(FactReader::amount);
    }

    /** An amount with a currency of its own. */
    private static Optional<Amount> amount(JsonFields fields) {
        return AmountFields.of(fields).rounded("amount", fields);
    }

    private Optional<LedgerFact> posted() {
        return posted(fields, AmountFields.of(fields)).map(LedgerFact.class::cast);
    }

    private Optional<ReceivablePosted> posted(JsonFields debt, AmountFields amounts) {
        Optional<Receivable> receivable = ReceivableJson.read(debt.object("receivable"), customer, amounts);
        Optional<Amount> booked = booked(debt);
        return Parts.made(debt, () -> new ReceivablePosted(receivable.orElseThrow(), booked.orElse(null)), receivable);
    }

    private Optional<LedgerFact> credited() {
        AmountFields amounts = AmountFields.of(fields);
        Optional<Credit> credit = credit(fields.object("credit"), amounts);
        Optional<Amount> booked = booked(fields);
        return Parts.made(fields, () -> new CreditPosted(credit.orElseThrow(), booked.orElse(null)), credit);
    }

    private Optional<Credit> credit(JsonFields credit, AmountFields amounts) {
        Optional<PaymentId> id = credit.parsed("id", PaymentId::of);
        Optional<LocalDate> documentDate = credit.parsed("documentDate", text -> Dates.parse(text, "documentDate"));
        Optional<Amount> amount = amounts.rounded("amount", credit);
        List<ReceivableId> credited = credit.optionalParsedTexts("credited", ReceivableId::of);
        return Parts.made(
                credit,
                () -> credited.stream()
                        .reduce(
                                Credit.of(
                                        id.orElseThrow(),
                                        customer.orElseThrow(),
                                        documentDate.orElseThrow(),
                                        amount.orElseThrow()),
                                Credit::crediting,
                                (one, other) -> other),
                id,
                customer,
                documentDate,
                amount);
    }

    private Optional<LedgerFact> received() {
        AmountFields amounts = AmountFields.of(fields);
        Optional<Payment> payment = PaymentJson.read(fields.object("payment"), customer, amounts);
        Optional<Amount> booked = booked(fields);
        return Parts.made(fields, () -> new PaymentReceived(payment.orElseThrow(), booked.orElse(null)), payment);
    }

    private Optional<LedgerFact> allocated() {
        AmountFields amounts = AmountFields.of(fields);
        Optional<Settlement> settlement = SettlementJson.read(fields, customer, amounts);
        Optional<LocalDate> day = effectiveDate();
        return Parts.made(
                fields, () -> new PaymentAllocated(settlement.orElseThrow(), day.orElseThrow()), settlement, day);
    }

    private Optional<LedgerFact> refunded() {
        AmountFields amounts = AmountFields.of(fields);
        Optional<PaymentId> payment = paymentId();
        Optional<Amount> amount = amounts.rounded("amount", fields);
        Optional<LocalDate> day = effectiveDate();
        return Parts.made(
                fields,
                () -> new PaymentRefunded(
                        customer.orElseThrow(), payment.orElseThrow(), amount.orElseThrow(), day.orElseThrow()),
                customer,
                payment,
                amount,
                day);
    }

    private Optional<LedgerFact> converted() {
        AmountFields amounts = AmountFields.of(fields);
        Optional<PaymentId> payment = paymentId();
        Optional<Amount> amount = amounts.rounded("amount", fields);
        Optional<Amount> converted = amount(fields.object("converted"));
        Optional<Amount> booked = booked(fields);
        Optional<LocalDate> day = effectiveDate();
        return Parts.made(
                fields,
                () -> new PaymentConverted(
                        customer.orElseThrow(),
                        payment.orElseThrow(),
                        amount.orElseThrow(),
                        converted.orElseThrow(),
                        day.orElseThrow(),
                        booked.orElse(null)),
                customer,
                payment,
                amount,
                converted,
                day);
    }

    private Optional<LedgerFact> returned() {
        Optional<PaymentId> payment = paymentId();
        Optional<PaymentReturned.Reason> reason = Words.read(fields, "reason", PaymentReturned.Reason.values());
        Optional<LocalDate> day = effectiveDate();
        Optional<LedgerFact> whole = Parts.made(
                fields,
                () -> new PaymentReturned(
                        customer.orElseThrow(), payment.orElseThrow(), reason.orElseThrow(), day.orElseThrow()),
                customer,
                payment,
                reason,
                day);
        Optional<JsonFields> part = fields.optionalObject("part");
        return part.isEmpty() ? whole : returned(part.get(), whole.map(PaymentReturned.class::cast));
    }

    private Optional<LedgerFact> returned(JsonFields part, Optional<PaymentReturned> whole) {
        AmountFields amounts = AmountFields.of(part);
        Optional<Amount> amount = amounts.rounded("amount", part);
        Optional<ReceivablePosted> owed = part.optionalObject("owed").flatMap(debt -> posted(debt, amounts));
        return Parts.made(
                part,
                () -> {
                    PaymentReturned all = whole.orElseThrow();
                    PaymentReturned taken = PaymentReturned.ofPart(
                            all.customer(), all.payment(), amount.orElseThrow(), all.reason(), all.effectiveDate());
                    return owed.map(taken::owing).orElse(taken);
                },
                whole,
                amount);
    }

    private Optional<LedgerFact> writtenOff() {
        AmountFields amounts = AmountFields.of(fields);
        Optional<ReceivableId> item = item();
        Optional<Amount> amount = amounts.rounded("amount", fields);
        Optional<ReceivableWrittenOff.Reason> reason =
                Words.read(fields, "reason", ReceivableWrittenOff.Reason.values());
        Optional<LocalDate> day = effectiveDate();
        return Parts.made(
                fields,
                () -> new ReceivableWrittenOff(
                        customer.orElseThrow(),
                        item.orElseThrow(),
                        amount.orElseThrow(),
                        reason.orElseThrow(),
                        day.orElseThrow()),
                customer,
                item,
                amount,
                reason,
                day);
    }

    private Optional<LedgerFact> reversed() {
        Optional<EntryKey> entry = fields.parsed("entry", EntryKey::of);
        Optional<LocalDate> day = effectiveDate();
        return Parts.made(
                fields,
                () -> new EntryReversed(customer.orElseThrow(), entry.orElseThrow(), day.orElseThrow()),
                customer,
                entry,
                day);
    }

    private Optional<LedgerFact> rescheduled() {
        AmountFields amounts = AmountFields.of(fields);
        Optional<List<DebtRescheduled.Moved>> moved = all(fields.objects("moved"), part -> moved(part, amounts));
        Optional<List<Receivable>> owed =
                all(fields.objects("owed"), debt -> ReceivableJson.read(debt, customer, amounts));
        Optional<List<ReceivablePosted>> charges =
                all(fields.optionalObjects("charges"), charge -> posted(charge, amounts));
        Optional<Explanation> explanation = Explanations.read(fields.object("explanation"));
        Optional<LocalDate> day = effectiveDate();
        return Parts.made(
                fields,
                () -> new DebtRescheduled(
                        customer.orElseThrow(),
                        moved.orElseThrow(),
                        owed.orElseThrow(),
                        charges.orElseThrow(),
                        explanation.orElseThrow(),
                        day.orElseThrow()),
                customer,
                moved,
                owed,
                charges,
                explanation,
                day);
    }

    /** Empty where one of them is wrong: they add up to something. */
    private static <T> Optional<List<T>> all(List<JsonFields> elements, Function<JsonFields, Optional<T>> reader) {
        List<T> made = new ArrayList<>();
        elements.forEach(element -> reader.apply(element).ifPresent(made::add));
        return made.size() == elements.size() ? Optional.of(made) : Optional.empty();
    }

    private static Optional<DebtRescheduled.Moved> moved(JsonFields part, AmountFields amounts) {
        Optional<ReceivableId> item = part.parsed("item", ReceivableId::of);
        Optional<Amount> amount = amounts.rounded("amount", part);
        return Parts.made(
                part, () -> new DebtRescheduled.Moved(item.orElseThrow(), amount.orElseThrow()), item, amount);
    }

    private Optional<LedgerFact> disputeOpened() {
        AmountFields amounts = AmountFields.of(fields);
        Optional<Dispute> dispute = DisputeJson.read(fields.object("dispute"), amounts);
        Optional<LocalDate> day = effectiveDate();
        return Parts.made(
                fields,
                () -> new DisputeOpened(customer.orElseThrow(), dispute.orElseThrow(), day.orElseThrow()),
                customer,
                dispute,
                day);
    }

    private Optional<DisputeId> disputeId() {
        return fields.parsed("disputeId", DisputeId::of);
    }

    private Optional<LedgerFact> disputeStaged() {
        Optional<DisputeId> dispute = disputeId();
        Optional<DisputeStage> stage = DisputeJson.readStage(fields);
        Optional<LocalDate> day = effectiveDate();
        return Parts.made(
                fields,
                () -> new DisputeStaged(
                        customer.orElseThrow(), dispute.orElseThrow(), stage.orElseThrow(), day.orElseThrow()),
                customer,
                dispute,
                stage,
                day);
    }

    private Optional<LedgerFact> disputeResolved() {
        Optional<DisputeId> dispute = disputeId();
        Optional<Resolution.Outcome> outcome = Words.read(fields, "outcome", Resolution.Outcome.values());
        Optional<JsonFields> part = fields.optionalObject("accepted");
        Optional<Amount> accepted = part.flatMap(FactReader::amount);
        boolean leavesRest = fields.flag("leavesRest", false);
        Optional<LocalDate> day = effectiveDate();
        return Parts.made(
                fields,
                () -> new DisputeResolved(
                        customer.orElseThrow(),
                        dispute.orElseThrow(),
                        new Resolution(outcome.orElseThrow(), accepted.orElse(null), leavesRest),
                        day.orElseThrow()),
                customer,
                dispute,
                outcome,
                part.isPresent() ? accepted : outcome,
                day);
    }
}
