package io.quittance.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.money.PercentileMethod;
import io.quittance.kpi.collection.DaysBeyondTerms;
import io.quittance.kpi.collection.DaysOverdue;
import io.quittance.kpi.collection.DaysToPay;
import io.quittance.kpi.collection.DaysToPayPercentile;
import io.quittance.kpi.collection.OpenShare;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A distributed engine can ship a KPI of events, too. */
class EventKpisAreValuesTest {

    static List<Kpi<?>> kpis() {
        return List.of(
                DaysToPay.average(),
                DaysToPay.average().byInvoiceDate(),
                DaysToPay.weighted(),
                DaysToPay.weighted().byInvoiceDate(),
                DaysToPayPercentile.of(50, PercentileMethod.NEAREST_RANK),
                DaysToPayPercentile.of(90, PercentileMethod.NEAREST_RANK),
                DaysToPayPercentile.of(90, PercentileMethod.INCLUSIVE),
                DaysToPayPercentile.of(90, PercentileMethod.EXCLUSIVE),
                DaysToPayPercentile.byAmount(90),
                DaysToPayPercentile.byAmount(90).byInvoiceDate(),
                OpenShare.ofInvoices(),
                OpenShare.ofInvoices().byInvoiceDate(),
                DaysBeyondTerms.signed(),
                DaysBeyondTerms.signedWeighted(),
                DaysBeyondTerms.clamped(),
                DaysBeyondTerms.clampedWeighted(),
                DaysBeyondTerms.lateOnly(),
                DaysBeyondTerms.lateOnly().withOpenLate(),
                DaysBeyondTerms.lateOnly().byInvoiceDate(),
                DaysBeyondTerms.lateOnly().byInvoiceDate().withOpenLate(),
                new DaysOverdue());
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
        assertThat(new HashSet<>(kpis())).hasSameSizeAs(kpis());
        assertThat(kpis()).extracting(Kpi::id).doesNotHaveDuplicates();
    }
}
