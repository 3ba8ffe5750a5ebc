package io.quittance.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.money.Fraction;
import io.quittance.core.usage.UsageEvent;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TimeAndMaterialsTest {
    private static final TimeAndMaterials CARD = TimeAndMaterials.of("consultant", "150")
            .withRate("developer", "120")
            .withOvertime("yes", "1.5")
            .withIncrement("0.25");

    /** 2.1 hours count as 2.25 at 150 and 1 hour at 150 × 1.5; 0.1 and 0.3 hours of a developer as 0.25 and 0.5. */
    @Test
    void chargesTimeByRoleInIncrementsAndOvertimeByItsFactor() {
        ChargeBreakdown price = CARD.price(input(
                entry("a", "2.1", "consultant"),
                entry("b", "1", "consultant").with("overtime", "yes"),
                entry("c", "0.1", "developer"),
                entry("d", "0.3", "developer")));
        assertThat(price.total()).isEqualTo(decimal("652.5"));
        assertThat(price.steps())
                .extracting(step -> step.part() + " | " + step.explanation().text())
                .containsExactly(
                        "time/consultant | consultant, 2.1 recorded: 2.25 × 150 = 337.5",
                        "time/consultant/yes | consultant, overtime yes, 1 recorded: (1 × 150) × 1.5 = 225",
                        "time/developer | developer, 0.4 recorded: 0.75 × 120 = 90");
        assertThat(price.steps())
                .extracting(step -> step.explanation().text(Locale.GERMAN))
                .containsExactly(
                        "consultant, 2.1 erfasst: 2.25 × 150 = 337.5",
                        "consultant, Überstunden yes, 1 erfasst: (1 × 150) × 1.5 = 225",
                        "developer, 0.4 erfasst: 0.75 × 120 = 90");
    }

    @Test
    void leavesTimeAsItIsWhereNoIncrementWasAgreed() {
        TimeAndMaterials plain = TimeAndMaterials.of("consultant", "150");
        assertThat(plain.price(input(entry("a", "2.1", "consultant"))).total()).isEqualTo(Fraction.of(315));
        UsageEvent marked = entry("a", "2", "consultant").with("overtime", "yes");
        assertThat(plain.price(input(marked)).total()).isEqualTo(Fraction.of(300));
    }

    @Test
    void anEntryThatIsTakenBackCancelsTheOneBefore() {
        assertThat(CARD.price(input(entry("a", "2.1", "consultant"), entry("b", "-2.1", "consultant")))
                        .total())
                .isEqualTo(Fraction.ZERO);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CARD.price(input(entry("a", "3", "developer"), entry("b", "-2", "consultant"))))
                .withMessage("time of consultant must not be negative, but was -2");
    }

    /** 10 hours at 150 are 1500; 500 are above the cap. Of the next 2 hours nothing is due. */
    @Test
    void neverExceedsTheCap() {
        TimeAndMaterials capped = CARD.withNotToExceed("1000");
        ChargeBreakdown first = capped.price(input(entry("a", "10", "consultant")));
        assertThat(first.total()).isEqualTo(Fraction.of(1000));
        assertThat(first.steps().get(1).explanation().text()).isEqualTo("not to exceed 1000: -500");
        ChargeBreakdown later = capped.price(input(entry("a", "10", "consultant"), entry("b", "2", "consultant")));
        assertThat(later.since(first).total()).isEqualTo(Fraction.ZERO);
        assertThat(capped.price(input(entry("a", "1", "consultant"))).total()).isEqualTo(Fraction.of(150));
    }

    @Test
    void costsNothingWhereNobodyWorked() {
        assertThat(CARD.price(RatingInput.none())).hasToString("[nothing was used: 0]");
        assertThat(CARD.withNotToExceed("1000").price(RatingInput.none())).hasToString("[nothing was used: 0]");
    }

    @Test
    void refusesARoleOrAMarkThatNobodyAgreedOn() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CARD.price(input(entry("a", "1", "architect"))))
                .withMessage("events[a].role must be one of [consultant, developer], but was architect");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CARD.price(input(UsageEvent.of("b", "ACME", "hours", "1", "2026-01-05T09:00:00Z"))))
                .withMessage("events[b].role must be one of [consultant, developer]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CARD.price(input(entry("c", "1", "developer").with("overtime", "maybe"))))
                .withMessage("events[c].overtime must be one of [yes], but was maybe");
    }

    @Test
    void findsRoleAndOvertimeWhereTheTimesheetHasThem() {
        TimeAndMaterials german = TimeAndMaterials.of("Berater", "150")
                .withRoleDimension("Rolle")
                .withOvertime("Zuschlag", Map.of("Sonntag", new BigDecimal("2")));
        UsageEvent sunday = UsageEvent.of("a", "ACME", "hours", "1", "2026-01-04T09:00:00Z")
                .with("Rolle", "Berater")
                .with("Zuschlag", "Sonntag");
        assertThat(german.price(input(sunday)).total()).isEqualTo(Fraction.of(300));
    }

    @Test
    void refusesWhatMakesNoRateCard() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimeAndMaterials.of(Map.of()))
                .withMessage("rates must not be empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CARD.withRate("developer", "-1"))
                .withMessage("rates[developer] must not be negative, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CARD.withOvertime("no", "-1"))
                .withMessage("overtimeFactors[no] must not be negative, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CARD.withIncrement("0"))
                .withMessage("increment must be more than 0, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CARD.withNotToExceed("-1"))
                .withMessage("notToExceed must not be negative, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CARD.price(RatingInput.ofQuantity(BigDecimal.ONE)))
                .withMessage("events must be given for a price that looks at single events");
    }

    @Test
    void isEqualToTheSameTermsWrittenOtherwise() {
        TimeAndMaterials other = TimeAndMaterials.of("developer", "120.0")
                .withRate("consultant", "1.5E+2")
                .withOvertime("yes", "1.50")
                .withIncrement("0.250")
                .withNotToExceed("1000.0");
        assertThat(other)
                .isEqualTo(CARD.withNotToExceed("1000"))
                .hasSameHashCodeAs(CARD.withNotToExceed("1000"))
                .isNotEqualTo(CARD);
        assertThat(CARD.withNotToExceed("1000"))
                .hasToString(
                        "{consultant=150, developer=120} per unit of time, overtime {yes=1.5}, in steps of 0.25, at"
                                + " most 1000");
    }

    private static UsageEvent entry(String key, String hours, String role) {
        return UsageEvent.of(key, "ACME", "hours", hours, "2026-01-05T09:00:00Z")
                .with("role", role);
    }

    private static RatingInput input(UsageEvent... entries) {
        return RatingInput.ofEvents(List.of(entries));
    }

    private static Fraction decimal(String number) {
        return Fraction.of(new BigDecimal(number));
    }
}
