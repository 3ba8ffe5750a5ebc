package io.quittance.core.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.contract.BillingCycle;
import io.quittance.core.contract.Charge;
import io.quittance.core.contract.Contract;
import io.quittance.core.contract.ContractHistory;
import io.quittance.core.id.ChargeId;
import io.quittance.core.id.ContractId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.internal.SerialStreams;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.pricing.FlatFee;
import io.quittance.core.rating.BilledBefore;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.tax.TaxTreatment;
import io.quittance.core.usage.UsageSource;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was billed, what is due and how long it took are values: equal if and only if all of it is. */
class BillingValuesTest {
    private static final Instant SIGNED = Instant.parse("2025-12-01T00:00:00Z");
    private static final ServicePeriod JANUARY = ServicePeriod.of("2026-01-01", "2026-02-01");
    private static final ServicePeriod FEBRUARY = ServicePeriod.of("2026-02-01", "2026-03-01");
    private static final LocalDate FIRST = LocalDate.parse("2026-02-01");
    private static final ContractHistory CONTRACT =
            BillRunTest.history(BillRunTest.terms(Charge.recurring("platform", FlatFee.of("310.00"))
                    .billed(BillingCycle.monthly().inAdvance())));
    private static final BilledLine LINE =
            BilledLine.of(ChargeId.of("platform"), "signed", JANUARY, Amount.of("310.00", "EUR"));
    private static final BilledBefore NOTHING = BilledBefore.nothing();
    private static final BilledBefore USED = NOTHING.discount("launch", Fraction.of(100));
    private static final BilledPeriod PERIOD = period("P1M/2026-01-01", 0, JANUARY, true, List.of(LINE));

    /** In each row the first differs from each other by one thing, and these differ from each other. */
    static Stream<List<Object>> different() {
        CycleTime time = CycleTime.of(new ContractId("C-1"), JANUARY);
        return Stream.of(
                List.of(
                        LINE,
                        BilledLine.of(ChargeId.of("api"), "signed", JANUARY, LINE.amount()),
                        BilledLine.of(LINE.charge(), "A-1", JANUARY, LINE.amount()),
                        BilledLine.of(LINE.charge(), "signed", FEBRUARY, LINE.amount()),
                        BilledLine.of(LINE.charge(), "signed", JANUARY, Amount.of("311.00", "EUR")),
                        LINE.credited(Amount.of("10.00", "EUR")),
                        LINE.revision(1),
                        LINE.taxed(List.of(TaxTreatment.standard("19")))),
                List.of(
                        PERIOD,
                        period("P1M/2026-01-02", 0, JANUARY, true, List.of(LINE)),
                        period("P1M/2026-01-01", 1, JANUARY, true, List.of(LINE)),
                        period("P1M/2026-01-01", 0, FEBRUARY, true, List.of(LINE)),
                        period("P1M/2026-01-01", 0, JANUARY, false, List.of(LINE)),
                        period("P1M/2026-01-01", 0, JANUARY, true, List.of()),
                        BilledPeriod.of("P1M/2026-01-01", 0, JANUARY, true, List.of(LINE), USED, NOTHING),
                        BilledPeriod.of("P1M/2026-01-01", 0, JANUARY, true, List.of(LINE), NOTHING, USED)),
                List.of(
                        BilledPeriods.none(),
                        BilledPeriods.none().after(run("2025-12-31")),
                        BilledPeriods.none().with(PERIOD),
                        BilledPeriods.none().after(run("2026-01-01"))),
                List.of(
                        BillingCalendar.of(List.of(), JANUARY, SIGNED),
                        BillingCalendar.of(List.of(), FEBRUARY, SIGNED),
                        BillingCalendar.of(List.of(CONTRACT), JANUARY, SIGNED)),
                List.of(
                        time,
                        CycleTime.of(new ContractId("C-2"), JANUARY),
                        CycleTime.of(new ContractId("C-1"), FEBRUARY),
                        time.at(CycleStage.DRAFT, FIRST),
                        time.at(CycleStage.DRAFT, FIRST, "dispute"),
                        time.at(CycleStage.SENT, FIRST)));
    }

