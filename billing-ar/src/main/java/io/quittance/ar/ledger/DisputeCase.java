package io.quittance.ar.ledger;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.dispute.Dispute;
import io.quittance.ar.dispute.DisputeStage;
import io.quittance.ar.dispute.Resolution;
import io.quittance.core.id.ActorId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.MinorUnits;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.money.MonetaryAmount;

/**
 * A case as of a question: how it was opened, the stages it came to and what was decided, each by the entry that says so, with who
 * recorded it and when.
 *
 * @param entries the one that opened it, then its stages and resolutions in the order of recording; without those that are undone
 * @param contested what of the amount of the case is not decided; more of it than is open of the item is not contested, see {@link
 *     io.quittance.ar.receivable.OpenItem#disputed()}
 */
public record DisputeCase(List<LedgerEntry> entries, Amount contested) implements Serializable {

    /** Checks that they are of one case. */
    public DisputeCase {
        entries = List.copyOf(Require.notEmpty(entries, "entries"));
        Require.that(
                entries.get(0).fact() instanceof DisputeOpened,
                "dispute.entries",
                "entries[0]",
                "must open a case",
                entries.get(0).key());
        Dispute dispute = ((DisputeOpened) entries.get(0).fact()).dispute();
        for (int i = 1; i < entries.size(); i++) {
            Require.that(
                    isOf(entries.get(i).fact(), entries.get(0).customer(), dispute),
                    "dispute.entries",
                    "entries[" + i + "]",
                    "must be a stage or a resolution of " + dispute.id(),
                    entries.get(i).key());
        }
        MinorUnits.require(contested, dispute.amount().getCurrency(), "contested");
        Require.that(
                contested.signum() >= 0 && contested.isLessThanOrEqualTo(dispute.amount()),
                "dispute.contested",
                "contested",
                "must be 0 or more and at most " + dispute.amount(),
                contested);
    }

    private static boolean isOf(LedgerFact fact, CustomerId customer, Dispute dispute) {
        boolean isOfIt = fact instanceof DisputeStaged staged
                ? staged.dispute().equals(dispute.id())
                : fact instanceof DisputeResolved resolved && resolved.dispute().equals(dispute.id());
        return isOfIt && fact.customer().equals(customer);
    }

    /** The case as it was opened. */
    public Dispute dispute() {
        return ((DisputeOpened) entries.get(0).fact()).dispute();
    }

    /** Whose case it is. */
    public CustomerId customer() {
        return entries.get(0).customer();
    }

    /** From when on the amount was contested. */
    public LocalDate openedOn() {
        return entries.get(0).effectiveDate();
    }

    /** Whether something of it is to be decided. */
    public boolean isOpen() {
        return contested.signum() > 0;
    }

    /** The stage that it came to last, if it came to one. */
    public Optional<DisputeStage> stage() {
        return stages().reduce((first, last) -> last);
    }

    private Stream<DisputeStage> stages() {
        return entries.stream()
                .map(LedgerEntry::fact)
                .filter(DisputeStaged.class::isInstance)
                .map(fact -> ((DisputeStaged) fact).stage());
    }

    /** Who looks after it: whom its last stage names, or the one before; at first whom it was opened with. */
    public Optional<ActorId> owner() {
        return stages().flatMap(stage -> stage.newOwner().stream())
                .reduce((first, last) -> last)
                .or(() -> dispute().firstOwner());
    }

    /** What was decided, in the order of recording; empty as long as nothing was. */
    public List<Resolution> resolutions() {
        return entries.stream()
                .map(LedgerEntry::fact)
                .filter(DisputeResolved.class::isInstance)
                .map(fact -> ((DisputeResolved) fact).resolution())
                .toList();
    }

    /** What the customer need not pay of it: 0 or more. */
    public Amount accepted() {
        return resolutions().stream()
                .flatMap(resolution -> resolution.accepted().stream())
                .reduce(Amount.zero(contested.getCurrency()), Amount::add);
    }

    /**
     * The fact that the customer is not right. It takes effect on the day on which the case was opened, so that from then on all is, on every
     * day, as if it had not been contested (ar.md 4.23); what was known before stays. In a ledger that goes on from a snapshot through
     * a later day, reject it on that day by {@link #resolved}.
     */
    public DisputeResolved rejected() {
        return resolved(Resolution.rejected(), openedOn());
    }

    /** The fact that the customer is right about all that is contested still, from a day on. */
    public DisputeResolved accepted(LocalDate day) {
        return resolved(Resolution.accepted(contested), day);
    }

    /** The fact that the customer is right about a part, from a day on; the rest is owed. */
    public DisputeResolved accepted(MonetaryAmount amount, LocalDate day) {
        return resolved(Resolution.accepted(amount), day);
    }

    /** The fact of another decision, from a day on. */
    public DisputeResolved resolved(Resolution resolution, LocalDate day) {
        return new DisputeResolved(
                customer(), dispute().id(), requireNonNull(resolution, "resolution"), requireNonNull(day, "day"));
    }

    /** The fact that it came to another stage. */
    public DisputeStaged staged(DisputeStage stage, LocalDate day) {
        return new DisputeStaged(customer(), dispute().id(), stage, day);
    }
}
