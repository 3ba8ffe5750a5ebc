package io.quittance.ar.dunning;

import static io.quittance.ar.Samples.copy;
import static io.quittance.ar.Samples.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.ar.interest.ChargeLimits;
import io.quittance.ar.interest.CompensationTiers;
import io.quittance.ar.interest.DayBasis;
import io.quittance.ar.interest.LateFee;
import io.quittance.ar.interest.LateInterest;
import io.quittance.ar.interest.LatenessTiers;
import io.quittance.ar.interest.PeriodFormula;
import io.quittance.ar.interest.PeriodicCharge;
import io.quittance.ar.interest.RateTable;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.money.Rounding;
import java.util.List;
import org.junit.jupiter.api.Test;

class DunningPolicyTest {
    private static final DunningLevel REMINDER = DunningLevel.of("reminder", -7, 7, ContactKind.REMINDER);
    private static final DunningLevel FIRST = DunningLevel.of("first", 14, 10, ContactKind.LETTER);
    private static final DunningLevel SECOND = DunningLevel.of("second", 28, 10, ContactKind.LETTER);
    private static final PeriodicCharge MONTHLY =
            PeriodicCharge.of(PeriodFormula.FLAT, LatenessTiers.constant("2"), 30, Rounding.halfUp(2));

    private static DunningPolicy policy(DunningLevel... levels) {
        return DunningPolicy.of("EUR", DunningScope.ITEM, List.of(levels));
    }

    private static LateInterest interest(int places) {
        return LateInterest.of(RateTable.constant("10"), DayBasis.ACTUAL_365, Rounding.halfUp(places));
    }

    @Test
    void isAValue() throws Exception {
        DunningLevel all = SECOND.fee(LateFee.of(eur("5")).plusPercent("1", Rounding.halfUp(2)))
                .compensation(CompensationTiers.always(eur("40")))
                .interest(interest(2).within(ChargeLimits.NONE.waivedBelow(eur("1"))))
                .atMost(3);
        DunningPolicy policy = policy(REMINDER, FIRST.periodicCharge(MONTHLY), all)
                .grace(3)
                .onlyFrom(OverdueCondition.NONE.items(1).total(eur("10")).days(2))
                .settledBy(ClaimRule.PRINCIPAL)
                .withoutOffset();
        assertThat(copy(policy)).isEqualTo(policy).hasSameHashCodeAs(policy);
        assertThat(copy(all)).isEqualTo(all).hasSameHashCodeAs(all);
        assertThat(policy.level("second")).contains(all);
        assertThat(policy.level("third")).isEmpty();
        assertThat(policy)
                .isNotEqualTo(policy.grace(4))
                .hasToString("dunning by ITEM in EUR: "
                        + "[reminder from day -7, REMINDER, first from day 14, LETTER, second from day 28, LETTER]");
    }

    @Test
    void refusesLevelsOutOfOrder() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy(SECOND, FIRST))
                .withMessage("levels[1].daysPastDue must be more than 28, that of the level before, but was 14");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy(FIRST, DunningLevel.of("other", 14, 1, ContactKind.CALL)))
                .withMessage("levels[1].daysPastDue must be more than 14, that of the level before, but was 14");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy(FIRST, DunningLevel.of("first", 28, 1, ContactKind.CALL)))
                .withMessage("levels[1].name must be given once, but was first");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy(FIRST.atMost(2), SECOND))
                .withMessage("levels[0].atMost must be 1, as only the last level repeats, but was 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy(DunningLevel.of("handover", 1, 1, ContactKind.COLLECTIONS), FIRST))
                .withMessage("levels[0].action must not be COLLECTIONS before the last level, but was COLLECTIONS");
        assertThatIllegalArgumentException()
                .isThrownBy(DunningPolicyTest::policy)
                .withMessage("levels must not be empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy(FIRST).grace(-1))
                .withMessage("graceDays must be between 0 and 3650, but was -1");
    }

    @Test
    void refusesLevelsThatAreNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DunningLevel.of("level", 14, 0, ContactKind.LETTER))
                .withMessage("distanceDays must be between 1 and 3650, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DunningLevel.of("level", 3651, 1, ContactKind.LETTER))
                .withMessage("daysPastDue must be between -365 and 3650, but was 3651");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DunningLevel.of("level", -1, 1, ContactKind.LETTER))
                .withMessage("daysPastDue must be 0 or more, but for a REMINDER once and without charges, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> REMINDER.fee(LateFee.of(eur("1"))))
                .withMessage("daysPastDue must be 0 or more, but for a REMINDER once and without charges, but was -7");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DunningLevel.of("level", 1, 1, ContactKind.REPLY))
                .withMessage("action must go to the customer: REMINDER, LETTER, CALL or COLLECTIONS, but was REPLY");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FIRST.atMost(0))
                .withMessage("atMost must be between 1 and 1000, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FIRST.interest(interest(2)).periodicCharge(MONTHLY))
                .withMessageStartingWith("periodicCharge must not stand beside interest by the day, but was ");
    }

    /** Charges that a claim could not be made of are refused before anything is claimed. */
    @Test
    void refusesChargesInAnotherCurrencyOrWithoutEnd() {
        DunningPolicy dollars = DunningPolicy.of("USD", DunningScope.ITEM, List.of(FIRST));
        for (DunningLevel level : List.of(
                FIRST.fee(LateFee.of(eur("5"))),
                FIRST.compensation(CompensationTiers.always(eur("40"))),
                FIRST.interest(interest(2).within(ChargeLimits.NONE.atMost(eur("50")))),
                FIRST.periodicCharge(MONTHLY.within(ChargeLimits.NONE.atLeast(eur("5")))))) {
            assertThatExceptionOfType(CurrencyMismatchException.class)
                    .isThrownBy(() -> DunningPolicy.of("USD", DunningScope.ITEM, List.of(level)));
        }
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> dollars.onlyFrom(OverdueCondition.NONE.total(eur("10"))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy(FIRST.interest(interest(4))))
                .withMessageStartingWith(
                        "interest must be rounded to at most 2 decimal places, to be claimed, but was ");
    }
}
