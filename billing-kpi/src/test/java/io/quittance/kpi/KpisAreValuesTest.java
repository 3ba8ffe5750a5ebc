package io.quittance.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.kpi.billing.BillingAccuracy;
import io.quittance.kpi.billing.BillingErrorRate;
import io.quittance.kpi.billing.InvoicesOnTime;
import io.quittance.kpi.collection.AverageDaysLate;
import io.quittance.kpi.collection.CollectionRate;
import io.quittance.kpi.collection.DaysSalesOutstanding;
import io.quittance.kpi.collection.DaysSalesOutstanding.ZeroSales;
import io.quittance.kpi.collection.DisputeRate;
import io.quittance.kpi.collection.OverdueShare;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A distributed engine can ship a KPI as it ships figures and results. */
class KpisAreValuesTest {

    static List<Kpi<?>> kpis() {
        return List.of(
                DaysSalesOutstanding.simple(),
                DaysSalesOutstanding.countback(),
                DaysSalesOutstanding.countback(ZeroSales.STOP),
                CollectionRate.ofPeriod(),
                CollectionRate.ofDueCohortByDueDate(),
                CollectionRate.ofDueCohortByPeriodEnd(),
                OverdueShare.byAmount(),
                OverdueShare.byCount(),
                new AverageDaysLate(),
                DisputeRate.byAmount(),
                DisputeRate.byCount(),
                new BillingErrorRate(),
                new BillingAccuracy(),
                new InvoicesOnTime());
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
        assertThat(new HashSet<>(kpis())).hasSize(14);
        assertThat(kpis()).extracting(Kpi::id).doesNotHaveDuplicates();
        assertThat(DaysSalesOutstanding.simple()).isEqualTo(DaysSalesOutstanding.simple());
    }
}
