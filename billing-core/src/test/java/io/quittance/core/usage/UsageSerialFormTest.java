package io.quittance.core.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.internal.SerialStreams;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.PercentileMethod;
import io.quittance.core.money.Rounding;
import java.io.IOException;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UsageSerialFormTest {
    private static final UsageWindow DAY = Events.window("2026-06-15", "2026-06-16", "UTC");

    static Stream<Serializable> values() {
        return Stream.of(
                Meter.percentile("traffic", "95", PercentileMethod.EXCLUSIVE).where("region", "eu"),
                Meter.timeWeightedSum("seats"),
                Meter.uniqueCount("logins", "user"),
                Meter.sum("voice", Increments.of("60", "6")),
                UnitConversion.none(),
                UnitConversion.divideBy("60")
                        .withIncrements(Increments.of("60", "60"))
                        .withRounding(Rounding.halfUp(2)),
                FreeUnits.of("500"),
                FreeUnits.of("500").use(Fraction.of(300), Fraction.of(250)),
                UsageIntake.of(DAY, List.of(Meter.sum("seats"))).take(Events.of("1", "2")),
                UsageIntake.of(DAY, List.of()).take(Events.of("1", "2")),
                IntervalReadings.of(
                        List.of(IntervalReading.of("2026-06-15T00:00:00Z", 60, "1")), Duration.ofHours(1), DAY));
    }

    @ParameterizedTest
    @MethodSource("values")
    void aCopyIsEqual(Serializable value) throws IOException, ClassNotFoundException {
        Serializable copy = SerialStreams.copy(value);
        assertThat(copy).isEqualTo(value).hasSameHashCodeAs(value).hasToString(value.toString());
    }

    /** What a stream says is checked as what a caller says. */
    @Test
    void aStreamCannotSayWhatACallerMayNot() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SerialStreams.forged(new FakeFreeUnits(new BigDecimal("-1")), FreeUnits.class))
                .withMessage("quantity must not be negative, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        SerialStreams.forged(new FakeIncrements(BigDecimal.ONE, BigDecimal.ZERO), Increments.class))
                .withMessage("step must be more than 0, but was 0");
    }

    @SuppressWarnings("UnusedVariable") // read by reflection when it is written
    private static final class FakeFreeUnits implements Serializable {
        private static final long serialVersionUID = 1L;
        private final BigDecimal quantity;

        FakeFreeUnits(BigDecimal quantity) {
            this.quantity = quantity;
        }
    }

    @SuppressWarnings("UnusedVariable") // as above
    private static final class FakeIncrements implements Serializable {
        private static final long serialVersionUID = 1L;
        private final BigDecimal minimum;
        private final BigDecimal step;

        FakeIncrements(BigDecimal minimum, BigDecimal step) {
            this.minimum = minimum;
            this.step = step;
        }
    }
}
