package io.quittance.ar.dispute;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.ar.settlement.NewItem;
import io.quittance.ar.settlement.Settlement;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.id.ActorId;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.MinorUnits;
import io.quittance.core.verification.VerificationFinding;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * A case as it is opened: which amount of which debt is contested, and why. What becomes of it, the ledger says.
 *
 * <p>{@code Dispute.of(DisputeId.of("D-1"), ReceivableId.of("2026-17"), Amount.of("23.80", "EUR"), PRICING, DisputeSource.customer("letter-4"))
 * .ownedBy(ActorId.of("clerk-7"))}
 *
 * @param id unique among the cases of the customer
 * @param receivable the debt
 * @param amount what of it is contested, with tax: more than 0, in whole minor units
 * @param reason why
 * @param source what opened the case
 * @param owner who looks after it at first; null if nobody does yet
 */
public record Dispute(
        DisputeId id,
        ReceivableId receivable,
        Amount amount,
        DisputeReason reason,
        DisputeSource source,
        @Nullable ActorId owner)
        implements Serializable {

    /** Checks the parts. */
    public Dispute {
        requireNonNull(id, "id");
        requireNonNull(receivable, "receivable");
        MinorUnits.require(requireNonNull(amount, "amount"), "amount");
        Require.that(amount.signum() > 0, "dispute.amount", "amount", "must be more than 0", amount);
        requireNonNull(reason, "reason");
        requireNonNull(source, "source");
    }

    /** A case that nobody owns yet. */
    public static Dispute of(
            DisputeId id, ReceivableId receivable, MonetaryAmount amount, DisputeReason reason, DisputeSource source) {
        return new Dispute(id, receivable, Amount.from(amount), reason, source, null);
    }

    /**
     * The case of a finding that too much was invoiced, for the reason that the finding has. Findings are without tax where the lines are:
     * give the amount with its tax, so that a difference of 20.00 at 19 % is 23.80.
     *
     * @param receivable that of an invoice which the finding names; of an instalment, whose item is that invoice
     * @param amount what is contested of the receivable: at least the difference of the finding, unless less of it is owed
     * @param findingId under which the host keeps the finding
     * @throws IllegalArgumentException if the finding does not say that too much was invoiced, or does not name the invoice
     */
    public static Dispute of(
            DisputeId id, Receivable receivable, MonetaryAmount amount, VerificationFinding finding, String findingId) {
        Require.that(
                finding.code().isWrongAmount() && finding.difference().signum() > 0,
                "dispute.finding",
                "finding",
                "must say that too much was invoiced",
                finding);
        List<String> documents = finding.documents();
        Require.that(
                documents.contains(receivable.id().value())
                        || documents.contains(receivable.item().value()),
                "dispute.finding-document",
                "receivable",
                "must be of one of " + documents + ", which the finding is about",
                receivable.id());
        return of(id, receivable.id(), amount, DisputeReason.of(finding.code()), DisputeSource.finding(findingId));
    }

    /**
     * The case of a payment that was short: all of the item that owes since then what was not paid. Where the rest stays open on the item
     * itself, name what of it is contested by {@link #of(DisputeId, ReceivableId, MonetaryAmount, DisputeReason, DisputeSource)} and
     * {@link DisputeSource#shortPayment}.
     *
     * @param item which was paid short
     * @throws IllegalArgumentException if the settlement moved nothing of it to a new item
     */
    public static Dispute of(DisputeId id, Settlement settlement, ReceivableId item, DisputeReason reason) {
        Receivable owed = settlement.newItems().stream()
                .filter(added -> added.origin().equals(item))
                .map(NewItem::receivable)
                .findFirst()
                .orElseThrow(() -> new InvalidArgumentException(
                        "dispute.short-payment",
                        "item",
                        "must be one of which the settlement moves a rest to a new item",
                        item));
        return of(
                id,
                owed.id(),
                owed.amount(),
                reason,
                DisputeSource.shortPayment(settlement.allocation().payment()));
    }

    /** The same, looked after by somebody. */
    public Dispute ownedBy(ActorId actor) {
        return new Dispute(id, receivable, amount, reason, source, requireNonNull(actor, "owner"));
    }

    /** Who looks after it at first, if somebody does. */
    public Optional<ActorId> firstOwner() {
        return Optional.ofNullable(owner);
    }

    /** For example {@code dispute D-1: EUR 23.80 of 2026-17, PRICING}. */
    @Override
    public String toString() {
        return "dispute " + id + ": " + amount + " of " + receivable + ", " + reason;
    }
}
