package io.quittance.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.id.ContractId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.internal.SerialStreams;
import io.quittance.core.pricing.Completion;
import io.quittance.core.pricing.Discount;
import io.quittance.core.pricing.FlatFee;
import io.quittance.core.pricing.TermCommitment;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.schedule.ZoneHistory;
import java.io.InvalidObjectException;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ContractHistoryTest {
    private static final Instant SIGNED = Instant.parse("2025-12-01T00:00:00Z");
    private static final Instant MAY = Instant.parse("2026-05-20T09:00:00Z");
    private static final Instant JUNE = Instant.parse("2026-06-20T09:00:00Z");
    private static final Instant JULY = Instant.parse("2026-07-20T09:00:00Z");
    private static final ServicePeriod YEAR = ServicePeriod.of("2026-01-01", "2027-01-01");
    private static final ContractTerms TEN = terms("10");
    private static final ContractTerms TWELVE = terms("12");
    private static final ContractTerms FIFTEEN = terms("15");
    private static final ContractHistory HISTORY = ContractHistory.of(
                    Contract.of(ContractId.of("C-1"), CustomerId.of("ACME"), YEAR, TEN), SIGNED)
            .amended(Amendment.terms("A-1", LocalDate.parse("2026-07-01"), SIGNED, FIFTEEN))
            .amended(Amendment.terms("A-2", LocalDate.parse("2026-04-01"), MAY, TWELVE));

    /** 12 from April on became known in May: before, April cost 10; the change of July stays. */
    @Test
    void answersForAnyDayAsKnownAtAnyInstant() {
        assertThat(termsOn("2026-04-15", MAY.minusNanos(1))).isEqualTo(TEN);
        assertThat(termsOn("2026-04-15", MAY)).isEqualTo(TWELVE);
        assertThat(termsOn("2026-03-31", MAY)).isEqualTo(TEN);
        assertThat(termsOn("2026-07-01", MAY)).isEqualTo(FIFTEEN);
        assertThat(HISTORY.asOf(AsOf.of(LocalDate.parse("2026-04-15"), SIGNED.minusNanos(1))))
                .isEmpty();
        assertThat(HISTORY.asOf(AsOf.of(LocalDate.parse("2027-01-01"), MAY))).isEmpty();
    }

    @Test
    void cutsDaysIntoVersionsWithoutGap() {
        assertThat(HISTORY.versions(YEAR, MAY))
                .containsExactly(
                        version("2026-01-01", "2026-04-01", TEN),
                        version("2026-04-01", "2026-07-01", TWELVE),
                        version("2026-07-01", "2027-01-01", FIFTEEN));
        assertThat(HISTORY.versions(ServicePeriod.of("2026-06-15", "2026-07-15"), MAY))
                .containsExactly(
                        version("2026-06-15", "2026-07-01", TWELVE), version("2026-07-01", "2026-07-15", FIFTEEN));
        assertThat(HISTORY.versions(ServicePeriod.of("2027-01-01", "2027-02-01"), MAY))
                .isEmpty();
        assertThat(HISTORY.versions(YEAR, SIGNED.minusNanos(1))).isEmpty();
    }

    /** Two amendments of one day: the later one holds. */
    @Test
    void theLastOfOneDayHolds() {
        ContractHistory twice = HISTORY.amended(Amendment.terms("A-3", LocalDate.parse("2026-04-01"), JUNE, FIFTEEN));
        assertThat(twice.versions(YEAR, JUNE))
                .containsExactly(
                        version("2026-01-01", "2026-04-01", TEN),
                        new TermsVersion(ServicePeriod.of("2026-04-01", "2027-01-01"), FIFTEEN, "A-3"));
        assertThat(twice.versions(YEAR, MAY)).isEqualTo(HISTORY.versions(YEAR, MAY));
    }

    /** Amending and un-amending changes nothing, except for who looks in between. */
    @Test
    void aWithdrawalUndoesAnAmendment() {
        ContractHistory before = ContractHistory.of(HISTORY.signed(), SIGNED)
                .amended(HISTORY.amendments().get(0));
        ContractHistory after = HISTORY.amended(Amendment.withdrawal("A-3", "A-2", JUNE));
        assertThat(after.versions(YEAR, JUNE)).isEqualTo(before.versions(YEAR, JUNE));
        assertThat(after.versions(YEAR, MAY)).isEqualTo(HISTORY.versions(YEAR, MAY));
    }

    /** Terminated to the end of August, then renewed to the end of 2027. */
    @Test
    void theTermMayEndEarlierOrLater() {
        ContractHistory ended = HISTORY.amended(Amendment.end("A-3", LocalDate.parse("2026-09-01"), JUNE));
        assertThat(ended.term(JUNE)).contains(ServicePeriod.of("2026-01-01", "2026-09-01"));
        assertThat(ended.term(JUNE.minusNanos(1))).contains(YEAR);
        assertThat(ended.versions(YEAR, JUNE))
                .hasSize(3)
                .last()
                .isEqualTo(version("2026-07-01", "2026-09-01", FIFTEEN));
        ContractHistory renewed = ended.amended(Amendment.end("A-4", LocalDate.parse("2028-01-01"), JULY));
        assertThat(renewed.asOf(AsOf.of(LocalDate.parse("2027-12-31"), JULY)))
                .map(Contract::term)
                .contains(ServicePeriod.of("2026-01-01", "2028-01-01"));
    }

    /** 1 to 10 May and 8 to 20 May are one pause, 21 May meets it; the one over the turn of the year is cut at the end. */
    @Test
    void pausesAreMergedAndOfTheContractOnly() {
        ContractHistory paused = HISTORY.amendedAll(List.of(
                Amendment.pause("P-1", ServicePeriod.of("2026-12-15", "2027-02-01"), at(1)),
                Amendment.pause("P-2", ServicePeriod.of("2026-05-08", "2026-05-21"), at(2)),
                Amendment.pause("P-3", ServicePeriod.of("2026-05-01", "2026-05-11"), at(3)),
                Amendment.pause("P-4", ServicePeriod.of("2026-05-21", "2026-05-22"), at(4)),
                Amendment.pause("P-5", ServicePeriod.of("2026-05-02", "2026-05-03"), at(5)),
                Amendment.pause("P-6", ServicePeriod.of("2028-01-01", "2028-02-01"), at(6))));
        assertThat(paused.pauses(at(6)))
                .containsExactly(
                        ServicePeriod.of("2026-05-01", "2026-05-22"), ServicePeriod.of("2026-12-15", "2027-01-01"));
        assertThat(paused.pauses(at(1))).containsExactly(ServicePeriod.of("2026-12-15", "2027-01-01"));
        assertThat(paused.pauses(MAY)).isEmpty();
        assertThat(paused.pauses(SIGNED.minusNanos(1))).isEmpty();
        assertThat(paused.versions(YEAR, at(6))).isEqualTo(HISTORY.versions(YEAR, MAY));
        ContractHistory served = paused.amended(Amendment.withdrawal("P-7", "P-2", at(7)));
        assertThat(served.pauses(at(7)))
                .containsExactly(
                        ServicePeriod.of("2026-05-01", "2026-05-11"),
                        ServicePeriod.of("2026-05-21", "2026-05-22"),
                        ServicePeriod.of("2026-12-15", "2027-01-01"));
        ContractHistory renewed = served.amended(Amendment.end("E-1", LocalDate.parse("2027-01-15"), at(8)));
        assertThat(renewed.pauses(at(8))).last().isEqualTo(ServicePeriod.of("2026-12-15", "2027-01-15"));
        ContractHistory ended = served.amended(Amendment.end("E-1", LocalDate.parse("2026-05-05"), at(8)));
        assertThat(ended.pauses(at(8))).containsExactly(ServicePeriod.of("2026-05-01", "2026-05-05"));
    }

    /** Terms of April as they were signed are no others: one version over the whole year. */
    @Test
    void termsThatStayAsTheyWereAreOneVersion() {
        ContractHistory same =
                signed(Renewal.none()).amended(Amendment.terms("A-1", LocalDate.parse("2026-04-01"), MAY, TEN));
        assertThat(same.versions(YEAR, MAY)).containsExactly(version("2026-01-01", "2027-01-01", TEN));
    }

    /** Up to 1 January 2027 with three months' notice: from 2 October on it ends on 1 January 2028. */
    @Test
    void aTermThatRenewsItselfIsLongerAsTheDaysPass() {
        ContractHistory history = signed(Renewal.of("P1Y", "P3M"))
                .amended(Amendment.terms("A-1", LocalDate.parse("2027-07-01"), MAY, FIFTEEN));
        AsOf inTime = AsOf.of(LocalDate.parse("2026-10-01"), MAY);
        AsOf late = AsOf.of(LocalDate.parse("2026-10-02"), MAY);
        ServicePeriod renewed = ServicePeriod.of("2026-01-01", "2028-01-01");
        assertThat(history.term(inTime)).contains(YEAR);
        assertThat(history.term(late)).contains(renewed);
        assertThat(history.term(AsOf.of(late.date(), SIGNED.minusNanos(1)))).isEmpty();
        assertThat(signed(Renewal.none()).term(late)).contains(YEAR);
        ServicePeriod summer = ServicePeriod.of("2027-06-01", "2027-08-01");
        assertThat(history.versions(summer, inTime)).isEmpty();
        assertThat(history.versions(summer, late))
                .containsExactly(
                        version("2027-06-01", "2027-07-01", TEN), version("2027-07-01", "2027-08-01", FIFTEEN));
        ContractHistory ended = history.amended(Amendment.end("A-2", LocalDate.parse("2027-03-01"), JUNE));
        assertThat(ended.term(AsOf.of(late.date(), JUNE))).contains(ServicePeriod.of("2026-01-01", "2027-03-01"));
        assertThat(ended.term(late)).contains(renewed);
    }

    /** What was agreed for 2028 holds if the contract does, and does not once its end is agreed. */
    @Test
    void pausesReachIntoRenewals() {
        ServicePeriod later = ServicePeriod.of("2028-02-01", "2028-03-01");
        ContractHistory paused = signed(Renewal.of("P1Y", "P3M")).amended(Amendment.pause("A-1", later, MAY));
        assertThat(paused.pauses(MAY)).containsExactly(later);
        assertThat(paused.amended(Amendment.end("A-2", LocalDate.parse("2028-01-01"), JUNE))
                        .pauses(JUNE))
                .isEmpty();
        assertThat(signed(Renewal.none())
                        .amended(Amendment.pause("A-1", later, MAY))
                        .pauses(MAY))
                .isEmpty();
    }

    /** Lines name the terms by which they were billed: that name must not mean two. */
    @Test
    void refusesAnAmendmentThatIsNamedAsTheSignedTermsAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HISTORY.amended(Amendment.pause("signed", YEAR, JUNE)))
                .withMessage("amendments[" + HISTORY.amendments().size()
                        + "].key must not be signed, which names the terms as they were signed, but was signed");
    }

    @Test
    void findsTermsByTheKeyOfTheAmendmentThatBroughtThem() {
        ContractHistory paused = HISTORY.amended(Amendment.pause("A-3", YEAR, JUNE));
        assertThat(paused.terms("A-1")).contains(FIFTEEN);
        assertThat(paused.terms("A-2")).contains(TWELVE);
        assertThat(paused.terms(TermsVersion.SIGNED)).contains(TEN);
        assertThat(paused.terms("A-3")).isEmpty();
        assertThat(paused.terms("A-4")).isEmpty();
    }

    /**
     * A-1 changed July and A-2 April: since A-1 was known, April is another. Withdrawn, April is another again. A pause of March
     * comes before both, and of an end that moves from 2027 to September and on to 2028 the earlier day counts.
     */
    @Test
    void tellsTheFirstDayThatIsAnotherThanWasKnown() {
        ContractHistory history = HISTORY.amendedAll(List.of(
                Amendment.withdrawal("A-3", "A-2", at(1)),
                Amendment.pause("A-4", ServicePeriod.of("2026-03-10", "2026-03-20"), at(2)),
                Amendment.end("A-5", LocalDate.parse("2026-09-01"), at(3)),
                Amendment.end("A-6", LocalDate.parse("2028-01-01"), at(4)),
                Amendment.terms("A-7", LocalDate.parse("2026-11-01"), at(5), TEN),
                Amendment.withdrawal("A-8", "A-6", at(6))));
        assertThat(history.changedSince(0, SIGNED)).contains(LocalDate.parse("2026-07-01"));
        assertThat(history.changedSince(0, MAY)).contains(LocalDate.parse("2026-04-01"));
        assertThat(history.changedSince(1, MAY)).contains(LocalDate.parse("2026-04-01"));
        assertThat(history.changedSince(2, MAY)).isEmpty();
        assertThat(history.changedSince(2, at(1))).contains(LocalDate.parse("2026-04-01"));
        assertThat(history.changedSince(2, at(2))).contains(LocalDate.parse("2026-03-10"));
        assertThat(history.changedSince(3, at(5))).contains(LocalDate.parse("2026-03-10"));
        assertThat(history.changedSince(4, at(3))).contains(LocalDate.parse("2026-09-01"));
        assertThat(history.changedSince(5, at(4))).contains(LocalDate.parse("2026-09-01"));
        assertThat(history.changedSince(4, at(4))).contains(LocalDate.parse("2027-01-01")); // from 2027 to 2028
        assertThat(history.changedSince(6, at(5))).contains(LocalDate.parse("2026-11-01"));
        assertThat(history.changedSince(7, at(6))).contains(LocalDate.parse("2026-09-01")); // 2028 back to September
        assertThat(history.changedSince(5, at(6))).contains(LocalDate.parse("2026-11-01")); // September as before
        assertThat(history.changedSince(8, at(6))).isEmpty();
        assertThat(history.changedSince(5, MAY)).isEmpty(); // more was known already
        assertThatIllegalArgumentException()
                .isThrownBy(() -> history.changedSince(-1, MAY))
                .withMessage("known must not be negative, but was -1");
    }

    /** It went on up to 2028 by itself; once it is agreed that it ends as signed, 2027 is another, and is again if that is not. */
    @Test
    void anAgreedEndEndsRenewals() {
        Amendment end = Amendment.end("A-1", YEAR.end(), MAY);
        Amendment back = Amendment.withdrawal("A-2", "A-1", JUNE);
        ContractHistory renewing = signed(Renewal.of("P1Y", "P3M")).amended(end).amended(back);
        AsOf november = AsOf.of(LocalDate.parse("2026-11-01"), MAY);
        assertThat(renewing.term(AsOf.of(november.date(), SIGNED)))
                .contains(ServicePeriod.of("2026-01-01", "2028-01-01"));
        assertThat(renewing.term(november)).contains(YEAR);
        assertThat(renewing.changedSince(0, MAY)).contains(YEAR.end());
        assertThat(renewing.changedSince(1, JUNE)).contains(YEAR.end());
        assertThat(renewing.changedSince(0, JUNE)).isEmpty();
        ContractHistory ending = signed(Renewal.none()).amended(end);
        assertThat(ending.changedSince(0, MAY)).isEmpty();
    }

    private static ContractHistory signed(Renewal renewal) {
        Contract contract = Contract.of(ContractId.of("C-1"), CustomerId.of("ACME"), YEAR, TEN);
        return ContractHistory.of(contract.renewed(renewal), SIGNED);
    }

    @Test
    void countsWhatIsKnownAndFindsItByItsKey() {
        assertThat(HISTORY.knownCount(SIGNED.minusNanos(1))).isZero();
        assertThat(HISTORY.knownCount(SIGNED)).isEqualTo(1);
        assertThat(HISTORY.knownCount(MAY.minusNanos(1))).isEqualTo(1);
        assertThat(HISTORY.knownCount(MAY)).isEqualTo(2);
        assertThat(HISTORY.knownCount(Instant.MAX)).isEqualTo(2);
        assertThat(HISTORY.amendment("A-2")).contains(HISTORY.amendments().get(1));
        assertThat(HISTORY.amendment("A-3")).isEmpty();
    }

    /** What is added to one of two histories that share their past is not seen by the other. */
    @Test
    void historiesOfOnePastAreApart() {
        ContractHistory left = HISTORY.amended(Amendment.terms("A-3", LocalDate.parse("2026-09-01"), JUNE, TEN));
        ContractHistory right = HISTORY.amended(Amendment.withdrawal("A-4", "A-2", JUNE));
        ContractHistory same = HISTORY.amended(Amendment.terms("A-3", LocalDate.parse("2026-09-01"), JUNE, TEN));
        assertThat(left).isEqualTo(same).hasSameHashCodeAs(same).isNotEqualTo(right);
        assertThat(HISTORY.amendments()).hasSize(2);
        assertThat(HISTORY.amendment("A-3")).isEmpty();
        assertThat(right.amendment("A-3")).isEmpty();
        assertThat(left.versions(YEAR, JUNE)).hasSize(4);
        assertThat(right.versions(YEAR, JUNE)).hasSize(2);
        assertThat(left.amended(Amendment.withdrawal("A-4", "A-2", JULY)).versions(YEAR, JULY))
                .hasSize(3);
    }

    /** Histories that grow from each other in any order say what a list of their own would. */
    @Property(tries = 200)
    void eachHistorySeesItsOwnAmendments(@ForAll @Size(max = 40) List<@IntRange(max = 50) Integer> parents) {
        var histories = new ArrayList<ContractHistory>(List.of(ContractHistory.of(HISTORY.signed(), SIGNED)));
        var lists = new ArrayList<List<Amendment>>(List.of(List.of()));
        for (int i = 0; i < parents.size(); i++) {
            int parent = Math.max(0, histories.size() - 1 - parents.get(i) / 10); // often the last one
            Amendment amendment = Amendment.pause("A-" + i, YEAR, SIGNED.plusSeconds(i));
            histories.add(histories.get(parent).amended(amendment));
            var list = new ArrayList<>(lists.get(parent));
            list.add(amendment);
            lists.add(list);
        }
        for (int i = 0; i < histories.size(); i++) {
            List<Amendment> expected = lists.get(i);
            ContractHistory history = histories.get(i);
            assertThat(history.amendments()).isEqualTo(expected);
            assertThat(history.pauses(Instant.MAX)).hasSize(expected.isEmpty() ? 0 : 1);
            for (int key = 0; key < parents.size(); key++) {
                String name = "A-" + key;
                assertThat(history.amendment(name))
                        .isEqualTo(expected.stream()
                                .filter(one -> one.key().equals(name))
                                .findFirst());
            }
        }
    }

    @Test
    void holdsTenThousandAmendments() {
        ContractHistory history = ContractHistory.of(HISTORY.signed(), SIGNED);
        for (int i = 0; i < 10_000; i++) {
            history = history.amended(Amendment.terms("A-" + i, YEAR.start(), at(i), TEN));
        }
        ContractHistory full = history;
        assertThat(full.knownCount(at(4_999))).isEqualTo(5_000);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> full.amended(Amendment.terms("B", YEAR.start(), at(10_000), TEN)))
                .withMessage("amendments must be at most 10000, but was 10001");
    }

    @Test
    void refusesManyByTheirPlaceInTheWhole() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HISTORY.amendedAll(
                        List.of(Amendment.pause("A-3", YEAR, JUNE), Amendment.pause("A-1", YEAR, JULY))))
                .withMessage("amendments[3].key must be unique, but was A-1");
        assertThat(HISTORY.amendedAll(List.of())).isEqualTo(HISTORY);
    }

    /** A history that was written wrong is refused as if it were made. */
    @Test
    void isCheckedOnTheWayBackIn() {
        assertThatExceptionOfType(InvalidObjectException.class)
                .isThrownBy(() -> SerialStreams.forged(new Forged(), ContractHistory.class));
    }

    /** What a stream says that was not written by a history. */
    private static final class Forged implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void tellsWhereDaysBegin() {
        ContractTerms newYork = builder("15").zone("America/New_York").build();
        ContractHistory moved = HISTORY.amended(Amendment.terms("A-3", LocalDate.parse("2026-09-01"), JUNE, newYork));
        assertThat(moved.zones(JUNE))
                .contains(ZoneHistory.of("Europe/Berlin").changing("2026-09-01", "America/New_York"));
        assertThat(moved.zones(MAY)).contains(ZoneHistory.of("Europe/Berlin"));
        assertThat(moved.zones(Instant.MIN)).isEmpty();
    }

    @Test
    void refusesAmendmentsThatContradictTheHistory() {
        assertRefused(Amendment.terms("A-2", YEAR.start(), JUNE, TEN), "amendments[2].key must be unique, but was A-2");
        assertRefused(
                Amendment.terms("A-3", YEAR.start(), SIGNED, TEN),
                "amendments[2].recordedAt must be after 2026-05-20T09:00:00Z, but was 2025-12-01T00:00:00Z");
        assertRefused(
                Amendment.terms("A-3", YEAR.start(), MAY, TEN),
                "amendments[2].recordedAt must be after 2026-05-20T09:00:00Z, but was 2026-05-20T09:00:00Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContractHistory.of(HISTORY.signed(), SIGNED)
                        .amended(Amendment.terms("A-1", YEAR.start(), SIGNED.minusNanos(1), TEN)))
                .withMessage("amendments[0].recordedAt must not be before 2025-12-01T00:00:00Z,"
                        + " but was 2025-11-30T23:59:59.999999999Z");
        assertRefused(
                Amendment.pause("A-3", ServicePeriod.of("2025-12-31", "2026-02-01"), JUNE),
                "amendments[2].days must not begin before the start of the contract, 2026-01-01,"
                        + " but was [2025-12-31, 2026-02-01)");
        assertRefused(
                Amendment.terms("A-3", LocalDate.parse("2025-12-31"), JUNE, TEN),
                "amendments[2].date must not be before the start of the contract, 2026-01-01, but was 2025-12-31");
        assertRefused(
                Amendment.end("A-3", YEAR.start(), JUNE),
                "amendments[2].date must be after the start of the contract, 2026-01-01, but was 2026-01-01");
        assertRefused(
                Amendment.terms(
                        "A-3", YEAR.start(), JUNE, builder("1").currency("USD").build()),
                "amendments[2].terms.currency must stay EUR, but was USD");
        assertRefused(
                Amendment.withdrawal("A-3", "A-9", JUNE),
                "amendments[2].withdrawn must name an earlier amendment that holds, but was A-9");
        ContractHistory withdrawn = HISTORY.amended(Amendment.withdrawal("A-3", "A-2", JUNE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> withdrawn.amended(Amendment.withdrawal("A-4", "A-2", JULY)))
                .withMessageStartingWith("amendments[3].withdrawn must name an earlier amendment that holds");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> withdrawn.amended(Amendment.withdrawal("A-4", "A-3", JULY)))
                .withMessageStartingWith("amendments[3].withdrawn must name an earlier amendment that holds");
    }

    private static void assertRefused(Amendment amendment, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HISTORY.amended(amendment))
                .withMessage(message);
    }

    /** An answer for a day and an instant never changes by what is recorded later, and versions agree with days. */
    @Property(tries = 300)
    void thePastAsKnownThenStaysAsItWas(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(max = 12) Integer> months,
            @ForAll @Size(min = 6, max = 6) List<@IntRange(min = 1, max = 4) Integer> prices,
            @ForAll @IntRange(max = 6) int knownAmendments) {
        ContractHistory history = ContractHistory.of(HISTORY.signed(), SIGNED);
        var states = new ArrayList<List<TermsVersion>>();
        states.add(history.versions(YEAR, SIGNED));
        for (int i = 0; i < months.size(); i++) {
            LocalDate effective = YEAR.start().plusMonths(months.get(i));
            Instant recorded = SIGNED.plusSeconds(i + 1L);
            history = history.amended(Amendment.terms(
                    "A-" + i, effective, recorded, terms(prices.get(i).toString())));
            states.add(history.versions(YEAR, recorded));
        }
        int known = Math.min(knownAmendments, months.size());
        Instant knownAt = SIGNED.plusSeconds(known);
        List<TermsVersion> versions = history.versions(YEAR, knownAt);
        assertThat(versions).isEqualTo(states.get(known));
        LocalDate reached = YEAR.start();
        for (TermsVersion version : versions) {
            assertThat(version.days().start()).isEqualTo(reached);
            reached = version.days().end();
            for (LocalDate day : List.of(version.days().start(), version.days().lastDay())) {
                assertThat(history.asOf(AsOf.of(day, knownAt)))
                        .map(Contract::terms)
                        .contains(version.terms());
            }
        }
        assertThat(reached).isEqualTo(YEAR.end());
    }

    @Test
    void isAValue() throws Exception {
        assertThat(SerialStreams.copy(HISTORY)).isEqualTo(HISTORY).hasSameHashCodeAs(HISTORY);
        assertThat(HISTORY)
                .hasToString("contract C-1, signed 2025-12-01T00:00:00Z, 2 amendments")
                .isNotEqualTo(ContractHistory.of(HISTORY.signed(), SIGNED));
        assertThat(HISTORY.amendments())
                .last()
                .hasToString("A-2: terms from 2026-04-01, recorded 2026-05-20T09:00:00Z");
        assertThat(Amendment.end("A-3", YEAR.end(), MAY))
                .hasToString("A-3: ends on 2027-01-01, recorded 2026-05-20T09:00:00Z")
                .isNotEqualTo(Amendment.withdrawal("A-3", "A-2", MAY));
        Amendment pause = Amendment.pause("A-3", YEAR, MAY);
        assertThat(SerialStreams.copy(pause)).isEqualTo(pause).hasSameHashCodeAs(pause);
        assertThat(pause)
                .isNotEqualTo(Amendment.pause("A-3", ServicePeriod.of("2026-01-01", "2026-02-01"), MAY))
                .hasToString("A-3: paused on [2026-01-01, 2027-01-01), recorded 2026-05-20T09:00:00Z");
        assertThat(pause.days()).contains(YEAR);
        assertThat(pause.date()).isEmpty();
        assertThat(HISTORY.signedAt()).isEqualTo(SIGNED);
    }

    private static Instant at(int second) {
        return MAY.plusSeconds(second);
    }

    /** What is counted from period to period would begin anew in another cycle: it is refused, not billed twice. */
    @Test
    void refusesAnotherCycleOfWhatIsCountedOverPeriods() {
        Charge build = Charge.completion("build", "progress", Completion.of("1000"));
        assertCycleKept(builder("10").charge(build), "charge build");
        assertCycleKept(builder("10").commitment(TermCommitment.of("1200")), "the commitment");
        assertCycleKept(builder("10").discount(Discount.amount("voucher", "50")), "discount voucher");
        ContractHistory plain = ContractHistory.of(contract(builder("10").build()), SIGNED);
        ContractTerms quarterly = builder("10")
                .discount(Discount.percent("launch", "20"))
                .billed(BillingCycle.quarterly())
                .build();
        assertThat(plain.amended(Amendment.terms("A-1", YEAR.start(), MAY, quarterly))
                        .amendments())
                .hasSize(1);
    }

    /** 20 % off are the same in months and quarters; 50.00 off a charge are used up, and a project began with an amendment. */
    @Test
    void refusesAnotherCycleOfWhatAChargeOrAnAmendmentCounts() {
        Charge seats = Charge.recurring("seats", FlatFee.of("10"));
        assertCycleKept(builder("10").charge(seats.discount(Discount.amount("voucher", "50"))), "discount voucher");
        ContractTerms.Builder percent = builder("10").discount(Discount.percent("launch", "20"));
        ContractHistory monthly = ContractHistory.of(contract(percent.build()), SIGNED);
        ContractTerms quarterly = percent.billed(BillingCycle.quarterly()).build();
        assertThat(monthly.amended(Amendment.terms("A-1", YEAR.start(), MAY, quarterly))
                        .amendments())
                .hasSize(1);
        ContractTerms.Builder project =
                builder("10").charge(Charge.completion("build", "progress", Completion.of("1000")));
        ContractHistory begun =
                signed(Renewal.none()).amended(Amendment.terms("A-1", YEAR.start(), MAY, project.build()));
        ContractTerms slower = project.billed(BillingCycle.quarterly()).build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> begun.amended(Amendment.terms("A-2", YEAR.start(), JUNE, slower)))
                .withMessageStartingWith("amendments[1].terms.billed must bill charge build every P1M");
    }

    private static void assertCycleKept(ContractTerms.Builder builder, String what) {
        ContractHistory history = ContractHistory.of(contract(builder.build()), SIGNED);
        ContractTerms quarterly = builder.billed(BillingCycle.quarterly()).build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> history.amended(Amendment.terms("A-1", YEAR.start(), MAY, quarterly)))
                .withMessage("amendments[0].terms.billed must bill " + what
                        + " every P1M from 2001-01-01, as before, since it is counted over periods, but was every P3M from"
                        + " 2001-01-01");
    }

    private static Contract contract(ContractTerms terms) {
        return Contract.of(HISTORY.signed().id(), HISTORY.signed().customer(), YEAR, terms);
    }

    private static ContractTerms termsOn(String day, Instant knownAt) {
        return HISTORY.asOf(AsOf.of(LocalDate.parse(day), knownAt))
                .orElseThrow()
                .terms();
    }

    private static TermsVersion version(String start, String end, ContractTerms terms) {
        String key = terms.equals(TEN) ? TermsVersion.SIGNED : terms.equals(TWELVE) ? "A-2" : "A-1";
        return new TermsVersion(ServicePeriod.of(start, end), terms, key);
    }

    private static ContractTerms terms(String fee) {
        return builder(fee).build();
    }

    private static ContractTerms.Builder builder(String fee) {
        return ContractTerms.builder()
                .currency("EUR")
                .zone("Europe/Berlin")
                .charge(Charge.usage("platform", "seats", FlatFee.of(fee)))
                .paymentTerms(PaymentTerms.net(30));
    }
}
