package io.quittance.kpi.communication;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.kpi.Kpi;
import io.quittance.kpi.Statistic;
import io.quittance.kpi.time.BusinessHours;
import io.quittance.kpi.time.OpeningHours;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** KPIs of events can be shipped as those of figures, and each has an id of its own. */
class EventKpisAreValuesTest {
    private static final ZoneId UTC = ZoneOffset.UTC;
    private static final BusinessHours OFFICE = BusinessHours.weekdays(UTC, OpeningHours.of("09:00", "17:00"));

    static List<Kpi<?>> kpis() {
        var kpis = new ArrayList<Kpi<?>>(List.of(
                InquiriesAnsweredInTime.within(new BigDecimal("24"), OFFICE),
                AdHocReportsInTime.within(new BigDecimal("8"), OFFICE),
                ReportAccuracy.soFar(),
                ReportAccuracy.within(90),
                ReportingFrequency.perWeek(),
                ReportingFrequency.ofPlanned(12),
                ContactResponseRate.byCustomer(7, UTC),
                ContactResponseRate.byMessage(7, UTC),
                ContactResponseRate.toReminders(7, UTC),
                RemindersPerWeek.of(UTC),
                new VendorsOnTime()));
        for (Statistic statistic : Statistic.values()) {
            kpis.add(new InquiryResponseTime(statistic, OFFICE));
            kpis.add(new InquiryResolutionTime(statistic, OFFICE));
            kpis.add(new AdHocReportTime(statistic, OFFICE));
            kpis.add(new VendorResolutionTime(statistic, OFFICE));
        }
        return kpis;
    }

    @ParameterizedTest
    @MethodSource("kpis")
    void survivesTheSerialForm(Kpi<?> kpi) throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(kpi);
        }
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(kpi).hasSameHashCodeAs(kpi).hasToString(kpi.id());
        }
    }

    @Test
    void noTwoAreEqual() {
        assertThat(new HashSet<>(kpis())).hasSize(27);
        assertThat(kpis()).extracting(Kpi::id).doesNotHaveDuplicates();
        assertThat(ContactResponseRate.byCustomer(7, UTC)).isNotEqualTo(ContactResponseRate.byCustomer(8, UTC));
        assertThat(RemindersPerWeek.of(UTC).atLevel(1)).isNotEqualTo(RemindersPerWeek.of(UTC));
    }
}
