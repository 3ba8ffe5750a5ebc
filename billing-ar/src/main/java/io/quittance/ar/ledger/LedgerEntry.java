package io.quittance.ar.ledger;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.settlement.Adjustment;
import io.quittance.core.id.ActorId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.id.Origin;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.invoice.ApprovalPolicy;
import io.quittance.core.money.Amount;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One fact in a ledger. It has two times: when it took effect, and when it was recorded. Entries are added, never changed.
 *
 * <p>{@code LedgerEntry.of("i-1", new ReceivablePosted(receivable), now).by(Origin.of("clerk-7"))}
 *
 * @param key unique for the customer: the same entry posted twice has no second effect
 * @param fact what happened
 * @param recordedAt the instant from which it was known, in the years 1 to 9999 of UTC
 * @param origin who recorded it
 * @param approver who approved it, never who recorded it; null if nobody had to
 */
public record LedgerEntry(
        EntryKey key,
        LedgerFact fact,
        Instant recordedAt,
        Origin origin,
        @Nullable ActorId approver) implements Serializable {
    /** What the host gives away by a decision; a discount in time is owed, and what is moved or withheld is not given. */
    private static final Set<Adjustment.Kind> GIVEN_AWAY = Set.of(
            Adjustment.Kind.LATE_DISCOUNT,
            Adjustment.Kind.ALLOWED_DISCOUNT,
            Adjustment.Kind.TOLERANCE,
            Adjustment.Kind.RECEIPT_TOLERANCE,
            Adjustment.Kind.BANK_CHARGE,
            Adjustment.Kind.WRITE_OFF);

    /** Refuses an approval by who recorded it. */
    public LedgerEntry {
        requireNonNull(key, "key");
        requireNonNull(fact, "fact");
        Dates.inCalendar(recordedAt, "recordedAt");
        requireNonNull(origin, "origin");
        Require.that(
                approver == null || origin.actor().filter(approver::equals).isEmpty(),
                "approval.preparer",
                "approver",
                "must be another than who recorded it",
                approver);
    }

    /** One that was recorded automatically. */
    public static LedgerEntry of(EntryKey key, LedgerFact fact, Instant recordedAt) {
        return new LedgerEntry(key, fact, recordedAt, Origin.automatic(), null);
    }

    /** As {@link #of(EntryKey, LedgerFact, Instant)}, with the key as text. */
    public static LedgerEntry of(String key, LedgerFact fact, Instant recordedAt) {
        return of(EntryKey.of(key), fact, recordedAt);
    }

    /** The same, recorded by somebody. */
    public LedgerEntry by(Origin newOrigin) {
        return new LedgerEntry(key, fact, recordedAt, newOrigin, approver);
    }

    /** The same, approved by somebody. */
    public LedgerEntry approvedBy(ActorId actor) {
        return new LedgerEntry(key, fact, recordedAt, origin, requireNonNull(actor, "approver"));
    }

    /** Who approved it, if somebody did. */
    public Optional<ActorId> approval() {
        return Optional.ofNullable(approver);
    }

    /**
     * The same, if it may be posted: a refund, or what is written off or granted as a discount beyond those for paying early, of more
     * than the limit only with an approval.
     *
     * @throws IllegalArgumentException if the approval is missing
     * @throws io.quittance.core.error.CurrencyMismatchException if the policy has limits, but none for its currency
     */
    public LedgerEntry checkedBy(ApprovalPolicy policy) {
        Amount given = givenAway();
        Require.that(
                given == null || approver != null || !policy.asksFor(given),
                "approval.missing",
                "approver",
                "must be given for " + given,
                null);
        return this;
    }

    private @Nullable Amount givenAway() {
        if (fact instanceof PaymentAllocated allocated) {
            return allocated.settlement().adjustments().stream()
                    .filter(adjustment -> adjustment.closes().isPresent() && GIVEN_AWAY.contains(adjustment.kind()))
                    .map(Adjustment::amount)
                    .reduce(Amount::add)
                    .orElse(null);
        }
        return fact instanceof PaymentRefunded refunded
                ? refunded.amount()
                : fact instanceof ReceivableWrittenOff writtenOff ? writtenOff.amount() : null;
    }

    /** Whose receivables it is about. */
    public CustomerId customer() {
        return fact.customer();
    }

    /** The day on which it took effect. */
    public LocalDate effectiveDate() {
        return fact.effectiveDate();
    }
}
