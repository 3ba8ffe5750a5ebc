package io.quittance.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.id.CustomerId;
import io.quittance.core.money.Fraction;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.pricing.RatingInput;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.usage.IntervalFinding;
import io.quittance.core.usage.IntervalReading;
import io.quittance.core.usage.IntervalReadings;
import io.quittance.core.usage.Meter;
import io.quittance.core.usage.UnitConversion;
import io.quittance.core.usage.UsageEvent;
import io.quittance.core.usage.UsageFinding;
import io.quittance.core.usage.UsageIntake;
import io.quittance.core.usage.UsageTaken;
import io.quittance.core.usage.UsageWindow;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rates a real electricity meter, read every quarter hour in March 2012 in New York, where clocks went forward on the 11th,
 * and compares with the figures that {@code reference.json} beside the data counted.
 */
class GreenButtonTest {
    private static final CustomerId CUSTOMER = CustomerId.of("9B6C7066");
    private static final Meter ENERGY = Meter.sum("energy.wh");
    private static final Meter COST = Meter.sum("energy.cost");
    private static final Duration QUARTER = Duration.ofMinutes(15);

    @ParameterizedTest(name = "{0}: {1} to {2}")
    @CsvSource({
        "test_usage_data.xml,    2012-03-01, 2012-03-15",
        "test_usage_data_01.xml, 2012-03-01, 2012-03-02",
        "test_usage_data_1.xml,  2012-03-01, 2012-03-06",
        "test_usage_data_2.xml,  2012-03-06, 2012-03-15"
    })
    void equalsTheReference(String file, String start, String end) throws IOException, XMLStreamException {
        List<GreenButton.Reading> readings = GreenButton.read(file);
        JsonNode reference = reference(file);
        UsageWindow window = window(start, end);
        IntervalReadings energy =
                checked(readings.stream().map(GreenButton.Reading::energy).toList(), window);
        IntervalReadings cost =
                checked(readings.stream().map(GreenButton.Reading::costs).toList(), window);
        assertThat(energy.isComplete()).isTrue();
        assertThat(energy.expected())
                .isEqualTo(readings.size())
                .isEqualTo(reference.get("interval_readings").asLong());
        var arrived = new ArrayList<UsageEvent>();
        arrived.addAll(energy.events("5446AF3F/wh", CUSTOMER, ENERGY.id()));
        arrived.addAll(cost.events("5446AF3F/cost", CUSTOMER, COST.id()));
        UsageTaken taken = intake(window).take(arrived);
        assertThat(taken.findings()).isEmpty();
        Fraction wattHours = quantity(ENERGY, taken, window);
        assertThat(wattHours).isEqualTo(number(reference, "sum_value"));
        assertThat(quantity(COST, taken, window)).isEqualTo(number(reference, "sum_cost"));
        // the cost of a reading was computed by the utility, in 1/100,000 of a dollar
        assertThat(price("0.00001", quantity(COST, taken, window)))
                .isEqualTo(number(reference, "sum_cost").dividedBy(Fraction.of(100_000)));
        // a price per kilowatt hour is 1/1000 of it per watt hour
        assertThat(price("0.12", UnitConversion.divideBy("1000").convert(wattHours)))
                .isEqualTo(price("0.00012", wattHours));
    }

    /** The 11th has 92 readings, all other days have 96. */
    @Test
    void everyDayIsComplete() throws IOException, XMLStreamException {
        List<IntervalReading> readings = GreenButton.read("test_usage_data.xml").stream()
                .map(GreenButton.Reading::energy)
                .toList();
        ServicePeriod days = window("2012-03-01", "2012-03-15").period();
        days.start().datesUntil(days.end()).forEach(day -> {
            UsageWindow window = window(day.toString(), day.plusDays(1).toString());
            List<IntervalReading> ofDay = readings.stream()
                    .filter(reading -> window.contains(reading.start()))
                    .toList();
            assertThat(ofDay).hasSize(day.getDayOfMonth() == 11 ? 92 : 96);
            assertThat(checked(ofDay, window).isComplete()).isTrue();
        });
    }

    /** The first five days are in two files. Whoever delivers both delivers 480 readings twice, and uses them once. */
    @Test
    void whatIsDeliveredTwiceIsCountedOnce() throws IOException, XMLStreamException {
        UsageWindow window = window("2012-03-01", "2012-03-15");
        var readings = new ArrayList<IntervalReading>();
        var arrived = new ArrayList<UsageEvent>();
        for (String file : List.of("test_usage_data.xml", "test_usage_data_1.xml")) {
            List<IntervalReading> delivered = GreenButton.read(file).stream()
                    .map(GreenButton.Reading::energy)
                    .toList();
            readings.addAll(delivered);
            arrived.addAll(checked(delivered, window).events("5446AF3F/wh", CUSTOMER, ENERGY.id()));
        }
        assertThat(checked(readings, window).findings())
                .hasSize(480)
                .extracting(IntervalFinding::code)
                .containsOnly(IntervalFinding.Code.OVERLAP);
        UsageTaken taken = intake(window).take(arrived);
        assertThat(taken.findings())
                .hasSize(480)
                .extracting(UsageFinding::code)
                .containsOnly(UsageFinding.Code.DUPLICATE);
        assertThat(quantity(ENERGY, taken, window)).isEqualTo(number(reference("test_usage_data.xml"), "sum_value"));
    }

    private static UsageWindow window(String start, String end) {
        return new UsageWindow(ServicePeriod.of(start, end), ZoneId.of("America/New_York"));
    }

    private static IntervalReadings checked(List<IntervalReading> readings, UsageWindow window) {
        return IntervalReadings.of(readings, QUARTER, window);
    }

    private static UsageIntake intake(UsageWindow window) {
        return UsageIntake.of(window, List.of(ENERGY, COST)).forCustomer(CUSTOMER);
    }

    private static Fraction quantity(Meter meter, UsageTaken taken, UsageWindow window) {
        List<UsageEvent> counted =
                taken.accepted().stream().filter(meter::counts).toList();
        return meter.aggregation().aggregate(counted, window);
    }

    private static Fraction price(String unitPrice, Fraction quantity) {
        return PerUnit.of(unitPrice)
                .price(RatingInput.none().withQuantity(quantity))
                .total();
    }

    private static Fraction number(JsonNode reference, String field) {
        return Fraction.of(new BigDecimal(reference.get(field).asString()));
    }

    private static JsonNode reference(String file) throws IOException {
        try (InputStream stream = GreenButtonTest.class.getResourceAsStream("/greenbutton/reference.json")) {
            return new JsonMapper().readTree(stream).get(file);
        }
    }
}
