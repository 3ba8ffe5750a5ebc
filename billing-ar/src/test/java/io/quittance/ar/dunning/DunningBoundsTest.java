package io.quittance.ar.dunning;

import static io.quittance.ar.Samples.A;
import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Samples.id;
import static io.quittance.ar.Samples.item;
import static io.quittance.ar.Samples.receivable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.ar.interest.ChargeLimits;
import io.quittance.ar.interest.CompensationTiers;
import io.quittance.ar.interest.DayBasis;
import io.quittance.ar.interest.ExplainedCharge;
import io.quittance.ar.interest.LateCharges;
import io.quittance.ar.interest.LateFee;
import io.quittance.ar.interest.LateInterest;
import io.quittance.ar.interest.LatenessTiers;
import io.quittance.ar.interest.PeriodFormula;
import io.quittance.ar.interest.PeriodicCharge;
import io.quittance.ar.interest.RateTable;
import io.quittance.ar.ledger.AccountView;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.explain.Explanation;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Rounding;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The last value that is taken at each end, and the first that is refused. */
class DunningBoundsTest {
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");
    private static final LocalDate BEYOND = LocalDate.of(10_000, 1, 1);
    private static final DunningLevel LETTER = DunningLevel.of("letter", 14, 10, ContactKind.LETTER);
    private static final DunningLevel REMINDER = DunningLevel.of("reminder", -7, 7, ContactKind.REMINDER);

