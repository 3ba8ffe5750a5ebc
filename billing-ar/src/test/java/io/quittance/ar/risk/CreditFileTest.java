package io.quittance.ar.risk;

import static io.quittance.ar.Samples.A;
import static io.quittance.ar.Samples.copy;
import static io.quittance.ar.Samples.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.id.ActorId;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** 1000.00 were asked for on 5 January and 800.00 granted on the 10th, to be looked at again on 1 July; 2000.00 of 1 March were rejected on the 3rd. */
class CreditFileTest {
    private static final ActorId MARIA = ActorId.of("maria");
    private static final ActorId PAUL = ActorId.of("paul");
    private static final CreditLimit GRANTED = CreditLimit.of(eur("800"));
    private static final CreditApplication FIRST =
            CreditApplication.of("CA-1", CreditLimit.of(eur("1000")), day("2026-01-05"));
    private static final CreditDecision DECISION =
            CreditDecision.granted(GRANTED, day("2026-01-10"), MARIA, "new").reviewedOn(day("2026-07-01"));
    private static final CreditFile FILE = CreditFile.of(A)
            .applied(CreditApplication.of("CA-2", CreditLimit.of(eur("2000")), day("2026-03-01")))
            .decided("CA-2", CreditDecision.rejected(day("2026-03-03"), PAUL, "late payer"))
            .applied(FIRST)
            .decided("CA-1", DECISION);

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    @Test
    void theLimitIsThatOfTheLastDecisionThatGrantedOne() throws Exception {
        assertThat(FILE.applications()).extracting(CreditApplication::id).containsExactly("CA-1", "CA-2");
        assertThat(FILE.limitOn(day("2026-01-09"))).isEmpty();
        assertThat(FILE.limitOn(day("2026-01-10"))).contains(GRANTED);
        assertThat(FILE.limitOn(day("2026-12-31"))).contains(GRANTED);
        CreditLimit more = CreditLimit.of(eur("1500"));
        CreditFile later = FILE.applied(CreditApplication.of("CA-3", more, day("2026-04-01")))
                .decided("CA-3", CreditDecision.granted(more, day("2026-04-02"), PAUL, "better"));
        assertThat(later.limitOn(day("2026-04-01"))).contains(GRANTED);
        assertThat(later.limitOn(day("2026-04-02"))).contains(more);
        assertThat(copy(later)).isEqualTo(later);
    }

    @Test
    void knowsWhatWaitsForADecisionOrAReview() {
        assertThat(FILE.pendingOn(day("2026-01-04"))).isEmpty();
        assertThat(FILE.pendingOn(day("2026-01-09")))
                .extracting(CreditApplication::id)
                .containsExactly("CA-1");
        assertThat(FILE.pendingOn(day("2026-01-10"))).isEmpty();
        assertThat(FILE.reviewDueOn(day("2026-06-30"))).isEmpty();
        assertThat(FILE.reviewDueOn(day("2026-07-01")))
                .map(CreditApplication::id)
                .contains("CA-1");
        CreditFile reviewed = FILE.applied(CreditApplication.of("CA-4", GRANTED, day("2026-06-20")))
                .decided("CA-4", CreditDecision.granted(GRANTED, day("2026-06-20"), MARIA, "reviewed"));
        assertThat(reviewed.reviewDueOn(day("2026-07-01"))).isEmpty();
    }

