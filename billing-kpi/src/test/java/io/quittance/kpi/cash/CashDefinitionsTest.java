package io.quittance.kpi.cash;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.kpi.Direction;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiUnit;
import io.quittance.kpi.time.BusinessHours;
import io.quittance.kpi.time.CalendarDays;
import io.quittance.kpi.time.OpeningHours;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a reader is told about the KPIs of cash. */
class CashDefinitionsTest {
    private static final ZoneId UTC = ZoneOffset.UTC;
    private static final CalendarDays DAYS = new CalendarDays(UTC);
    private static final BusinessHours OFFICE = BusinessHours.weekdays(UTC, OpeningHours.of("09:00", "17:00"));
    private static final CashApplicationAccuracy ACCURACY = CashApplicationAccuracy.within(30, UTC);
    private static final String MIXED = "; several currencies (MIXED_CURRENCIES)";
    private static final String WINDOW = "none was applied (NO_RECEIPTS); for none the days have passed (WINDOW_OPEN)";
    private static final String FIRST = ", of receipts first applied in the period at least 30 days ago";
    private static final String GRACE = ", whose grace is over and that were not withdrawn × 100";

    private static Arguments row(
            Kpi<?> kpi,
            String id,
            String name,
            KpiUnit unit,
            Direction direction,
            String formula,
            String undefinedWhen) {
        return Arguments.of(
                kpi,
                KpiDefinition.of(id, name, unit, direction, formula)
                        .undefinedWhen(undefinedWhen)
                        .definedBy(kpi.definition().source()));
    }

    private static Arguments share(Kpi<?> kpi, String id, String name, String formula, String undefinedWhen) {
        return row(kpi, id, name, KpiUnit.PERCENT, Direction.HIGHER, formula, undefinedWhen);
    }

    static Stream<Arguments> rows() {
        return Stream.of(
                share(
                        AccountsReconciled.ofAll(),
                        "recon.accounts",
                        "Accounts reconciled",
                        "accounts that agree at their last close in the period, but for what is in transit / accounts with a close in the period × 100",
                        "there is none (NO_ACCOUNTS)"),
                share(
                        AccountsReconciled.ofActive(),
                        "recon.accounts.active",
                        "Accounts reconciled, without inactive ones",
                        "accounts with a balance or movement that agree at their last close in the period, but for what is in transit"
                                + " / accounts with a balance or movement with a close in the period × 100",
                        "there is none (NO_ACCOUNTS)"),
                share(
                        ACCURACY,
                        "cash-app.accuracy.within-30-days.count",
                        "Accuracy of cash application by corrections within 30 days",
                        "receipts without a line undone for an error within 30 days / receipts applied × 100" + FIRST,
                        WINDOW),
                share(
                        ACCURACY.byAmount(),
                        "cash-app.accuracy.within-30-days.amount",
                        "Accuracy of cash application by corrections within 30 days",
                        "amount of receipts without a line undone for an error within 30 days / amount of receipts applied × 100"
                                + FIRST,
                        WINDOW + MIXED),
                row(
                        ACCURACY.asErrorRate(),
                        "cash-app.error-rate.within-30-days.count",
                        "Errors of cash application by corrections within 30 days",
                        KpiUnit.PERCENT,
                        Direction.LOWER,
                        "receipts with a line undone for an error within 30 days / receipts applied × 100" + FIRST,
                        WINDOW),
                share(
                        PromisesKept.byCount(),
                        "ptp.kept.count",
                        "Promises to pay kept, by number",
                        "promises paid in full by day and grace / promises due in the period" + GRACE,
                        "there is none (NO_PROMISES)"),
                share(
                        PromisesKept.byAmount(),
                        "ptp.kept.amount",
                        "Promises to pay kept, by amount",
                        "amount of promises paid in full by day and grace / amount of promises due in the period"
                                + GRACE,
                        "there is none (NO_PROMISES)" + MIXED),
                row(
                        PromisesKept.byCount().inPart(),
                        "ptp.kept-in-part.count",
                        "Promises to pay kept in part, by number",
                        KpiUnit.PERCENT,
                        Direction.INFORMATIONAL,
                        "promises paid in part by day and grace / promises due in the period" + GRACE,
                        "there is none (NO_PROMISES)"),
                row(
                        PromisesKept.byAmount().inPart(),
                        "ptp.kept-in-part.amount",
                        "Promises to pay kept in part, by amount",
                        KpiUnit.PERCENT,
                        Direction.INFORMATIONAL,
                        "paid in time on promises kept in part / amount of promises due in the period" + GRACE,
                        "there is none (NO_PROMISES)" + MIXED),
                share(
                        DunningRecovery.ofAll(),
                        "dunning.recovery",
                        "Recovered after dunning",
                        "paid after the day of the reminder on debts dunned in the period, at most what was dunned"
                                + " / dunned in the period, each debt once × 100",
                        "nothing was dunned (NO_REMINDERS)" + MIXED),
                share(
                        DunningRecovery.atLevel(2),
                        "dunning.recovery.level-2",
                        "Recovered after dunning at level 2",
                        "paid after the day of the reminder on debts dunned in the period at level 2, at most what was dunned"
                                + " / dunned in the period at level 2, each debt once × 100",
                        "nothing was dunned (NO_REMINDERS)" + MIXED),
                row(
                        CashApplicationTime.mean(DAYS),
                        "cash-app.time.mean",
                        "Time to apply cash, mean",
                        KpiUnit.DAYS,
                        Direction.LOWER,
                        "mean of calendar days from receipt until all is applied, of the receipts wholly applied in the period, without prepayments",
                        "none was applied (NO_RECEIPTS)"),
                row(
                        CashApplicationTime.max(OFFICE),
                        "cash-app.time.business-hours.max",
                        "Time to apply cash in business hours, maximum",
                        KpiUnit.HOURS,
                        Direction.LOWER,
                        "maximum of business hours from receipt until all is applied, of the receipts wholly applied in the period, without prepayments",
                        "none was applied (NO_RECEIPTS)"),
                row(
                        UnappliedReceiptAge.median(DAYS),
                        "cash-app.unapplied-age.median",
                        "Age of unapplied cash, median",
                        KpiUnit.DAYS,
                        Direction.LOWER,
                        "median of calendar days from receipt to the day of the question, of the receipts not wholly applied then, without prepayments",
                        "none waits (NO_RECEIPTS)"),
                row(
                        UnappliedReceiptAge.mean(OFFICE),
                        "cash-app.unapplied-age.business-hours.mean",
                        "Age of unapplied cash in business hours, mean",
                        KpiUnit.HOURS,
                        Direction.LOWER,
                        "mean of business hours from receipt to the day of the question, of the receipts not wholly applied then, without prepayments",
                        "none waits (NO_RECEIPTS)"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void aDefinitionSaysWhatIsMeasured(Kpi<?> kpi, KpiDefinition expected) {
        assertThat(kpi.definition()).isEqualTo(expected);
    }
}