    @Test
    void ofDaysAndTimesOfALevel() {
        assertThat(DunningLevel.of("level", -365, 1, ContactKind.REMINDER).isBeforeDue())
                .isTrue();
        assertThat(DunningLevel.of("level", 0, 1, ContactKind.LETTER).isBeforeDue())
                .isFalse();
        assertThat(DunningLevel.of("level", 3650, 3650, ContactKind.LETTER).distanceDays())
                .isEqualTo(3650);
        assertThat(LETTER.atMost(1000).atMost()).isEqualTo(1000);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DunningLevel.of("level", -366, 1, ContactKind.REMINDER))
                .withMessage("daysPastDue must be between -365 and 3650, but was -366");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DunningLevel.of("level", 14, 3651, ContactKind.LETTER))
                .withMessage("distanceDays must be between 1 and 3650, but was 3651");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LETTER.atMost(1001))
                .withMessage("atMost must be between 1 and 1000, but was 1001");
    }

    @Test
    void aReminderBeforeTheDueDateIsGivenOnceAndCostsNothing() {
        var flat = PeriodicCharge.of(PeriodFormula.FLAT, LatenessTiers.constant("2"), 30, Rounding.halfUp(2));
        var interest = LateInterest.of(RateTable.constant("10"), DayBasis.ACTUAL_365, Rounding.halfUp(2));
        String message = "daysPastDue must be 0 or more, but for a REMINDER once and without charges, but was -7";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> REMINDER.compensation(CompensationTiers.always(eur("40"))))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> REMINDER.interest(interest))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> REMINDER.periodicCharge(flat))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> REMINDER.atMost(2))
                .withMessage(message);
    }

    @Test
    void ofGraceAndLevelsOfAPolicy() {
        DunningPolicy policy = DunningPolicy.of("EUR", DunningScope.ITEM, levels(100));
        assertThat(policy.levels()).hasSize(100);
        assertThat(policy.grace(3650).graceDays()).isEqualTo(3650);
        assertThat(policy.grace(0)).isEqualTo(policy);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy.grace(3651))
                .withMessage("graceDays must be between 0 and 3650, but was 3651");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DunningPolicy.of("EUR", DunningScope.ITEM, levels(101)))
                .withMessage("levels must be at most 100, but was 101");
        assertThat(new Delinquency(DAY, DAY, 3650, List.of()).graceDays()).isEqualTo(3650);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Delinquency(DAY, DAY, 3651, List.of()))
                .withMessage("graceDays must be between 0 and 3650, but was 3651");
    }

    private static List<DunningLevel> levels(int many) {
        return IntStream.range(0, many)
                .mapToObj(day -> DunningLevel.of("level " + day, day, 1, ContactKind.LETTER))
                .toList();
    }

    @Test
    void chargesAreInTheCurrencyOfThePolicy() {
        DunningLevel yen = LETTER.fee(LateFee.of(Amount.of("5", "JPY")));
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> DunningPolicy.of("EUR", DunningScope.ITEM, List.of(yen)));
        LateInterest dollars = LateInterest.of(RateTable.constant("10"), DayBasis.ACTUAL_365, Rounding.halfUp(2))
                .within(ChargeLimits.NONE.waivedBelow(Amount.of("1", "USD")));
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> DunningPolicy.of("EUR", DunningScope.ITEM, List.of(LETTER.interest(dollars))));
    }

    @Test
    void ofAContact() {
        Contact said = Contact.of(ContactKind.LETTER, "post", DAY);
        Contact letter = said.about(List.of(id("R1"))).atLevel("letter");
        assertThat(letter.levelName()).contains("letter");
        assertThat(letter.claiming(eur("0")).claimed()).isEqualTo(eur("0"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> said.atLevel("letter"))
                .withMessage("level must only be given where something goes out that names items, but was letter");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> said.with(List.of("board", "")))
                .withMessageStartingWith("addressee must");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Contact(
                        ContactKind.LETTER,
                        "letter",
                        "post",
                        DAY,
                        List.of(id("R1"), id("R2")),
                        List.of(id("R2"), id("R3")),
                        null,
                        List.of()))
                .withMessage("interestOf must be some of the items [R1, R2], but was [R2, R3]");
    }

    @Test
    void ofAnAccount() {
        var none = new AccountView(A, List.of(), eur("0"));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        DunningAccount.of(none, CollectionHistory.empty(A)).addressedTo(List.of("board", "")))
                .withMessageStartingWith("addressee must");
    }

    @ParameterizedTest(name = "{0} paid of 110.41: {1}")
    @CsvSource({"-0.01, false", "0, true", "110.41, true", "110.42, false"})
    void ofWhatIsPaidOfAClaim(String paid, boolean taken) {
        LateCharges charges = LateCharges.of(eur("100"), eur("0.41"), eur("10"));
        if (taken) {
            assertThat(DunningClaim.of(charges, eur(paid)).open())
                    .isEqualTo(eur("110.41").subtract(eur(paid)));
        } else {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> DunningClaim.of(charges, eur(paid)))
                    .withMessage("paid must be 0 or more and at most EUR 110.41, but was EUR " + paid);
        }
    }

    /** Of 100.00, of which 30.00 are contested, money on account covers less than 70.00, and more than nothing is claimed. */
    @ParameterizedTest(name = "{0} covered, {1} claimed: {2}")
    @CsvSource({
        "0, 70, ''",
        "69.99, 0.01, ''",
        "-0.01, 70, 'offset must be 0 or more and less than EUR 70.00, which nobody contests, but was EUR -0.01'",
        "70, 1, 'offset must be 0 or more and less than EUR 70.00, which nobody contests, but was EUR 70.00'",
        "0, 0, 'claimed must be more than 0, but was EUR 0.00'",
        "0, -1, 'claimed must be more than 0, but was EUR -1.00'"
    })
    void ofAnItemOfANotice(String offset, String claimed, String refusal) {
        OpenItem debt = OpenItem.of(receivable("R1", "2026-03-01", "100"), eur("100"), eur("30"));
        if (refusal.isEmpty()) {
            assertThat(claimed(debt, offset, claimed).total()).isEqualTo(eur(claimed));
        } else {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> claimed(debt, offset, claimed))
                    .withMessage(refusal);
        }
    }

    private static final ExplainedCharge NOTHING =
            new ExplainedCharge(eur("0"), Explanation.of("test.nothing", "nothing"));

    private static NoticeItem claimed(OpenItem debt, String offset, String claimed) {
        return new NoticeItem(debt, Delinquency.of(debt.dueDate(), DAY), eur(offset), eur(claimed), NOTHING, NOTHING);
    }

    @Test
    void ofTheAttemptsOfANotice() {
        assertThat(notice(1).key()).hasToString("dunning 2026-03-02 letter 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> notice(0))
                .withMessage("attempt must be 1 or more, but was 0");
    }

    private static DunningNotice notice(int attempt) {
        return new DunningNotice(
                A,
                DAY,
                LETTER,
                attempt,
                List.of(claimed(item("R1", "2026-03-01", "100"), "0", "100")),
                NOTHING,
                List.of(),
                List.of(),
                eur("0"),
                List.of(),
                NOTHING.explanation());
    }

    @Test
    void ofDatesAndNumbers() {
        Delinquency today = Delinquency.of(DAY, DAY);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DunningCheck(today, BEYOND, null))
                .withMessageStartingWith("graceUntil must");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DunningCheck(today, null, BEYOND))
                .withMessageStartingWith("lastContact must");
        assertThat(OverdueFigures.of(0, eur("0"), null).oldestDays()).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OverdueFigures.of(-1, eur("0"), null))
                .withMessage("items must not be negative, but was -1");
    }

    /** The age is that of the oldest, wherever it stands: of 10 June, 20 May and 31 May on 20 July these are 61 days. */
    @Test
    void theOldestTellsTheAge() {
        List<OpenItem> open =
                List.of(item("R1", "2012-07-10", "1"), item("R2", "2012-06-19", "2"), item("R3", "2012-06-30", "4"));
        assertThat(OverdueFigures.of(open, eur("0").getCurrency(), LocalDate.parse("2012-07-20")))
                .isEqualTo(OverdueFigures.of(3, eur("7"), 61L));
    }

    /** On the due date three days of grace hold, and before it none do; without a grace nothing does. */
    @Test
    void aGraceBeginsOnTheDueDate() {
        DunningLevel atOnce = DunningLevel.of("at once", 0, 1, ContactKind.LETTER);
        assertThat(DunningCheck.of(new Delinquency(DAY, DAY, 3, List.of())).hold(atOnce))
                .hasToString("Optional[GRACE: 0 days late on 2026-03-02, of 3 of grace]");
        assertThat(DunningCheck.of(new Delinquency(DAY, DAY, 0, List.of())).hold(atOnce))
                .isEmpty();
        assertThat(DunningCheck.of(new Delinquency(DAY, DAY.minusDays(1), 3, List.of()))
                        .hold(REMINDER))
                .isEmpty();
    }
}
