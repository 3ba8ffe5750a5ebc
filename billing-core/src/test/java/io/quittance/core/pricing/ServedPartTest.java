package io.quittance.core.pricing;

import static io.quittance.core.Samples.JANUARY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.quittance.core.explain.Expression;
import io.quittance.core.internal.SerialStreams;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.DayCount;
import io.quittance.core.schedule.ElapsedTime;
import io.quittance.core.schedule.Proration;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.schedule.StubRule;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ServedPartTest {
    private static final BigDecimal THOUSAND = new BigDecimal("1000");
    private static final ServicePeriod HALF =
            new ServicePeriod(JANUARY.start(), JANUARY.start().plusDays(15));
    private static final ServicePeriod MARCH = ServicePeriod.of("2014-03-01", "2014-04-01");

    /** 15 of 31 days, of 30, and of the 743 hours that March has in Berlin 360: as people count them. */
    @Test
    void readsAsItWasCounted() {
        assertThat(part(DayCount.CIVIL_DAYS)).hasToString("(1000 × 15) / 31");
        assertThat(part(DayCount.THIRTY_DAY_MONTHS)).hasToString("(1000 × 15) / 30");
        assertThat(part(StubRule.CHARGE_WHOLE)).hasToString("1000");
        assertThat(part(StubRule.CHARGE_NOTHING)).hasToString("1000 × 0");
        assertThat(part((service, period) -> Fraction.of(1, 3))).hasToString("1000 × 1/3");
        var time = new ElapsedTime(ZoneId.of("Europe/Berlin"));
        Expression hours = new ServedPart(ServicePeriod.of("2014-03-01", "2014-03-16"), MARCH, time).of(THOUSAND);
        assertThat(hours).hasToString("1000 × 360/743");
        assertThat(hours.value()).isEqualTo(Fraction.of(360_000, 743));
    }

    /** A month of 30 days is served in full on the 30th. */
    @Test
    void isNeverMoreThanAllOfIt() {
        var thirty = new ServedPart(ServicePeriod.of("2014-03-01", "2014-03-31"), MARCH, DayCount.THIRTY_DAY_MONTHS);
        assertThat(thirty.of(THOUSAND)).hasToString("1000");
    }

    @Test
    void asksNobodyAboutAWholePeriod() {
        Proration never = (service, period) -> {
            throw new IllegalStateException("not asked");
        };
        assertThat(new ServedPart(JANUARY, JANUARY, never).of(THOUSAND)).hasToString("1000");
        assertThat(ServedPart.whole(JANUARY).of(THOUSAND)).hasToString("1000");
    }

    @Test
    void refusesStrategiesThatAreWrong() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> part((service, period) -> Fraction.of(92, 31)))
                .withMessage("part must be from 0 to 1, but was 92/31");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> part((service, period) -> Fraction.of(-1, 31)))
                .withMessage("part must be from 0 to 1, but was -1/31");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> part((service, period) -> {
                    throw new IllegalStateException("no calendar");
                }))
                .withMessage("proration must answer for [2014-01-01, 2014-01-16), "
                        + "but was java.lang.IllegalStateException: no calendar")
                .withCauseInstanceOf(IllegalStateException.class);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> part(silent()))
                .withMessage("proration must answer for [2014-01-01, 2014-01-16), but was no answer");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ServedPart(JANUARY, HALF, DayCount.CIVIL_DAYS))
                .withMessageStartingWith("service must lie within the period [2014-01-01, 2014-01-16)");
        assertThatNullPointerException()
                .isThrownBy(() -> DayCount.CIVIL_DAYS.checkedPart(none(), JANUARY))
                .withMessage("service");
    }

    /** 1 to 5 and 21 to 31 January: 16 of 31 days. */
    @Test
    void addsDaysUpThatDoNotMeet() {
        var apart = List.of(ServicePeriod.of("2014-01-01", "2014-01-06"), ServicePeriod.of("2014-01-21", "2014-02-01"));
        assertThat(new ServedPart(apart, JANUARY, DayCount.CIVIL_DAYS).of(THOUSAND))
                .hasToString("(1000 × 16) / 31");
        assertThat(new ServedPart(apart, JANUARY, StubRule.CHARGE_WHOLE).of(THOUSAND))
                .hasToString("1000");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ServedPart(
                        List.of(HALF, ServicePeriod.of("2014-01-16", "2014-01-20")), JANUARY, DayCount.CIVIL_DAYS))
                .withMessage("served[1] must begin after the days before have ended, but was [2014-01-16, 2014-01-20)");
    }

    @Test
    void isAValue() throws Exception {
        var part = new ServedPart(HALF, JANUARY, new ElapsedTime(ZoneId.of("Europe/Berlin")));
        assertThat(SerialStreams.copy(part)).isEqualTo(part).hasSameHashCodeAs(part);
    }

    /** What it reads as is worth the strategy's part, whichever days are served. */
    @Property
    void isTheStrategysPart(
            @ForAll("strategies") Proration strategy,
            @ForAll @IntRange(max = 40) int from,
            @ForAll @IntRange(min = 1, max = 40) int days,
            @ForAll @IntRange(min = 1, max = 40) int more,
            @ForAll @IntRange(max = 100_000) int agreed) {
        var start = JANUARY.start();
        var period = new ServicePeriod(start, start.plusDays(from + days + more));
        var service = new ServicePeriod(start.plusDays(from), start.plusDays(from + (long) days));
        assertThat(new ServedPart(service, period, strategy)
                        .of(BigDecimal.valueOf(agreed))
                        .value())
                .isEqualTo(Fraction.of(agreed).times(strategy.part(service, period)));
    }

    @Provide
    Arbitrary<Proration> strategies() {
        return Arbitraries.of(List.of(
                DayCount.CIVIL_DAYS,
                DayCount.THIRTY_DAY_MONTHS,
                new ElapsedTime(ZoneId.of("Europe/Berlin")),
                StubRule.CHARGE_WHOLE,
                StubRule.CHARGE_NOTHING));
    }

    private static Expression part(Proration proration) {
        return new ServedPart(HALF, JANUARY, proration).of(THOUSAND);
    }

    @SuppressWarnings("NullAway") // wrong on purpose
    private static Proration silent() {
        return (service, period) -> null;
    }

    @SuppressWarnings("NullAway") // wrong on purpose
    private static ServicePeriod none() {
        return null;
    }
}
