package io.quittance.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.core.internal.SerialStreams;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.DayCount;
import io.quittance.core.schedule.ElapsedTime;
import io.quittance.core.schedule.Proration;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.schedule.StubRule;
import java.io.NotSerializableException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConventionsTest {

    @Test
    void proratesByDaysOfTheCalendarUnlessAgreedOtherwise() {
        for (Conventions preset : List.of(
                Conventions.standard(),
                Conventions.asStripe(),
                Conventions.asLago(),
                Conventions.asOpenMeter(),
                Conventions.asKillBill(),
                Conventions.asMeteroid())) {
            assertThat(preset.proration()).isEqualTo(DayCount.CIVIL_DAYS);
            assertThat(preset.minimumProration()).isEqualTo(DayCount.CIVIL_DAYS);
        }
    }

    @Test
    void oneProrationDoesNotChangeTheOther() {
        Conventions charges = Conventions.standard().withProration(StubRule.CHARGE_NOTHING);
        assertThat(charges.proration()).isEqualTo(StubRule.CHARGE_NOTHING);
        assertThat(charges.minimumProration()).isEqualTo(DayCount.CIVIL_DAYS);
        Conventions minimums = Conventions.standard().withMinimumProration(StubRule.CHARGE_WHOLE);
        assertThat(minimums.proration()).isEqualTo(DayCount.CIVIL_DAYS);
        assertThat(minimums.minimumProration()).isEqualTo(StubRule.CHARGE_WHOLE);
        assertThat(minimums.toString()).endsWith("proration CIVIL_DAYS, minimumProration CHARGE_WHOLE");
    }

    /** Seven stages with one twice lack another, and eight with one twice lack none: both are refused. */
    @Test
    void namesEachStageOnce() {
        List<RatingStage> standard = Conventions.standard().stages();
        var twice = new ArrayList<>(standard);
        twice.add(RatingStage.MINIMUM);
        var instead = new ArrayList<>(standard);
        instead.set(instead.indexOf(RatingStage.MAXIMUM), RatingStage.MINIMUM);
        for (List<RatingStage> order : List.of(twice, instead)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Conventions.standard().withStages(order))
                    .withMessage("stages must be each of " + standard + " once, but was " + order);
        }
    }

    @Test
    void aQuantityIsConvertedBeforeItIsPriced() {
        var late = new ArrayList<>(Conventions.standard().stages());
        late.remove(RatingStage.CONVERSION);
        late.add(RatingStage.CONVERSION);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Conventions.standard().withStages(late))
                .withMessage("stages must have CONVERSION before PRICE, but was " + late);
    }

    @Test
    void isAValue() throws Exception {
        Conventions standard = Conventions.standard();
        Conventions berlin = standard.withProration(new ElapsedTime(ZoneId.of("Europe/Berlin")));
        assertThat(SerialStreams.copy(berlin)).isEqualTo(berlin).hasSameHashCodeAs(berlin);
        assertThat(berlin)
                .isEqualTo(standard.withProration(new ElapsedTime(ZoneId.of("Europe/Berlin"))))
                .isNotEqualTo(standard.withProration(new ElapsedTime(ZoneId.of("Europe/Paris"))))
                .isNotEqualTo(standard);
        assertThat(standard.withMinimumProration(StubRule.CHARGE_WHOLE)).isNotEqualTo(standard);
        assertThat(standard.withTierBound(TierBound.EXCLUSIVE)).isNotEqualTo(standard);
    }

    /** Two strategies of one name are two; and whoever does not ship his terms need not make his strategy serialisable. */
    @Test
    void aStrategyOfAHostIsWhatItSaysThatItEquals() {
        Conventions one = Conventions.standard().withProration(new Named(1));
        assertThat(one)
                .isEqualTo(Conventions.standard().withProration(new Named(1)))
                .hasSameHashCodeAs(Conventions.standard().withProration(new Named(1)))
                .isNotEqualTo(Conventions.standard().withProration(new Named(2)))
                .hasSameHashCodeAs(one);
        assertThatThrownBy(() -> SerialStreams.copy(one)).hasCauseInstanceOf(NotSerializableException.class);
    }

    private record Named(int parts) implements Proration {
        @Override
        public Fraction part(ServicePeriod service, ServicePeriod period) {
            return service.equals(period) ? Fraction.ONE : Fraction.of(1, 1 + (long) parts);
        }

        @Override
        public String toString() {
            return "ours";
        }
    }
}
