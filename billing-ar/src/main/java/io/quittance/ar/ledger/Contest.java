package io.quittance.ar.ledger;

import io.quittance.ar.dispute.Dispute;
import io.quittance.core.money.Amount;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A case, also after it is decided or undone.
 *
 * @param contested what of its amount is not decided, day by day; never below zero
 * @param course the entry that opened it, then its stages and resolutions
 */
record Contest(Dispute dispute, Timeline contested, List<LedgerSnapshot.Turn> course) {

    static Contest none(Dispute dispute) {
        return new Contest(dispute, Timeline.of(Amount.zero(dispute.amount().getCurrency())), List.of());
    }

    static Contest of(LedgerSnapshot.FoldedDispute folded) {
        Dispute dispute = folded.dispute();
        return new Contest(
                dispute, Timeline.of(Amount.zero(dispute.amount().getCurrency()), folded.contested()), folded.course());
    }

    /** What a snapshot through a day keeps of it; empty if nothing of it is contested from that day on. */
    Optional<LedgerSnapshot.FoldedDispute> folded(LocalDate through) {
        List<LedgerSnapshot.Standing> standings = contested.from(through);
        return standings.isEmpty()
                ? Optional.empty()
                : Optional.of(new LedgerSnapshot.FoldedDispute(course, standings));
    }

    LocalDate openedOn() {
        return course.get(0).entry().effectiveDate();
    }

    /** Whether it was not undone that it was opened. */
    boolean stands() {
        return course.get(0).undoneFrom() == null;
    }

    /** After one more entry, by which so much more is contested from its day on. */
    Contest with(LedgerEntry entry, Amount change) {
        var longer = new ArrayList<>(course);
        longer.add(new LedgerSnapshot.Turn(entry, null));
        return new Contest(dispute, changed(entry.effectiveDate(), change), List.copyOf(longer));
    }

    /** After an entry is undone from a day on, by which so much more is contested. */
    Contest without(EntryKey entry, LocalDate day, Amount change) {
        return new Contest(
                dispute,
                changed(day, change),
                course.stream()
                        .map(turn ->
                                turn.entry().key().equals(entry) ? new LedgerSnapshot.Turn(turn.entry(), day) : turn)
                        .toList());
    }

    private Timeline changed(LocalDate day, Amount change) {
        return change.signum() == 0 ? contested : contested.with(day, change);
    }

    private static boolean isOn(LedgerSnapshot.Turn turn, LocalDate day) {
        LocalDate undone = turn.undoneFrom();
        return !turn.entry().effectiveDate().isAfter(day) && (undone == null || day.isBefore(undone));
    }

    /** The case as it was at the end of a day; empty if there was none. */
    Optional<DisputeCase> at(LocalDate day) {
        return isOn(course.get(0), day)
                ? Optional.of(new DisputeCase(
                        course.stream()
                                .filter(turn -> isOn(turn, day))
                                .map(LedgerSnapshot.Turn::entry)
                                .toList(),
                        contested.at(day)))
                : Optional.empty();
    }
}
