package io.quittance.kpi.cash;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.money.Amount;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.Statistic;
import io.quittance.kpi.time.BusinessHours;
import io.quittance.kpi.time.CalendarDays;
import io.quittance.kpi.time.OpeningHours;
import io.quittance.kpi.time.TimeMeasure;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** KPIs of cash can be shipped, and each has an id of its own. */
class CashKpisAreValuesTest {
    private static final ZoneId UTC = ZoneOffset.UTC;

    static List<Kpi<?>> kpis() {
        var kpis = new ArrayList<Kpi<?>>(List.of(
                AutoMatch.byCount(UTC),
                AutoMatch.byAmount(UTC),
                AutoMatch.byLines(UTC),
                CashApplicationAccuracy.within(30, UTC),
                CashApplicationAccuracy.within(31, UTC),
                CashApplicationAccuracy.within(30, UTC).byAmount(),
                CashApplicationAccuracy.within(30, UTC).asErrorRate(),
                CashApplicationAccuracy.within(30, UTC).asErrorRate().byAmount(),
                AccountsReconciled.ofAll(),
                AccountsReconciled.ofActive(),
                PromisesKept.byCount(),
                PromisesKept.byAmount(),
                PromisesKept.byCount().inPart(),
                PromisesKept.byAmount().inPart(),
                new CollectionProgress(),
                DunningRecovery.ofAll(),
                DunningRecovery.atLevel(1)));
        for (TimeMeasure measure :
                List.of(new CalendarDays(UTC), BusinessHours.weekdays(UTC, OpeningHours.of("09:00", "17:00")))) {
            for (Statistic statistic : Statistic.values()) {
                kpis.add(new CashApplicationTime(statistic, measure));
                kpis.add(new UnappliedReceiptAge(statistic, measure));
            }
        }
        return kpis;
    }

    static List<Object> values() {
        var values = new ArrayList<Object>(kpis());
        Instant now = Instant.parse("2026-03-02T08:00:00Z");
        LocalDate day = LocalDate.of(2026, 3, 2);
        Amount one = Amount.of("1.00", "EUR");
        values.add(Receipt.received("R-1", now, one).applied(Receipt.Line.automatic("I-1", one, now)));
        values.add(ReconciledAccount.of("A", day, ReconciledAccount.Outcome.AGREED, now));
        values.add(PromisedPayment.of("P-1", "ACME", day, one, day, now).paid(day, one, now));
        values.add(DunnedClaim.of("I-1", 1, day, one, now));
        values.add(new CollectionWork(List.of(CollectionWork.Line.of("A", one, one))));
        return values;
    }

    @ParameterizedTest
    @MethodSource("values")
    void survivesTheSerialForm(Object value) throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject())
                    .isEqualTo(value)
                    .hasSameHashCodeAs(value)
                    .hasToString(value.toString());
        }
    }

    @Test
    void noTwoAreEqual() {
        assertThat(new HashSet<>(kpis())).hasSize(33);
        assertThat(kpis()).extracting(Kpi::id).doesNotHaveDuplicates();
        assertThat(kpis()).allSatisfy(kpi -> assertThat(kpi).hasToString(kpi.id()));
        assertThat(AutoMatch.byCount(UTC)).isNotEqualTo(AutoMatch.byCount(ZoneId.of("Europe/Berlin")));
    }
}
