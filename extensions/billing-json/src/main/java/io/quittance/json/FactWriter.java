package io.quittance.json;

import io.quittance.ar.credit.Credit;
import io.quittance.ar.ledger.CreditPosted;
import io.quittance.ar.ledger.DebtRescheduled;
import io.quittance.ar.ledger.DisputeOpened;
import io.quittance.ar.ledger.DisputeResolved;
import io.quittance.ar.ledger.DisputeStaged;
import io.quittance.ar.ledger.EntryReversed;
import io.quittance.ar.ledger.LedgerFact;
import io.quittance.ar.ledger.PaymentAllocated;
import io.quittance.ar.ledger.PaymentConverted;
import io.quittance.ar.ledger.PaymentReceived;
import io.quittance.ar.ledger.PaymentRefunded;
import io.quittance.ar.ledger.PaymentReturned;
import io.quittance.ar.ledger.ReceivablePosted;
import io.quittance.ar.ledger.ReceivableWrittenOff;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.money.Amount;
import org.jspecify.annotations.Nullable;

/** Writes the fields of a fact, of its kind, its customer and its currency first; {@link FactReader} reads them. */
final class FactWriter implements LedgerFact.Cases<JsonObject> {
    private final JsonObject out;

    private FactWriter(JsonObject out) {
        this.out = out;
    }

    static void write(LedgerFact fact, JsonObject object) {
        fact.match(new FactWriter(object));
    }

    private JsonObject begin(FactKind kind, LedgerFact fact) {
        return out.text("kind", Words.of(kind)).text("customer", fact.customer().value());
    }

    private JsonObject begin(FactKind kind, LedgerFact fact, Amount amount) {
        return begin(kind, fact).text("currency", amount.getCurrency().getCurrencyCode());
    }

    private JsonObject end(LedgerFact fact) {
        return out.text("effectiveDate", fact.effectiveDate().toString());
    }

    private static JsonObject booked(@Nullable Amount booked, JsonObject of) {
        return booked == null ? of : of.object("booked", amount -> Json.amount("amount", booked, amount));
    }

    @Override
    public JsonObject posted(ReceivablePosted fact) {
        begin(FactKind.RECEIVABLE_POSTED, fact, fact.receivable().amount())
                .object("receivable", debt -> ReceivableJson.write(fact.receivable(), debt));
        return booked(fact.booked(), out);
    }

    @Override
    public JsonObject credited(CreditPosted fact) {
        begin(FactKind.CREDIT_POSTED, fact, fact.credit().amount())
                .object("credit", credit -> write(fact.credit(), credit));
        return booked(fact.booked(), out);
    }

    private static void write(Credit credit, JsonObject object) {
        object.text("id", credit.id().value())
                .text("documentDate", credit.documentDate().toString());
        Json.money("amount", credit.amount(), object);
        if (!credit.credited().isEmpty()) {
            object.texts(
                    "credited",
                    credit.credited().stream().map(ReceivableId::value).toList());
        }
    }

    @Override
    public JsonObject received(PaymentReceived fact) {
        begin(FactKind.PAYMENT_RECEIVED, fact, fact.payment().amount())
                .object("payment", payment -> PaymentJson.write(fact.payment(), payment));
        return booked(fact.booked(), out);
    }

    @Override
    public JsonObject allocated(PaymentAllocated fact) {
        SettlementJson.write(
                fact.settlement(),
                begin(FactKind.PAYMENT_ALLOCATED, fact, fact.allocation().available()));
        return end(fact);
    }

    @Override
    public JsonObject refunded(PaymentRefunded fact) {
        begin(FactKind.PAYMENT_REFUNDED, fact, fact.amount())
                .text("paymentId", fact.payment().value());
        Json.money("amount", fact.amount(), out);
        return end(fact);
    }

    @Override
    public JsonObject converted(PaymentConverted fact) {
        begin(FactKind.PAYMENT_CONVERTED, fact, fact.amount())
                .text("paymentId", fact.payment().value());
        Json.money("amount", fact.amount(), out)
                .object("converted", amount -> Json.amount("amount", fact.converted(), amount));
        booked(fact.booked(), out);
        return end(fact);
    }

    @Override
    public JsonObject returned(PaymentReturned fact) {
        begin(FactKind.PAYMENT_RETURNED, fact)
                .text("paymentId", fact.payment().value())
                .text("reason", Words.of(fact.reason()));
        Amount amount = fact.amount();
        if (amount != null) {
            out.object("part", part -> write(amount, fact.owed(), part));
        }
        return end(fact);
    }

    private static void write(Amount amount, @Nullable ReceivablePosted owed, JsonObject part) {
        Json.amount("amount", amount, part);
        if (owed != null) {
            part.object("owed", debt -> writeDebt(owed, debt));
        }
    }

    private static void writeDebt(ReceivablePosted posted, JsonObject debt) {
        debt.object("receivable", receivable -> ReceivableJson.write(posted.receivable(), receivable));
        booked(posted.booked(), debt);
    }

    @Override
    public JsonObject writtenOff(ReceivableWrittenOff fact) {
        begin(FactKind.RECEIVABLE_WRITTEN_OFF, fact, fact.amount())
                .text("item", fact.item().value());
        Json.money("amount", fact.amount(), out).text("reason", Words.of(fact.reason()));
        return end(fact);
    }

    @Override
    public JsonObject reversed(EntryReversed fact) {
        begin(FactKind.ENTRY_REVERSED, fact).text("entry", fact.entry().value());
        return end(fact);
    }

    @Override
    public JsonObject rescheduled(DebtRescheduled fact) {
        begin(FactKind.DEBT_RESCHEDULED, fact, fact.amount())
                .objects("moved", fact.moved(), FactWriter::writeMoved)
                .objects("owed", fact.owed(), ReceivableJson::write);
        if (!fact.charges().isEmpty()) {
            out.objects("charges", fact.charges(), FactWriter::writeDebt);
        }
        out.object("explanation", why -> Explanations.writePattern(fact.explanation(), why));
        return end(fact);
    }

    private static void writeMoved(DebtRescheduled.Moved moved, JsonObject object) {
        Json.money("amount", moved.amount(), object.text("item", moved.item().value()));
    }

    @Override
    public JsonObject disputeOpened(DisputeOpened fact) {
        begin(FactKind.DISPUTE_OPENED, fact, fact.dispute().amount())
                .object("dispute", dispute -> DisputeJson.write(fact.dispute(), dispute));
        return end(fact);
    }

    @Override
    public JsonObject disputeStaged(DisputeStaged fact) {
        DisputeJson.write(
                fact.stage(),
                begin(FactKind.DISPUTE_STAGED, fact)
                        .text("disputeId", fact.dispute().value()));
        return end(fact);
    }

    @Override
    public JsonObject disputeResolved(DisputeResolved fact) {
        begin(FactKind.DISPUTE_RESOLVED, fact)
                .text("disputeId", fact.dispute().value())
                .text("outcome", Words.of(fact.resolution().outcome()));
        fact.resolution()
                .accepted()
                .ifPresent(amount -> out.object("accepted", accepted -> Json.amount("amount", amount, accepted)));
        if (fact.resolution().leavesRest()) {
            out.flag("leavesRest", true);
        }
        return end(fact);
    }
}
