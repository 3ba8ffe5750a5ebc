package io.quittance.conformance;

import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.EventFigures;
import io.quittance.kpi.KpiEvent;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.billing.AdjustmentRate;
import io.quittance.kpi.billing.Correction;
import io.quittance.kpi.billing.IssuedInvoice;
import io.quittance.kpi.billing.Stage;
import io.quittance.kpi.cash.AutoMatch;
import io.quittance.kpi.cash.CashApplicationAccuracy;
import io.quittance.kpi.cash.DunnedClaim;
import io.quittance.kpi.cash.DunningRecovery;
import io.quittance.kpi.cash.Receipt;
import io.quittance.kpi.collection.Migration;
import io.quittance.kpi.collection.RollRate;
import io.quittance.kpi.measurement.Answers;
import io.quittance.kpi.measurement.Measure;
import io.quittance.kpi.measurement.Measurement;
import io.quittance.kpi.measurement.MeasurementKpi;
import io.quittance.kpi.measurement.Measurements;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Events of January that come to the part and the whole of a case, and what the KPIs say of them. */
final class RatioEvents {
    private static final ServicePeriod JANUARY = ServicePeriod.of("2026-01-01", "2026-02-01");
    private static final AsOf LATER = AsOf.endOf("2026-12-31");
    private static final ZoneId UTC = ZoneOffset.UTC;
    private static final LocalDate DAY = LocalDate.of(2026, 1, 5);
    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");
    private static final Amount ONE = Amount.of("1", Input.CURRENCY);

    private RatioEvents() {}

    private static <E extends KpiEvent> EventFigures<E> january(List<E> events) {
        return EventFigures.of(JANUARY, LATER, events);
    }

    /** Receipts applied by a machine, and the others by a person. */
    static KpiResult automaticMatches(int automatic, int all) {
        var receipts = new ArrayList<Receipt>();
        for (int i = 0; i < all; i++) {
            receipts.add(Receipt.received("R-" + i, NOW, ONE)
                    .applied(
                            i < automatic
                                    ? Receipt.Line.automatic("I", ONE, NOW)
                                    : Receipt.Line.by("clerk", "I", ONE, NOW)));
        }
        return AutoMatch.byCount(UTC).compute(january(receipts));
    }

    /** Receipts applied wrongly, and the others rightly. */
    static KpiResult wrongApplications(int wrong, int all) {
        var receipts = new ArrayList<Receipt>();
        for (int i = 0; i < all; i++) {
            Receipt applied = Receipt.received("R-" + i, NOW, ONE).applied(Receipt.Line.automatic("I", ONE, NOW));
            receipts.add(i < wrong ? applied.undone("I", NOW.plusSeconds(60), Receipt.Reason.ERROR) : applied);
        }
        return CashApplicationAccuracy.within(30, UTC).asErrorRate().compute(january(receipts));
    }

    /** An invoice of the whole, and a credit note of the part. */
    static KpiResult credited(Amount part, Amount whole) {
        IssuedInvoice invoice = IssuedInvoice.of("I-1", "C-1", 1, whole, NOW)
                .with(Stage.ISSUED, DAY)
                .with(Correction.of("N-1", DAY, Correction.Reason.ERROR, part, 1));
        return AdjustmentRate.byAmount().compute(january(List.of(invoice)));
    }

    /** A reminder of the whole, on which the part was paid the day after. */
    static KpiResult recovered(Amount part, Amount whole) {
        DunnedClaim claim = DunnedClaim.of("I-1", 1, DAY, whole, NOW).paid(DAY.plusDays(1), part, NOW);
        return DunningRecovery.ofAll().compute(january(List.of(claim)));
    }

    /** Answers of the two best grades, and the others of the worst. */
    static KpiResult satisfied(int content, int all) {
        var answers = Answers.onScale(1, 5).with(4, content).with(1, (long) all - content);
        return measured(Measurements.CSAT, answers.topGrades(2).orElseThrow());
    }

    /** A monitor's share of the agreed time. */
    static KpiResult up(Amount part, Amount whole) {
        return measured(
                Measurements.SYSTEM_UPTIME,
                part.toFraction().times(Fraction.of(100)).dividedBy(whole.toFraction()));
    }

    private static KpiResult measured(Measure measure, Fraction value) {
        var measurement = Measurement.of("M-1", measure, value, JANUARY, "case", NOW);
        return MeasurementKpi.of(measure).compute(january(List.of(measurement)));
    }

    /** Of what was 30 to 59 days late at one month end, what is 60 to 89 days late at the next one. */
    static KpiResult rolled(Amount part, Amount whole) {
        Amount none = Amount.zero(whole.getCurrency());
        return RollRate.cohort(1)
                .compute(Migration.of(
                        List.of("30-59", "60-89"),
                        List.of(
                                Migration.Row.of(List.of(none, part), whole.subtract(part)),
                                Migration.Row.of(List.of(none, none), none))));
    }
}
