package io.quittance.kpi.cash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.EventFigures;
import io.quittance.kpi.KpiResult;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DunningRecoveryTest {
    private static final ServicePeriod MARCH = ServicePeriod.of("2026-03-01", "2026-04-01");
    private static final AsOf END = AsOf.endOf("2026-03-31");
    private static final AsOf LATER = AsOf.endOf("2026-04-30");
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    private static Amount eur(String number) {
        return Amount.of(number, "EUR");
    }

    private static DunnedClaim claim(String item, int level, String dunned, String amount) {
        return DunnedClaim.of(item, level, day(dunned), eur(amount), NOW);
    }

    private static KpiResult of(DunningRecovery kpi, AsOf asOf, DunnedClaim... claims) {
        return kpi.compute(EventFigures.of(MARCH, asOf, List.of(claims)));
    }

    /** kpi.json, dunning-success-chargebee: 4.2 of 6.4 million are 65.625 %. */
    @Test
    void matchesThePublishedShare() {
        KpiResult result = of(
                DunningRecovery.ofAll(),
                END,
                claim("I-1", 1, "2026-03-05", "4200000").paid(day("2026-03-20"), eur("4200000"), NOW),
                claim("I-2", 1, "2026-03-05", "2200000"));
        assertThat(result.value()).contains(Fraction.of(65625, 1000));
        assertThat(result.basis().currency()).contains("EUR");
    }

    /** By hand: what was paid on the day of the reminder was under way, April's counts when it is asked in April, and more than was dunned counts no more. */
    @Test
    void onlyWhatIsPaidAfterwardsCounts() {
        DunnedClaim[] claims = {
            claim("I-1", 1, "2026-03-05", "100.00").paid(day("2026-03-05"), eur("100.00"), NOW),
            claim("I-2", 1, "2026-03-05", "100.00").paid(day("2026-03-06"), eur("250.00"), NOW),
            claim("I-3", 1, "2026-03-05", "200.00").paid(day("2026-04-01"), eur("50.00"), NOW)
        };
        assertThat(of(DunningRecovery.ofAll(), END, claims).value()).contains(Fraction.of(25));
        assertThat(of(DunningRecovery.ofAll(), LATER, claims).value()).contains(Fraction.of(3750, 100));
        assertThat(of(
                                DunningRecovery.ofAll(),
                                END,
                                claim("I-1", 1, "2026-03-05", "100.00")
                                        .paid(day("2026-03-10"), eur("40.00"), NOW)
                                        .paid(day("2026-03-12"), eur("-30.00"), NOW))
                        .value())
                .contains(Fraction.of(10));
    }

    @Test
    void moneyBelongsToADebtFromTheDayOnWhichItIsApplied() {
        DunnedClaim claim = claim("I-1", 1, "2026-03-05", "100.00")
                .paid(PaidPart.of(day("2026-03-10"), eur("40.00")).appliedOn(day("2026-04-02")), NOW);
        assertThat(of(DunningRecovery.ofAll(), END, claim).value()).contains(Fraction.ZERO);
        assertThat(of(DunningRecovery.ofAll(), LATER, claim).value()).contains(Fraction.of(40));
    }

    /** By hand: dunned twice in March, the debt counts once, from the first reminder on: 60 of 100. At level 2: 20 of 60. */
    @Test
    void aDebtThatIsDunnedTwiceCountsOnce() {
        DunnedClaim first = claim("I-1", 1, "2026-03-05", "100.00")
                .paid(day("2026-03-10"), eur("40.00"), NOW)
                .paid(day("2026-03-25"), eur("20.00"), NOW);
        DunnedClaim second = claim("I-1", 2, "2026-03-20", "60.00")
                .paid(day("2026-03-10"), eur("40.00"), NOW)
                .paid(day("2026-03-25"), eur("20.00"), NOW);
        KpiResult all = of(DunningRecovery.ofAll(), END, second, first);
        assertThat(all.value()).contains(Fraction.of(60));
        assertThat(all.basis().count()).contains(1L);
        assertThat(of(DunningRecovery.atLevel(2), END, first, second).value()).contains(Fraction.of(100, 3));
        assertThat(DunningRecovery.atLevel(2).id()).isEqualTo("dunning.recovery.level-2");
    }

    /** February's reminder of the debt is not March's: 20 of the 60 that were left, whatever came before. */
    @Test
    void onlyRemindersOfThePeriodCount() {
        DunnedClaim february = claim("I-1", 1, "2026-02-28", "100.00")
                .paid(day("2026-03-01"), eur("40.00"), NOW)
                .paid(day("2026-03-25"), eur("20.00"), NOW);
        DunnedClaim march = claim("I-1", 2, "2026-03-20", "60.00").paid(day("2026-03-25"), eur("20.00"), NOW);
        assertThat(of(DunningRecovery.ofAll(), END, february, march).value()).contains(Fraction.of(100, 3));
    }

    /** Two letters of one day: the one of the lower level was first, in whichever order they are given. */
    @Test
    void ofOneDayTheLowerLevelIsFirst() {
        DunnedClaim first = claim("I-1", 1, "2026-03-05", "100.00").paid(day("2026-03-10"), eur("40.00"), NOW);
        DunnedClaim second = claim("I-1", 2, "2026-03-05", "105.00").paid(day("2026-03-10"), eur("40.00"), NOW);
        assertThat(of(DunningRecovery.ofAll(), END, first, second).value()).contains(Fraction.of(40));
        assertThat(of(DunningRecovery.ofAll(), END, second, first).value()).contains(Fraction.of(40));
    }

    @Test
    void isUndefinedWithoutRemindersOrInSeveralCurrencies() {
        assertThat(of(DunningRecovery.atLevel(2), END, claim("I-1", 1, "2026-03-05", "1.00"))
                        .<String>match(measured -> "", undefined -> undefined.code() + ": " + undefined.reason()))
                .isEqualTo("NO_REMINDERS: nothing was dunned in the period");
        assertThat(of(
                                DunningRecovery.ofAll(),
                                END,
                                claim("I-1", 1, "2026-03-05", "1.00"),
                                DunnedClaim.of("I-2", 1, day("2026-03-05"), Amount.of("1", "USD"), NOW))
                        .<String>match(measured -> "", undefined -> undefined.code()))
                .isEqualTo("MIXED_CURRENCIES");
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> claim("I-1", 0, "2026-03-05", "1.00"))
                .withMessage("level must be 1 or more, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> claim("I-1", 1, "2026-03-05", "0.00"))
                .withMessage("amount must be more than 0, but was EUR 0.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DunningRecovery.atLevel(0))
                .withMessage("level must be 1 or more, but was 0");
    }
}
