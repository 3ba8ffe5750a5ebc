package io.quittance.core.revenue;

import static java.util.Objects.requireNonNull;

import io.quittance.core.id.ObligationId;
import io.quittance.core.internal.Dates;
import io.quittance.core.money.Amount;
import io.quittance.core.money.MinorUnits;
import java.io.Serializable;
import java.time.LocalDate;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * A promise of a contract whose revenue is counted by itself: a performance obligation (IFRS 15.22, ASC 606-10-25-14) with the part of
 * the transaction price that is allocated to it. Allocating (IFRS 15.73–86) is the host's; {@link
 * io.quittance.core.money.Apportionment} splits a price by stand-alone selling prices to the cent.
 *
 * <p>{@code Obligation.of("platform", Amount.of("1200", "EUR"), StraightLine.over("2026-01-01", "2027-01-01"))}
 *
 * @param id unique within the contract
 * @param promised without tax, in whole minor units; below zero for what is given back
 * @param rule by which it is earned
 * @param agreed the first day on which it is promised; null if it was promised ever since, as far as anybody asks. What was performed
 *     before is earned on that day
 */
public record Obligation(
        ObligationId id,
        Amount promised,
        @SuppressWarnings("serial") // those of this library are serialisable, a host's if it wants its terms to be
        RecognitionRule rule,
        @Nullable LocalDate agreed)
        implements Serializable {

    /** Checks amount and day. */
    public Obligation {
        requireNonNull(id, "id");
        MinorUnits.require(requireNonNull(promised, "promised"), "promised");
        requireNonNull(rule, "rule");
        if (agreed != null) {
            Dates.inCalendar(agreed, "agreed");
        }
    }

    /** An obligation that is promised whenever anybody asks. */
    public static Obligation of(ObligationId id, MonetaryAmount promised, RecognitionRule rule) {
        return new Obligation(id, Amount.from(promised), rule, null);
    }

    /** As {@link #of(ObligationId, MonetaryAmount, RecognitionRule)}, from text. */
    public static Obligation of(String id, MonetaryAmount promised, RecognitionRule rule) {
        return of(ObligationId.of(id), promised, rule);
    }

    /** The same, promised from that day on: before, nothing is remaining and nothing earned. */
    public Obligation agreedOn(LocalDate day) {
        return new Obligation(id, promised, rule, Dates.inCalendar(day, "agreed"));
    }

    /** As {@link #agreedOn(LocalDate)}, for an ISO date. */
    public Obligation agreedOn(String day) {
        return agreedOn(Dates.parse(day, "agreed"));
    }

    /** For example {@code platform: EUR 1200.00, straight-line over [2026-01-01, 2027-01-01)}. */
    @Override
    public String toString() {
        return id + ": " + promised + ", " + rule;
    }
}