    @Test
    void aHoldIsFromItsDayToTheDayBeforeItsRelease() throws Exception {
        CreditFile held = FILE.held(CreditHold.of("H-1", day("2026-03-03"), "overdue", PAUL));
        assertThat(held.isOnHold(day("2026-03-02"))).isFalse();
        assertThat(held.isOnHold(day("2026-03-03"))).isTrue();
        CreditFile released = held.released("H-1", day("2026-03-10"), MARIA);
        assertThat(released.holdsOn(day("2026-03-09")))
                .extracting(CreditHold::id)
                .containsExactly("H-1");
        assertThat(released.isOnHold(day("2026-03-10"))).isFalse();
        assertThat(released.released("H-1", day("2026-03-10"), MARIA)).isEqualTo(released);
        assertThat(copy(released)).isEqualTo(released);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> released.released("H-1", day("2026-03-11"), MARIA))
                .withMessage("releasedOn must be 2026-03-10, as before, but was 2026-03-11");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> held.released("H-1", day("2026-03-02"), MARIA))
                .withMessage(
                        "releasedOn must not be before the day on which it was placed, 2026-03-03, but was 2026-03-02");
    }

    @Test
    void whatIsThereAlreadyChangesNothing() {
        assertThat(FILE.decided("CA-1", DECISION)).isEqualTo(FILE);
        CreditHold hold = CreditHold.of("H-1", day("2026-03-03"), "overdue", PAUL);
        CreditFile held = FILE.held(hold);
        assertThat(held.held(hold)).isSameAs(held);
        CreditFile waiting = CreditFile.of(A).applied(FIRST);
        assertThat(waiting.applied(FIRST)).isSameAs(waiting);
        assertThat(FILE.applied(FIRST)).isSameAs(FILE); // it was decided since
        CreditFile released = held.released("H-1", day("2026-03-10"), MARIA);
        assertThat(released.held(hold)).isSameAs(released);
    }

    @Test
    void refusesWhatContradictsItself() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FIRST.decided(CreditDecision.rejected(day("2026-01-04"), MARIA, "no")))
                .withMessage("decidedOn must not be before the day of the application, 2026-01-05, but was 2026-01-04");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DECISION.reviewedOn(day("2026-01-10")))
                .withMessage("reviewOn must be after the day of the decision, 2026-01-10, but was 2026-01-10");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FILE.decided("CA-1", CreditDecision.rejected(day("2026-01-10"), MARIA, "no")))
                .withMessageStartingWith("decision must be the only one of application CA-1, but was ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FILE.decided("CA-9", DECISION))
                .withMessage("id must be known, but was CA-9");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FILE.applied(CreditApplication.of("CA-1", GRANTED, day("2026-01-05"))))
                .withMessage("id must not be that of another application, but was CA-1");
        CreditHold hold = CreditHold.of("H-1", day("2026-03-03"), "overdue", PAUL);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FILE.held(hold).held(CreditHold.of("H-1", day("2026-03-04"), "overdue", PAUL)))
                .withMessage("id must not be that of another hold, but was H-1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CreditFile(A, List.of(FIRST, FIRST), List.of()))
                .withMessage("applications must have each id once, but was CA-1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CreditHold("H-1", day("2026-03-03"), "overdue", PAUL, null, MARIA))
                .withMessage("releasedBy must be there if and only if it is released, but was maria");
    }

    /** CA-1 was asked for first and decided last; CA-3 was decided on the same day, and came in later. */
    @Test
    void theLastDecisionCountsAndNotTheLastApplication() {
        CreditLimit other = CreditLimit.of(eur("500"));
        CreditFile both = CreditFile.of(A)
                .applied(FIRST)
                .applied(CreditApplication.of("CA-2", other, day("2026-01-06")))
                .decided("CA-1", DECISION)
                .decided("CA-2", CreditDecision.granted(other, day("2026-01-08"), PAUL, "new"));
        assertThat(both.limitOn(day("2026-01-08"))).contains(other);
        assertThat(both.limitOn(day("2026-01-10"))).contains(GRANTED);
        CreditFile three = both.applied(CreditApplication.of("CA-3", other, day("2026-01-07")))
                .decided("CA-3", CreditDecision.granted(other, day("2026-01-10"), PAUL, "new"));
        assertThat(three.limitOn(day("2026-01-10"))).contains(other);
    }

    @Test
    void whatIsNotDecidedWaitsAndGrantsNothing() {
        CreditFile waiting = CreditFile.of(A).applied(FIRST);
        assertThat(waiting.pendingOn(day("2026-01-04"))).isEmpty();
        assertThat(waiting.pendingOn(day("2026-01-05"))).containsExactly(FIRST);
        assertThat(waiting.limitOn(day("2026-12-31"))).isEmpty();
    }

    @Test
    void whatIsThereAsItIsNowChangesNothing() {
        assertThat(FILE.applied(FIRST.decided(DECISION))).isSameAs(FILE);
        CreditHold hold = CreditHold.of("H-1", day("2026-03-03"), "overdue", PAUL);
        CreditFile released = FILE.held(hold).released("H-1", day("2026-03-10"), MARIA);
        assertThat(released.held(hold.released(day("2026-03-10"), MARIA))).isSameAs(released);
    }

    @Test
    void hasEachHoldOnce() {
        CreditHold hold = CreditHold.of("H-1", day("2026-03-03"), "overdue", PAUL);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CreditFile(A, List.of(), List.of(hold, hold)))
                .withMessage("holds must have each id once, but was H-1");
    }
}
