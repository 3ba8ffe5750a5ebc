package io.quittance.ar.dunning;

import static io.quittance.ar.Samples.A;
import static io.quittance.ar.Samples.B;
import static io.quittance.ar.Samples.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.ar.interest.CompensationTiers;
import io.quittance.ar.interest.DayBasis;
import io.quittance.ar.interest.LateFee;
import io.quittance.ar.interest.LateInterest;
import io.quittance.ar.interest.LatenessTiers;
import io.quittance.ar.interest.PeriodFormula;
import io.quittance.ar.interest.PeriodicCharge;
import io.quittance.ar.interest.RateTable;
import io.quittance.core.money.Rounding;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two that differ in one part are not equal, whichever part it is. */
class EveryPartCountsTest {
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");
    private static final DunningLevel FIRST = DunningLevel.of("first", 14, 10, ContactKind.LETTER);
    private static final DunningLevel LAST = DunningLevel.of("last", 28, 10, ContactKind.LETTER);

    private static void differ(Object one, List<?> others) {
        for (Object other : others) {
            assertThat(one).isNotEqualTo(other);
        }
        assertThat(one).isNotEqualTo("another thing");
    }

    @Test
    void ofALevel() {
        differ(
                FIRST,
                List.of(
                        DunningLevel.of("second", 14, 10, ContactKind.LETTER),
                        DunningLevel.of("first", 15, 10, ContactKind.LETTER),
                        DunningLevel.of("first", 14, 11, ContactKind.LETTER),
                        DunningLevel.of("first", 14, 10, ContactKind.CALL),
                        FIRST.atMost(2),
                        FIRST.fee(LateFee.of(eur("5"))),
                        FIRST.compensation(CompensationTiers.always(eur("40"))),
                        FIRST.interest(
                                LateInterest.of(RateTable.constant("10"), DayBasis.ACTUAL_365, Rounding.halfUp(2))),
                        FIRST.periodicCharge(PeriodicCharge.of(
                                PeriodFormula.FLAT, LatenessTiers.constant("2"), 30, Rounding.halfUp(2)))));
    }

    @Test
    void ofAPolicy() {
        DunningPolicy policy = DunningPolicy.of("EUR", DunningScope.ITEM, List.of(FIRST, LAST));
        differ(
                policy,
                List.of(
                        DunningPolicy.of("USD", DunningScope.ITEM, List.of(FIRST, LAST)),
                        DunningPolicy.of("EUR", DunningScope.CUSTOMER, List.of(FIRST, LAST)),
                        DunningPolicy.of("EUR", DunningScope.ITEM, List.of(FIRST)),
                        policy.grace(1),
                        policy.onlyFrom(OverdueCondition.NONE.items(1)),
                        policy.settledBy(ClaimRule.PRINCIPAL),
                        policy.withoutOffset()));
    }

    @Test
    void ofACondition() {
        differ(
                OverdueCondition.NONE,
                List.of(
                        OverdueCondition.NONE.items(1),
                        OverdueCondition.NONE.total(eur("0")),
                        OverdueCondition.NONE.days(0)));
        assertThat(OverdueCondition.NONE.items(2).items()).isEqualTo(2);
        assertThat(OverdueCondition.NONE.days(3).days()).hasValue(3);
        assertThat(OverdueCondition.NONE.days()).isEmpty();
        assertThat(OverdueCondition.NONE.total()).isEmpty();
        assertThat(OverdueCondition.NONE.items(2)).hasToString("at least 2 items");
    }

    @Test
    void ofAHistory() {
        CollectionHistory none = CollectionHistory.empty(A);
        var said = Contact.of(ContactKind.CALL, "phone", DAY);
        differ(
                none,
                List.of(
                        CollectionHistory.empty(B),
                        none.with(CollectionEntry.of("c-1", A, said, Instant.parse("2026-03-02T09:00:00Z")))));
    }
}