    @ParameterizedTest
    @MethodSource("different")
    void differByEachThingThatWasBilled(List<Object> values) {
        for (int i = 0; i < values.size(); i++) {
            assertThat(values.get(i)).isNotEqualTo(values.get(i).toString()).isNotEqualTo(null);
            for (int j = 0; j < values.size(); j++) {
                assertThat(values.get(i).equals(values.get(j)))
                        .as("%s equals %s", values.get(i), values.get(j))
                        .isEqualTo(i == j);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("different")
    void canBeShipped(List<Object> values) throws Exception {
        for (Object value : values) {
            assertThat(SerialStreams.copy((Serializable) value))
                    .isEqualTo(value)
                    .hasSameHashCodeAs(value);
        }
    }

    @Test
    void readAsTheirDocumentationSays() {
        assertThat(LINE).hasToString("platform [2026-01-01, 2026-02-01): EUR 310.00");
        assertThat(PERIOD)
                .hasToString("[2026-01-01, 2026-02-01), closed: [platform [2026-01-01, 2026-02-01): EUR 310.00]");
        assertThat(period("P1M/2026-01-01", 0, JANUARY, false, List.of()))
                .hasToString("[2026-01-01, 2026-02-01), open: []");
        assertThat(BilledPeriods.none()).hasToString("nothing billed");
        assertThat(BilledPeriods.none().after(run("2026-01-01"))).hasToString("billed for 2026-01-01");
        assertThat(run("2026-01-01")).hasToString("bill run of C-1 for 2026-01-01: 1 lines, EUR 310.00");
        assertThat(Billing.engine()).hasToString("billing engine");
    }

    /** A run that bills something is not empty, and one that only tells that the contract has not begun is. */
    @Test
    void tellWhetherAnythingIsBilled() throws Exception {
        assertThat(run("2026-01-01").isEmpty()).isFalse();
        assertThat(run("2025-12-31").isEmpty()).isTrue();
        assertThat(run("2025-12-31").total()).isEqualTo(Amount.of("0.00", "EUR"));
        BillRun shipped = SerialStreams.copy(run("2026-01-01"));
        assertThat(shipped.lines()).isEqualTo(run("2026-01-01").lines());
        assertThat(shipped.total()).isEqualTo(Amount.of("310.00", "EUR"));
        assertThat(shipped.mark()).isEqualTo(run("2026-01-01").mark());
    }

    /** Charged from 9 January, and another up to the 20th: of the month the days from the 9th to the 19th are served, as they are. */
    @Test
    void anEntryIsServedFromItsFirstChargeToItsLast() {
        assertThat(served("2026-01-09/2026-01-12", "2026-01-12/2026-01-20")).hasToString("[2026-01-09, 2026-01-20)");
        assertThat(served("2026-01-12/2026-01-20", "2026-01-09/2026-01-12")).hasToString("[2026-01-09, 2026-01-20)");
        assertThat(served("2026-01-09/2026-01-20", "2026-01-12/2026-01-15")).hasToString("[2026-01-09, 2026-01-20)");
        assertThat(served("2026-01-12/2026-01-15", "2026-01-09/2026-01-20")).hasToString("[2026-01-09, 2026-01-20)");
    }

    private static ServicePeriod served(String... days) {
        List<DueCharge> charges = Stream.of(days)
                .map(each -> each.split("/", -1))
                .map(each -> new DueCharge(ChargeId.of("api"), ServicePeriod.of(each[0], each[1])))
                .toList();
        return new CalendarEntry(
                        new ContractId("C-1"),
                        new CustomerId("ACME"),
                        "P1M/2026-01-01",
                        0,
                        JANUARY,
                        CalendarEntry.Timing.IN_ARREARS,
                        charges,
                        FIRST,
                        FIRST)
                .served();
    }

    private static BilledPeriod period(
            String cycle, long number, ServicePeriod days, boolean closed, List<BilledLine> lines) {
        return BilledPeriod.of(cycle, number, days, closed, lines, NOTHING, NOTHING);
    }

    private static BillRun run(String day) {
        Contract contract = CONTRACT.signed();
        return Billing.engine().bill(contract, UsageSource.none(), BillingHistory.none(), LocalDate.parse(day));
    }
}
