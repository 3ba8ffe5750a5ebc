package io.quittance.json;

import io.quittance.ar.dispute.Dispute;
import io.quittance.ar.dispute.DisputeId;
import io.quittance.ar.dispute.DisputeReason;
import io.quittance.ar.dispute.DisputeSource;
import io.quittance.ar.dispute.DisputeStage;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.id.ActorId;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import java.util.Optional;

/**
 * A case as it was opened: {@code {"id": "D-1", "item": "R-1", "amount": "23.80", "reason": "pricing", "source": {"kind": "customer", "id":
 * "letter-4"}, "owner": "clerk-7"}}, and a stage of it. Customer and currency stand beside it.
 */
final class DisputeJson {
    private DisputeJson() {}

    static void write(Dispute dispute, JsonObject object) {
        object.text("id", dispute.id().value())
                .text("item", dispute.receivable().value());
        Json.money("amount", dispute.amount(), object)
                .text("reason", Words.of(dispute.reason()))
                .object(
                        "source",
                        source -> source.text("kind", Words.of(dispute.source().kind()))
                                .text("id", dispute.source().id()));
        dispute.firstOwner().ifPresent(owner -> object.text("owner", owner.value()));
    }

    /** Empty where it is wrong. */
    static Optional<Dispute> read(JsonFields fields, AmountFields amounts) {
        Optional<DisputeId> id = fields.parsed("id", DisputeId::of);
        Optional<ReceivableId> item = fields.parsed("item", ReceivableId::of);
        Optional<Amount> amount = amounts.rounded("amount", fields);
        Optional<DisputeReason> reason = Words.read(fields, "reason", DisputeReason.values());
        Optional<DisputeSource> source = source(fields.object("source"));
        Optional<ActorId> owner = fields.optionalParsed("owner", ActorId::of);
        return Parts.made(
                fields,
                () -> new Dispute(
                        id.orElseThrow(),
                        item.orElseThrow(),
                        amount.orElseThrow(),
                        reason.orElseThrow(),
                        source.orElseThrow(),
                        owner.orElse(null)),
                id,
                item,
                amount,
                reason,
                source);
    }

    private static Optional<DisputeSource> source(JsonFields fields) {
        Optional<DisputeSource.Kind> kind = Words.read(fields, "kind", DisputeSource.Kind.values());
        Optional<String> id = fields.parsed("id", text -> Require.id(text, "id"));
        return Parts.made(fields, () -> new DisputeSource(kind.orElseThrow(), id.orElseThrow()), kind, id);
    }

    static void write(DisputeStage stage, JsonObject object) {
        object.text("stage", stage.key());
        stage.newOwner().ifPresent(owner -> object.text("owner", owner.value()));
        stage.noteKey().ifPresent(note -> object.text("note", note));
    }

    /** Empty where it is wrong. */
    static Optional<DisputeStage> readStage(JsonFields fields) {
        Optional<String> key = fields.parsed("stage", text -> Require.id(text, "stage"));
        Optional<ActorId> owner = fields.optionalParsed("owner", ActorId::of);
        Optional<String> note = fields.optionalParsed("note", text -> Require.id(text, "note"));
        return Parts.made(
                fields, () -> new DisputeStage(key.orElseThrow(), owner.orElse(null), note.orElse(null)), key);
    }
}
