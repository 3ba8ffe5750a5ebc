package io.quittance.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.EventLog;
import io.quittance.kpi.measurement.Measurement;
import io.quittance.kpi.measurement.MeasurementKpi;
import io.quittance.kpi.measurement.Measurements;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a host stores of measurements is read as it was written, and nothing else is read. */
class MeasurementJsonTest {
    private static final ServicePeriod MARCH = ServicePeriod.of("2026-03-01", "2026-04-01");

    @Test
    void writesAMeasurementToTheLetter() {
        String json =
                "{\"schemaVersion\":1,\"key\":\"csat-2026-03\",\"recordedAt\":\"2026-04-02T08:00:00Z\",\"measure\":{\"definition\":"
                        + "{\"id\":\"csat\",\"name\":\"Client satisfaction\",\"unit\":\"percent\",\"direction\":\"higher\",\"indicator\":\"leading\","
                        + "\"formula\":\"answers of the two best grades / answers × 100\",\"undefinedWhen\":\"fewer than 30 answers (TOO_FEW_ANSWERS)\","
                        + "\"source\":\"survey\"},\"aggregation\":\"mean\",\"least\":\"0\",\"most\":\"100\",\"whole\":false,\"leastSample\":30},"
                        + "\"period\":{\"start\":\"2026-03-01\",\"end\":\"2026-04-01\"},\"scope\":\"Germany\",\"value\":\"90\",\"sampleSize\":50,"
                        + "\"source\":\"survey\"}\n";
        assertThat(MeasurementJson.write(FrozenKpis.satisfaction())).isEqualTo(json);
        assertThat(MeasurementJson.read(json)).isEqualTo(FrozenKpis.satisfaction());
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void readsEveryMeasurementAsItWas(@ForAll("measurements") Measurement measurement) {
        String json = MeasurementJson.write(measurement);
        Measurement read = MeasurementJson.read(json);
        assertThat(read).isEqualTo(measurement);
        assertThat(MeasurementJson.write(read)).isEqualTo(json);
        assertThat(Schemas.violations("measurement", json)).isEmpty();
    }

    @Provide
    Arbitrary<Measurement> measurements() {
        return KpiArbitraries.measurements();
    }

    /** 90 % of 50 answers and 60 % of 10 are (4500 + 600) / 60 = 85 %, before they are stored and after. */
    @Test
    void aKpiOfWhatIsReadIsTheKpi() throws IOException {
        List<Measurement> recorded = List.of(measured("a", "90", 50), measured("b", "60", 10));
        var stored = new ByteArrayOutputStream();
        MeasurementJson.write(recorded, stored);
        assertThat(stored.toString(StandardCharsets.UTF_8).lines()).hasSize(4);
        var read = new ArrayList<Measurement>();
        MeasurementJson.readAll(new ByteArrayInputStream(stored.toByteArray()), read::add);
        assertThat(read).isEqualTo(recorded);
        var figures = EventLog.of(read).figures(MARCH, AsOf.endOf("2026-03-31"));
        assertThat(MeasurementKpi.of(Measurements.CSAT).compute(figures).value())
                .hasValueSatisfying(value -> assertThat(value).hasToString("85"));
    }

    private static Measurement measured(String key, String percent, long answers) {
        return Measurement.of(
                        key,
                        Measurements.CSAT,
                        new BigDecimal(percent),
                        MARCH,
                        "survey",
                        Instant.parse("2026-03-31T17:00:00Z"))
                .ofSample(answers);
    }

    @Test
    void namesThePlaceOfAMeasurementAmongOthers() throws IOException {
        var stored = new ByteArrayOutputStream();
        MeasurementJson.write(List.of(FrozenKpis.savings(), FrozenKpis.satisfaction()), stored);
        String text = stored.toString(StandardCharsets.UTF_8).replace("\"value\":\"90\"", "\"value\":\"900\"");
        var read = new ArrayList<Measurement>();
        assertThatExceptionOfType(InvalidDocumentException.class)
                .isThrownBy(() -> MeasurementJson.readAll(
                        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), read::add))
                .withMessage("[1]: value must be at most 100 of csat, but was 900");
        assertThat(read).containsExactly(FrozenKpis.savings());
    }

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            "schemaVersion":1 | "schemaVersion":"1" | schemaVersion must be a whole number, but was "1"
            "key":"csat-2026-03" | "id":"csat-2026-03" | key must be given; id must be left out, for it is none of [schemaVersion, key, recordedAt, measure, period, scope, value, currency, sampleSize, source]
            "2026-04-02T08:00:00Z" | "2026-04-02" | recordedAt must be an ISO instant such as 2026-04-01T00:00:00Z, but was 2026-04-02
            "value":"90" | "value":"-1" | value must be at least 0 of csat, but was -1
            "value":"90" | "value":"90","currency":"EUR" | currency must be given of amounts and of nothing else, and csat is in PERCENT, but was EUR
            "whole":false | "whole":true,"unit":"n" | measure: unit must be left out, for it is none of [definition, aggregation, least, most, whole, leastSample]
            "aggregation":"mean" | "aggregation":"median" | measure: aggregation must be one of [sum, mean, last], but was median
            "least":"0" | "least":"100" | measure: most must be more than 100, but was 100
            "leastSample":30 | "leastSample":0 | measure: leastSample must be 1 or more, but was 0
            "sampleSize":50 | "sampleSize":0 | sampleSize must be 1 or more, but was 0
            "sampleSize":50 | "sampleSize":"50" | sampleSize must be a whole number, but was "50"
            "end":"2026-04-01" | "end":"2026-03-01" | period: start must be before end, but was 2026-03-01 / 2026-03-01
            """)
    void refusesWhatIsWrongByItsPlace(String good, String bad, String messages) {
        String json = MeasurementJson.write(FrozenKpis.satisfaction());
        assertThat(json).contains(good);
        assertThat(catchThrowableOfType(
                                InvalidDocumentException.class, () -> MeasurementJson.read(json.replace(good, bad)))
                        .errors())
                .extracting(error -> String.valueOf(error.getMessage()))
                .isEqualTo(List.of(messages.split("; ", -1)));
    }

    @Test
    void refusesAnAmountInNoCurrency() {
        String json = MeasurementJson.write(FrozenKpis.savings()).replace("\"EUR\"", "\"euro\"");
        assertThat(catchThrowableOfType(InvalidDocumentException.class, () -> MeasurementJson.read(json))
                        .errors())
                .extracting(error -> String.valueOf(error.getMessage()))
                .containsExactly("currency must be a currency code of three capital letters, but was euro");
    }

    /** What could not be read is not written. */
    @Test
    void refusesToWriteWhatItWouldNotRead() {
        Measurement saved = FrozenKpis.savings();
        var never = Measurement.of(
                saved.key(), saved.measure(), Amount.of("-1200.5", "EUR"), saved.period(), saved.source(), Instant.MAX);
        assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(() -> MeasurementJson.write(never))
                .withMessageStartingWith("recordedAt must be an ISO instant such as 2026-04-01T00:00:00Z");
    }
}
