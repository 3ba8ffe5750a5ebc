package io.quittance.kpi.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.Statistic;
import io.quittance.kpi.time.BusinessHours;
import io.quittance.kpi.time.CalendarDays;
import io.quittance.kpi.time.OpeningHours;
import io.quittance.kpi.time.TimeMeasure;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.ByteBuffer;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A distributed engine can ship KPIs of billing and their figures, and keep results by KPI. */
class BillingKpisAreValuesTest {
    private static final ZoneId UTC = ZoneOffset.UTC;
    private static final BusinessHours OFFICE = BusinessHours.weekdays(UTC, OpeningHours.of("09:00", "17:00"));
    private static final BusinessHours ALWAYS = BusinessHours.roundTheClock(UTC);

    private static final Object KPI = new BillingAccuracy();

    /** No two alike. */
    static List<Kpi<?>> kpis() {
        var kpis = new ArrayList<Kpi<?>>(List.of(
                new BillingAccuracy(),
                new BillingErrorRate(),
                new InvoicesOnTime(),
                new BillingCompleteness(),
                new Unbilled(),
                new DocumentAccuracy(),
                BillingVolume.invoices(),
                BillingVolume.lines(),
                BillingVolume.gross(),
                BillingVolume.net(),
                BillingProductivity.invoices(),
                BillingProductivity.lines(),
                BillingProductivity.invoices().perHour(),
                BillingProductivity.lines().perHour(),
                SentOnTime.byTheDay(),
                SentOnTime.within(1),
                BillingLeakage.after(30),
                BillingLeakage.after(31),
                BillingLeakage.after(30).asOverbilled(),
                RepeatBusiness.inPeriod(),
                RepeatBusiness.ever(),
                RepeatBusiness.inPeriod().withoutRenewals(),
                RepeatBusiness.ever().withoutRenewals(),
                AutomationShare.ofAll(),
                DiscrepanciesResolved.ofStock(UTC),
                DiscrepanciesResolved.ofCohort(UTC),
                DisputeCount.resolvedSuccessfully(UTC),
                DisputeCount.unresolved(UTC),
                DisputeCount.unresolved(UTC).forReason("PRICING"),
                DisputedShare.byCount(UTC),
                DisputedShare.byAmount(UTC),
                new DaysDeductionsOutstanding(UTC)));
        for (Operation.Kind kind : Operation.Kind.values()) {
            kpis.add(AutomationShare.of(kind));
        }
        for (AdjustmentRate each : List.of(AdjustmentRate.byCount(), AdjustmentRate.byAmount())) {
            kpis.add(each);
            for (Correction.Reason reason : Correction.Reason.values()) {
                kpis.add(each.because(reason));
            }
        }
        for (InvoiceAccuracy each : List.of(
                InvoiceAccuracy.within(30),
                InvoiceAccuracy.within(31),
                InvoiceAccuracy.within(30).byAmount(),
                InvoiceAccuracy.within(30).byLines())) {
            kpis.add(each);
            kpis.add(each.asErrorRate());
        }
        for (Statistic statistic : Statistic.values()) {
            kpis.add(new AdvanceBilling(statistic));
            for (BillingTime each : List.of(
                    BillingTime.generation(statistic),
                    BillingTime.invoicingLag(statistic),
                    BillingTime.cycle(statistic),
                    BillingTime.drafting(statistic),
                    BillingTime.approval(statistic),
                    BillingTime.sending(statistic))) {
                kpis.add(each);
                kpis.add(each.in(OFFICE));
            }
            for (TimeMeasure measure : List.of(new CalendarDays(UTC), OFFICE)) {
                kpis.add(new DisputeAge(statistic, measure));
                kpis.add(new DisputeCycleTime(statistic, measure, false));
                kpis.add(new DisputeCycleTime(statistic, measure, true));
            }
        }
        return kpis;
    }

    private static byte[] shipped(Object value) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        return bytes.toByteArray();
    }

    private static Object received(byte[] bytes) throws IOException, ClassNotFoundException {
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return in.readObject();
        }
    }

    @ParameterizedTest
    @MethodSource("kpis")
    void survivesTheSerialForm(Kpi<?> kpi) throws Exception {
        assertThat(received(shipped(kpi))).isEqualTo(kpi).hasSameHashCodeAs(kpi).hasToString(kpi.id());
    }

    @Test
    void noTwoAreEqualOrHaveOneId() {
        List<Kpi<?>> kpis = kpis();
        assertThat(kpis).extracting(Kpi::id).doesNotHaveDuplicates();
        for (int i = 0; i < kpis.size(); i++) {
            for (int j = 0; j < kpis.size(); j++) {
                assertThat(kpis.get(i).equals(kpis.get(j)))
                        .as(kpis.get(i) + " and " + kpis.get(j))
                        .isEqualTo(i == j);
            }
        }
        // counted by other hours, with one id
        assertThat(BillingTime.cycle(Statistic.MAX).in(OFFICE))
                .isNotEqualTo(BillingTime.cycle(Statistic.MAX).in(ALWAYS));
    }

    /** Figures are equal if their period, what was checked and what was sent are. */
    @Test
    void figuresAreValues() throws Exception {
        ServicePeriod january = ServicePeriod.of("2026-01-01", "2026-02-01");
        BillingFigures none = BillingFigures.empty();
        List<BillingFigures> figures = List.of(
                none,
                none.forPeriod(january),
                none.withChecked(1, 3),
                none.withChecked(2, 3),
                none.withChecked(List.of("R-1"), List.of("R-1", "R-2", "R-3")),
                none.withChecked(List.of("R-2"), List.of("R-1", "R-2", "R-3")),
                none.withSent(2, 3));
        for (int i = 0; i < figures.size(); i++) {
            for (int j = 0; j < figures.size(); j++) {
                assertThat(figures.get(i).equals(figures.get(j)))
                        .as(i + " and " + j)
                        .isEqualTo(i == j);
            }
            assertThat(received(shipped(figures.get(i))))
                    .isEqualTo(figures.get(i))
                    .hasSameHashCodeAs(figures.get(i));
        }
        assertThat(none).isNotEqualTo(KPI).hasToString("billing figures");
        assertThat(none.forPeriod(january)).hasToString("billing figures of [2026-01-01, 2026-02-01)");
    }

    /** Three invoices by name, and a serial form that says that seven were checked. */
    @Test
    void refusesASerialFormWithOtherInvoicesThanWereChecked() throws Exception {
        byte[] bytes = shipped(BillingFigures.empty().withChecked(List.of(), List.of("R-1", "R-2", "R-3")));
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        int changed = 0;
        for (int at = 0; at <= bytes.length - Long.BYTES; at++) {
            if (buffer.getLong(at) == 3L) {
                buffer.putLong(at, 7L);
                changed++;
            }
        }
        assertThat(changed).isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> received(bytes))
                .withMessage("checkedItems must be those that were checked, but was 3");
    }
}
