package io.quittance.kpi.ledger;

import static io.quittance.kpi.ledger.Books.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.ar.aging.AgingBucket;
import io.quittance.ar.aging.AgingBuckets;
import io.quittance.ar.aging.AgingReport;
import io.quittance.ar.aging.AgingRule;
import io.quittance.ar.ledger.Ledger;
import io.quittance.ar.ledger.LedgerEntry;
import io.quittance.ar.risk.CreditApplication;
import io.quittance.ar.risk.CreditDecision;
import io.quittance.ar.risk.CreditFile;
import io.quittance.ar.risk.CreditLimit;
import io.quittance.ar.risk.ProvisionMatrix;
import io.quittance.ar.risk.ProvisionRate;
import io.quittance.core.id.ActorId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.EventFigures;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.collection.AgedReceivables;
import io.quittance.kpi.collection.AllowanceFigures;
import io.quittance.kpi.collection.AverageDaysLate;
import io.quittance.kpi.collection.BadDebtExpense;
import io.quittance.kpi.collection.CollectionFigures;
import io.quittance.kpi.collection.Concentration;
import io.quittance.kpi.collection.CreditExposures;
import io.quittance.kpi.collection.CreditUtilisation;
import io.quittance.kpi.collection.CustomerBalances;
import io.quittance.kpi.collection.DaysBeyondTerms;
import io.quittance.kpi.collection.DaysOverdue;
import io.quittance.kpi.collection.DaysToPay;
import io.quittance.kpi.collection.ExpectedCreditLoss;
import io.quittance.kpi.collection.Migration;
import io.quittance.kpi.collection.OriginDso;
import io.quittance.kpi.collection.OriginFigures;
import io.quittance.kpi.collection.PaidInvoice;
import io.quittance.kpi.collection.PaymentPlanShare;
import io.quittance.kpi.collection.PlanAccounts;
import io.quittance.kpi.collection.PlanAccounts.Plan;
import io.quittance.kpi.collection.RollRate;
import io.quittance.kpi.trend.KpiSeries;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LedgerReadingsTest {
    private static final ServicePeriod MARCH = ServicePeriod.of("2026-03-01", "2026-04-01");
    private static final AsOf END = AsOf.endOf("2026-12-31");
    private static final AgingBuckets BUCKETS = AgingBuckets.days(30, 60, 90);

    private static LocalDate march(int day) {
        return LocalDate.of(2026, 3, day);
    }

    private static PaidInvoice only(EventFigures<PaidInvoice> invoices, String key) {
        return invoices.events().stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    /** R of 1 March, due 11 March: 40.00 on 6 March and 60.00 on 21 March. */
    private static Books books() {
        return new Books()
                .invoice("C", "R", "2026-03-01", "2026-03-11", "100")
                .paid("C", "P1", "R", "2026-03-06", "40")
                .paid("C", "P2", "R", "2026-03-21", "60");
    }

    @Test
    void anInvoiceIsPaidByThePaymentThatClosesIt() {
        var paid = LedgerReadings.of(books().ledger(), END).paidInvoices(MARCH);
        assertThat(paid.events())
                .singleElement()
                .isEqualTo(new PaidInvoice(
                        "R",
                        "C",
                        march(1),
                        march(11),
                        march(21),
                        false,
                        usd("100"),
                        false,
                        Books.START.plusSeconds(5)));
        assertThat(DaysToPay.average().compute(paid).value()).contains(Fraction.of(20));
        assertThat(DaysBeyondTerms.signed().compute(paid).value()).contains(Fraction.of(10));
    }

    /** (40 × 5 + 60 × 20) / 100 = 14 days, and (40 × -5 + 60 × 10) / 100 = 4 days beyond terms. */
    @Test
    void partPaymentsCountEachByItself() {
        var parts = LedgerReadings.of(books().ledger(), END).partPayments(MARCH);
        assertThat(parts.events()).extracting(PaidInvoice::key).containsExactly("R/2026-03-06", "R/2026-03-21");
        assertThat(DaysToPay.weighted().byPart().compute(parts).value()).contains(Fraction.of(14));
        assertThat(DaysBeyondTerms.signedWeighted().byPart().compute(parts).value())
                .contains(Fraction.of(4));
    }

    /** The second payment bounces in April: in March the invoice was paid, as far as was known then; now 40.00 of it are, and 60.00 are open. */
    @Test
    void aPaymentThatBouncesWasNone() {
        Ledger ledger = books().at("2026-04-02T00:00:00Z")
                .returned("C", "P2", "2026-04-02")
                .ledger();
        var now = LedgerReadings.of(ledger, END);
        assertThat(only(now.paidInvoices(MARCH), "R").closedOn()).isNull();
        assertThat(now.partPayments(MARCH).events())
                .extracting(PaidInvoice::key)
                .containsExactly("R/2026-03-06", "R/open");
        assertThat(only(now.partPayments(MARCH), "R/open").amount()).isEqualTo(usd("60"));
        var then = LedgerReadings.of(ledger, AsOf.of("2026-03-31", "2026-03-31T23:00:00Z"));
        assertThat(only(then.paidInvoices(MARCH), "R").closedOn()).isEqualTo(march(21));
    }

    /** A credit note alone, or a write-off, does not pay; a credit beside money does. A mistake is no invoice, nor are the parts of a plan. */
    @Test
    void whatIsClosedOtherwiseIsNotPaid() {
        Ledger ledger = new Books()
                .invoice("C", "N", "2026-03-01", "2026-03-11", "10")
                .credited("C", "G", "2026-03-05", "15")
                .settled("C", "G", "N", "2026-03-05", "10")
                .invoice("C", "W", "2026-03-01", "2026-03-11", "10")
                .paid("C", "P1", "W", "2026-03-06", "4")
                .writtenOff("C", "W", "2026-03-20", "6")
                .invoice("C", "B", "2026-03-01", "2026-03-11", "10")
                .settled("C", "G", "B", "2026-03-05", "5")
                .paid("C", "P2", "B", "2026-03-07", "5")
                .invoice("C", "L", "2026-03-01", "2026-03-11", "10")
                .planned("C", "L", "2026-03-12", "2026-04-01", "2026-05-01", "5")
                .invoice("C", "M", "2026-03-01", "2026-03-11", "10")
                .reversed("C", 14, "2026-03-02")
                .ledger();
        var paid = LedgerReadings.of(ledger, END).paidInvoices(MARCH);
        assertThat(paid.events()).extracting(PaidInvoice::key).containsExactly("N", "W", "B", "L");
        assertThat(paid.events()).extracting(PaidInvoice::byCredit).containsExactly(true, true, false, true);
        assertThat(paid.events())
                .extracting(PaidInvoice::closedOn)
                .containsExactly(march(5), march(20), march(7), march(12));
        var parts = LedgerReadings.of(ledger, END).partPayments(MARCH);
        assertThat(parts.events())
                .extracting(PaidInvoice::key)
                .containsExactly(
                        "N/2026-03-05/credited",
                        "W/2026-03-06",
                        "W/2026-03-20/credited",
                        "B/2026-03-07",
                        "B/2026-03-05/credited",
                        "L/2026-03-12/credited");
    }

    /** 40.00 open of R, due 11 March, for 20 days by its end, and all 90.00 of S for 10: (40 × 20 + 90 × 10) / 130, though 30.00 of S come in April. */
    @Test
    void partsHaveWhatIsOpenOnAnyDay() {
        Ledger ledger = new Books()
                .invoice("C", "R", "2026-03-01", "2026-03-11", "100")
                .paid("C", "P1", "R", "2026-03-06", "60")
                .invoice("C", "S", "2026-03-01", "2026-03-21", "90")
                .paid("C", "P2", "S", "2026-04-06", "30")
                .ledger();
        assertThat(new DaysOverdue()
                        .byPart()
                        .compute(LedgerReadings.of(ledger, END).partPayments(MARCH))
                        .value())
                .contains(Fraction.of(1700, 130));
    }

    /**
     * Sales of January are 500.00, of which 40.00 of the 21st are open, and of February 600.00, of which 300.00 of the 18th are: on 28 February 38 and 10 days old. 38 × 40 / 500 + 10 × 300 / 600 = 8.04,
     * and 40 / 500 × 31 + 300 / 600 × 28 = 16.48.
     */
    @Test
    void whatIsOpenIsComparedWithTheSalesOfItsMonth() {
        Ledger ledger = new Books()
                .invoice("C", "1", "2026-01-05", "2026-02-05", "480")
                .invoice("C", "2", "2026-01-21", "2026-02-21", "40")
                .credited("C", "G", "2026-01-25", "20")
                .paid("C", "P", "1", "2026-02-01", "480")
                .invoice("C", "3", "2026-02-10", "2026-03-10", "300")
                .invoice("C", "4", "2026-02-18", "2026-03-18", "300")
                .paid("C", "Q", "3", "2026-02-28", "300")
                .invoice("C", "5", "2026-03-01", "2026-03-31", "70")
                .ledger();
        var origins = LedgerReadings.of(ledger, END).origins(ServicePeriod.of("2026-02-01", "2026-03-01"));
        assertThat(OriginDso.byInvoice().compute(origins).value()).contains(Fraction.of(804, 100));
        assertThat(OriginDso.byMonth().compute(origins).value()).contains(Fraction.of(1648, 100));
        assertThat(OriginDso.byMonth().compute(origins).basis().items()).isEmpty();
        var named = LedgerReadings.of(ledger, END).originsWithItems(ServicePeriod.of("2026-02-01", "2026-03-01"));
        assertThat(OriginDso.byInvoice().compute(named).value()).contains(Fraction.of(804, 100));
        assertThat(OriginDso.byMonth().compute(named).value()).contains(Fraction.of(1648, 100));
        assertThat(OriginDso.byInvoice().compute(named).basis().items().stream().map(KpiItem::numerator))
                .containsExactlyInAnyOrder(Fraction.of(304, 100), Fraction.of(5));
    }

    /** On 11 March, 10.00 of March are open of sales of 10.00: 10 / 10 × 11 days. */
    @Test
    void aMonthThatIsNotOverHasTheDaysSoFar() {
        Ledger ledger =
                new Books().invoice("C", "1", "2026-03-05", "2026-04-05", "10").ledger();
        var origins = LedgerReadings.of(ledger, END).origins(ServicePeriod.of("2026-03-01", "2026-03-12"));
        assertThat(OriginDso.byMonth().compute(origins).value()).contains(Fraction.of(11));
    }

    /** 1000.00 current at 1 %, 200.00 at 2.5 % and 100.00 at 10 %, of 45 days: 10 + 5 + 10. */
    @Test
    void agesHaveTheRatesOfAMatrix() {
        Ledger ledger = new Books()
                .invoice("C", "1", "2026-01-01", "2026-03-31", "1000")
                .invoice("C", "2", "2026-01-01", "2026-03-30", "200")
                .invoice("D", "3", "2026-01-01", "2026-02-14", "100")
                .ledger();
        var matrix = new ProvisionMatrix(
                List.of(
                        ProvisionRate.percent("current", "1"),
                        ProvisionRate.percent("1-30", "2.5"),
                        ProvisionRate.percent("over 30", "10")),
                Rounding.of(2, RoundingMode.HALF_UP));
        AgedReceivables aged =
                LedgerReadings.of(ledger, AsOf.endOf("2026-03-31")).aged(AgingRule.of(AgingBuckets.days(30)), matrix);
        assertThat(new ExpectedCreditLoss().compute(aged).value()).contains(Fraction.of(25));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LedgerReadings.of(ledger, END).aged(AgingRule.of(BUCKETS), matrix))
                .withMessageStartingWith("report must have the buckets [current, 1-30, over 30], but was");
    }

    private static ProvisionMatrix matrix() {
        return new ProvisionMatrix(
                List.of(
                        ProvisionRate.percent("current", "1"),
                        ProvisionRate.percent("1-30", "10"),
                        ProvisionRate.percent("over 30", "50")),
                Rounding.of(2, RoundingMode.HALF_UP));
    }

    /**
     * On 28 February 300.33 are current, at 1 % 3.00, and 200.00 over 30 days late, at 50 % 100.00. In March 90.00 of these are written off, of which 5.00 come, and 20.00 by mistake. On 31 March 300.33
     * are 1-30 days late, at 10 % 30.03, and 110.00 over 30, 55.00. The expense is 85.03 − (103.00 − 110.00 + 25.00) = 67.03.
     */
    @Test
    void anAllowanceMovesByWriteOffsAndRecoveries() {
        Ledger ledger = new Books()
                .invoice("C", "1", "2026-02-01", "2026-03-10", "300.33")
                .invoice("D", "2", "2026-01-01", "2026-01-10", "200")
                .writtenOff("D", "2", "2026-03-05", "90")
                .writtenOff("D", "2", "2026-03-06", "20")
                .reversed("D", 4, "2026-03-07")
                .received("D", "P", "2026-03-20", "5")
                .recovered("D", "P", "2", "2026-03-20")
                .writtenOff("D", "2", "2026-04-02", "10")
                .ledger();
        var readings = LedgerReadings.of(ledger, END);
        AllowanceFigures march = readings.allowance(MARCH, AgingRule.of(AgingBuckets.days(30)), matrix());
        assertThat(march)
                .isEqualTo(AllowanceFigures.of(usd("103.00"), usd("110"), usd("25"))
                        .withRequired(usd("85.03"))
                        .withPeriod(MARCH));
        assertThat(BadDebtExpense.byRequiredAllowance().compute(march).value()).contains(Fraction.of(6703, 100));
    }

    @Test
    void anAllowanceIsOfPeriodsThatAreOverAndAgesOnTheirDays() {
        var readings = LedgerReadings.of(books().ledger(), AsOf.endOf("2026-03-30"));
        AgingRule rule = AgingRule.of(AgingBuckets.days(30));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> readings.allowance(MARCH, rule, matrix()))
                .withMessage("period must not end after 2026-03-30, but was 2026-03-31");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        LedgerReadings.of(books().ledger(), END).allowance(MARCH, rule.agedOn(march(31)), matrix()))
                .withMessageStartingWith("rule must age on the day of the balance, but was ");
    }

    private static CreditFile file(String customer, CreditLimit... limits) {
        CreditFile file = CreditFile.of(CustomerId.of(customer));
        for (int i = 0; i < limits.length; i++) {
            LocalDate day = LocalDate.of(2026, 1, 1).plusMonths(i);
            file = file.applied(CreditApplication.of("A" + i, limits[i], day))
                    .decided("A" + i, CreditDecision.granted(limits[i], day, ActorId.of("clerk-7"), "figures"));
        }
        return file;
    }

    /** C owes 80.00 of a limit of 200.00, D with 5.00 on account nothing of 100.00, F nothing of 50.00: 80 of 350. G may owe any amount, H none, J has no file, and K owes nothing. */
    @Test
    void limitsAreUsedByWhatIsOwed() {
        Ledger ledger = new Books()
                .invoice("C", "1", "2026-01-01", "2026-03-31", "100")
                .received("C", "P", "2026-01-05", "20")
                .received("D", "Q", "2026-01-05", "5")
                .invoice("G", "3", "2026-01-01", "2026-03-31", "10")
                .invoice("H", "4", "2026-01-01", "2026-03-31", "10")
                .invoice("J", "5", "2026-01-01", "2026-03-31", "10")
                .invoice("K", "6", "2026-01-01", "2026-03-31", "10")
                .paid("K", "R", "6", "2026-01-05", "10")
                .ledger();
        List<CreditFile> files = List.of(
                file("C", CreditLimit.of(usd("500")), CreditLimit.of(usd("200"))),
                file("D", CreditLimit.of(usd("100"))),
                file("F", CreditLimit.of(usd("50"))),
                file("G", CreditLimit.unlimited(usd("0").getCurrency())),
                file("H", CreditLimit.of(usd("0"))));
        CreditExposures march =
                LedgerReadings.of(ledger, AsOf.endOf("2026-03-31")).exposures(files);
        assertThat(march.lines()).containsExactly(line("C", "80", "200"), line("D", "-5", "100"), line("F", "0", "50"));
        assertThat(march.withoutLimit()).containsExactly("G", "H", "J");
        assertThat(new CreditUtilisation().compute(march).value()).contains(Fraction.of(8000, 350));
        assertThat(LedgerReadings.of(ledger, AsOf.endOf("2026-01-31"))
                        .exposures(files)
                        .lines())
                .contains(line("C", "80", "500"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LedgerReadings.of(ledger, END).exposures(List.of(files.get(0), file("C"))))
                .withMessage("files must have each customer once, but was C");
    }

    private static CreditExposures.Line line(String customer, String owed, String limit) {
        return CreditExposures.Line.of(customer, usd(owed), usd("0"), usd("0"), usd(limit));
    }

    /** C owes 100.00 less 20.00 on account, D 20.00; E is paid up. C and E belong together. */
    @Test
    void customersOweWhatIsOpenLessWhatIsOnAccount() {
        Ledger ledger = new Books()
                .invoice("C", "1", "2026-01-01", "2026-03-31", "100")
                .received("C", "P", "2026-01-05", "20")
                .invoice("D", "2", "2026-01-01", "2026-03-31", "20")
                .invoice("E", "3", "2026-01-01", "2026-03-31", "5")
                .paid("E", "Q", "3", "2026-01-05", "5")
                .ledger();
        var readings = LedgerReadings.of(ledger, END);
        assertThat(readings.balances())
                .isEqualTo(CustomerBalances.of(Map.of("C", usd("80"), "D", usd("20"), "E", usd("0"))));
        assertThat(Concentration.top(1).compute(readings.balances()).value()).contains(Fraction.of(80));
        Function<CustomerId, String> group = customer -> customer.value().equals("D") ? "D" : "Group";
        assertThat(readings.balances(group)).isEqualTo(CustomerBalances.of(Map.of("Group", usd("80"), "D", usd("20"))));
    }

    /** C pays by a plan whose first part was due on 1 April; D has none, and nothing past due before 2 April. */
    @Test
    void anAccountPaysByAPlanAsLongAsThatIsKept() {
        Ledger ledger = new Books()
                .invoice("C", "1", "2026-01-01", "2026-03-01", "100")
                .planned("C", "1", "2026-03-12", "2026-04-01", "2026-05-01", "50")
                .invoice("D", "2", "2026-01-01", "2026-04-01", "300")
                .ledger();
        Function<String, LedgerReadings> on = day -> LedgerReadings.of(ledger, AsOf.endOf(day));
        PlanAccounts kept = on.apply("2026-04-01").planAccounts(0);
        assertThat(kept.accounts())
                .containsExactly(
                        PlanAccounts.Account.of("C", usd("100"), Plan.ACTIVE),
                        PlanAccounts.Account.of("D", usd("300"), Plan.NONE));
        assertThat(PaymentPlanShare.byAmount().compute(kept).value()).contains(Fraction.of(25));
        assertThat(on.apply("2026-04-02").planAccounts(0).broken()).isEqualTo(1);
        assertThat(on.apply("2026-04-02").planAccounts(1).broken()).isZero();
        assertThat(on.apply("2026-04-01").overduePlanAccounts(0).accounts()).isEmpty();
        assertThat(on.apply("2026-04-03").overduePlanAccounts(5).accounts())
                .containsExactly(
                        PlanAccounts.Account.of("C", usd("50"), Plan.ACTIVE),
                        PlanAccounts.Account.of("D", usd("300"), Plan.NONE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> on.apply("2026-04-01").planAccounts(-1))
                .withMessage("graceDays must not be negative, but was -1");
    }

    /**
     * On 31 January 100.00 of A are not due, and 50.00 of B are 1-30 days late. On 28 February A is 1-30 days late with 30.00, B is 31-60 with 20.00; C is new and not due, and D, paid before, is 1-30 days late since its payment
     * bounced.
     */
    @Test
    void whatWasInABucketIsFollowed() {
        Ledger ledger = new Books()
                .invoice("X", "A", "2026-01-10", "2026-02-10", "100")
                .invoice("X", "B", "2026-01-01", "2026-01-20", "50")
                .invoice("Y", "D", "2026-01-01", "2026-02-05", "9")
                .paid("Y", "P1", "D", "2026-01-20", "9")
                .paid("X", "P2", "A", "2026-02-15", "70")
                .paid("X", "P3", "B", "2026-02-15", "30")
                .invoice("Y", "C", "2026-02-20", "2026-03-20", "7")
                .returned("Y", "P1", "2026-02-25")
                .ledger();
        var readings = LedgerReadings.of(ledger, END);
        Migration migration = readings.migration(LocalDate.of(2026, 1, 31), LocalDate.of(2026, 2, 28), BUCKETS);
        assertThat(migration.buckets()).containsExactly("current", "1-30", "31-60", "61-90", "over 90");
        assertThat(migration.rows().get(0)).isEqualTo(row("70", "0", "30", "0", "0", "0"));
        assertThat(migration.rows().get(1)).isEqualTo(row("30", "0", "0", "20", "0", "0"));
        assertThat(migration.added()).containsExactly(usd("7"), usd("9"), usd("0"), usd("0"), usd("0"));
        assertThat(RollRate.cohort(1).compute(migration).value()).contains(Fraction.of(30));
        assertThat(RollRate.ratio(1).compute(migration).value()).contains(Fraction.of(39));
        assertThat(RollRate.settled(2).compute(migration).value()).contains(Fraction.of(60));
        assertThat(RollRate.cohort(1).compute(migration).basis().items()).isEmpty();
        Migration named = readings.migrationWithItems(LocalDate.of(2026, 1, 31), LocalDate.of(2026, 2, 28), BUCKETS);
        assertThat(named.rows()).isEqualTo(migration.rows());
        assertThat(named.added()).isEqualTo(migration.added());
        assertThat(RollRate.cohort(1).compute(named).basis().items()).containsExactly(item("A", 30, 100));
        assertThat(RollRate.ratio(1).compute(named).basis().items())
                .containsExactly(item("A", 30, 100), item("D", 9, 0));
        assertThat(RollRate.settled(2).compute(named).basis().items()).containsExactly(item("B", 30, 50));
        assertThat(RollRate.share(2, 2).compute(named).basis().items()).containsExactly(item("B", 0, 50));
    }

    /**
     * Of 400.00 that were not due at the end of 2025, 100.00 are 1-30 days late a month later; of 100.00 at the end of January 75.00, and of 40.00 at the end of February nothing: 175.00 of 540.00 in the quarter.
     */
    private static Ledger quarter() {
        return new Books()
                .invoice("X", "A", "2025-12-10", "2026-01-15", "100")
                .invoice("X", "B", "2025-12-10", "2026-01-20", "300")
                .paid("X", "P1", "B", "2026-01-20", "300")
                .invoice("X", "C", "2026-01-10", "2026-02-10", "50")
                .invoice("X", "D", "2026-01-10", "2026-02-20", "50")
                .paid("X", "P2", "D", "2026-02-20", "25")
                .invoice("X", "E", "2026-02-05", "2026-03-10", "40")
                .paid("X", "P3", "E", "2026-03-10", "40")
                .ledger();
    }

    @Test
    void rollRatesOfMonthsAreASeries() {
        var readings = LedgerReadings.of(quarter(), END);
        List<ServicePeriod> months = List.of(
                ServicePeriod.of("2026-01-01", "2026-02-01"), ServicePeriod.of("2026-02-01", "2026-03-01"), MARCH);
        KpiSeries series = KpiSeries.of(RollRate.cohort(1), months, month -> ofMonth(readings, month));
        assertThat(series.results())
                .extracting(result -> result.value().orElseThrow())
                .containsExactly(Fraction.of(25), Fraction.of(75), Fraction.ZERO);
        assertThat(series.results())
                .allSatisfy(result -> assertThat(result.basis().notes()).isEmpty());
        assertThat(series.changes()).hasSize(2);
        KpiResult whole = RollRate.cohort(1)
                .compute(months.stream()
                        .map(month -> ofMonth(readings, month))
                        .reduce(Migration::plus)
                        .orElseThrow());
        assertThat(whole.value()).contains(Fraction.of(875, 27));
        assertThat(whole.basis().period()).contains(ServicePeriod.of("2026-01-01", "2026-04-01"));
        assertThat(whole.basis().notes()).isEmpty();
    }

    private static Migration ofMonth(LedgerReadings readings, ServicePeriod month) {
        return readings.migrationWithItems(month.start().minusDays(1), month.lastDay(), BUCKETS);
    }

    /** After eight months nothing is 1-30 days late of what was not due: it rolled past. 300.00 of 400.00 are settled by then. */
    @Test
    void daysThatAreNotTheWidthOfBucketsAreNoted() {
        var readings = LedgerReadings.of(quarter(), END);
        Migration eightMonths = readings.migration(LocalDate.of(2025, 12, 31), LocalDate.of(2026, 8, 31), BUCKETS);
        KpiResult rolled = RollRate.cohort(1).compute(eightMonths);
        assertThat(rolled.value()).contains(Fraction.ZERO);
        assertThat(rolled.basis().period()).contains(ServicePeriod.of("2026-01-01", "2026-09-01"));
        assertThat(rolled.basis().notes()).containsExactly("LAG_NOT_BUCKET_WIDTH");
        KpiResult settled = RollRate.settled(1).compute(eightMonths);
        assertThat(settled.value()).contains(Fraction.of(75));
        assertThat(settled.basis().notes()).containsExactly("LAG_NOT_BUCKET_WIDTH");
        Migration byQuarter =
                readings.migration(LocalDate.of(2025, 12, 31), LocalDate.of(2026, 3, 31), AgingBuckets.days(90, 180));
        KpiResult rolledInQuarter = RollRate.cohort(1).compute(byQuarter);
        assertThat(rolledInQuarter.value()).contains(Fraction.of(25));
        assertThat(rolledInQuarter.basis().notes()).isEmpty();
    }

    private static KpiItem item(String id, long numerator, long denominator) {
        return new KpiItem(id, Fraction.of(numerator), Fraction.of(denominator));
    }

    private static Migration.Row row(String settled, String... to) {
        return Migration.Row.of(List.of(to).stream().map(Books::usd).toList(), usd(settled));
    }

    @Test
    void daysThatAreNotInOrderAreRefused() {
        var readings = LedgerReadings.of(books().ledger(), AsOf.endOf("2026-03-31"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> readings.migration(march(10), march(10), BUCKETS))
                .withMessage("later must be after 2026-03-10, but was 2026-03-10");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> readings.migration(march(10), LocalDate.of(2026, 4, 1), BUCKETS))
                .withMessage("later must not end after 2026-03-31, but was 2026-04-01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> readings.originsWithItems(ServicePeriod.of("2026-03-01", "2026-04-02")))
                .withMessage("period must not end after 2026-03-31, but was 2026-04-01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> readings.origins(ServicePeriod.of("2026-03-01", "2026-04-02")))
                .withMessage("period must not end after 2026-03-31, but was 2026-04-01");
    }

    private static Ledger ledger(List<LedgerEntry> entries) {
        return Ledger.empty("USD").postAll(entries);
    }

    /** Readings have the balances of the ledger, its aging and the days late of {@link LedgerFigures}, whichever way they are asked for. */
    @Property(tries = 300)
    void agreesWithTheLedgerAndItsFigures(
            @ForAll @Size(max = 40) List<@IntRange(min = 0, max = 1_000_000) Integer> seeds,
            @ForAll @IntRange(min = 1, max = 120) int offset) {
        Ledger ledger = ledger(Books.any(seeds));
        LocalDate date = LocalDate.of(2026, 1, 1).plusDays(offset);
        AsOf asOf = AsOf.endOf(date);
        var readings = LedgerReadings.of(ledger, asOf);
        var period = new ServicePeriod(date.minusDays(29), date.plusDays(1));
        var view = ledger.asOf(asOf);
        var balances = new TreeMap<String, Amount>();
        view.accounts().forEach(account -> balances.put(account.customer().value(), account.balance()));
        assertThat(readings.balances().byCustomer()).isEqualTo(balances);
        Migration migration = readings.migration(date.minusDays(30), date, BUCKETS);
        var before = AgingReport.of(
                        ledger.asOf(AsOf.of(date.minusDays(30), Instant.MAX)),
                        AgingRule.of(BUCKETS).withDisputedInBuckets())
                .total();
        var after = AgingReport.of(view, AgingRule.of(BUCKETS).withDisputedInBuckets())
                .total();
        for (int i = 0; i < 5; i++) {
            int bucket = i;
            assertThat(migration.rows().get(i).before())
                    .isEqualTo(before.buckets().get(i).amount());
            assertThat(migration.rows().stream()
                            .map(row -> row.to().get(bucket))
                            .reduce(migration.added().get(i), Amount::add))
                    .isEqualTo(after.buckets().get(i).amount());
        }
        assertThat(readings.origins(period).months().stream()
                        .map(month -> month.open())
                        .reduce(usd("0"), Amount::add))
                .isEqualTo(view.open());
        CollectionFigures figures = LedgerFigures.of(ledger, asOf).of(period);
        KpiResult late = DaysBeyondTerms.clamped().compute(readings.paidInvoices(period));
        assertThat(late.value())
                .isEqualTo(new AverageDaysLate().compute(figures).value());
    }

    /** What is paid, closed otherwise and open of an invoice is all of it, day by day. */
    @Property(tries = 300)
    void partsAreTheWhole(@ForAll @Size(max = 40) List<@IntRange(min = 0, max = 1_000_000) Integer> seeds) {
        var readings = LedgerReadings.of(ledger(Books.any(seeds)), END);
        var parts = new TreeMap<String, Amount>();
        for (PaidInvoice part : readings.partPayments(MARCH).events()) {
            parts.merge(part.key().substring(0, part.key().indexOf("/")), part.amount(), Amount::add);
        }
        var whole = new TreeMap<String, Amount>();
        readings.paidInvoices(MARCH).events().forEach(one -> whole.put(one.key(), one.amount()));
        assertThat(parts).isEqualTo(whole);
    }

    /** What is charged in two periods that meet is what is charged in both together; what is written off less what is taken back is that of the figures. */
    @Property(tries = 100)
    void expensesOfPeriodsThatMeetAddUp(
            @ForAll @Size(max = 40) List<@IntRange(min = 0, max = 1_000_000) Integer> seeds,
            @ForAll @IntRange(min = 1, max = 60) int days) {
        Ledger ledger = ledger(Books.any(seeds));
        var readings = LedgerReadings.of(ledger, END);
        LocalDate middle = march(1).plusDays(days);
        var both = new ServicePeriod(march(1), middle.plusDays(30));
        Fraction sum = expense(readings, new ServicePeriod(march(1), middle))
                .plus(expense(readings, new ServicePeriod(middle, middle.plusDays(30))));
        assertThat(expense(readings, both)).isEqualTo(sum);
        AllowanceFigures allowance = allowance(readings, both);
        CollectionFigures figures = LedgerFigures.of(ledger, END).of(both);
        assertThat(allowance.writeOffs().subtract(allowance.recoveries()))
                .isEqualTo(figures.writeOffs()
                        .orElseThrow()
                        .subtract(figures.recoveries().orElseThrow()));
    }

    private static AllowanceFigures allowance(LedgerReadings readings, ServicePeriod period) {
        return readings.allowance(period, AgingRule.of(AgingBuckets.days(30)).withDisputedInBuckets(), matrix());
    }

    private static Fraction expense(LedgerReadings readings, ServicePeriod period) {
        return BadDebtExpense.byRequiredAllowance()
                .compute(allowance(readings, period))
                .value()
                .orElseThrow();
    }

    @Property(tries = 300)
    void laterFactsChangeNothing(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 0, max = 1_000_000) Integer> seeds,
            @ForAll @IntRange(min = 1, max = 40) int known) {
        List<LedgerEntry> entries = Books.any(seeds);
        if (entries.isEmpty()) {
            return;
        }
        List<LedgerEntry> then = entries.subList(0, Math.min(known, entries.size()));
        AsOf asOf = AsOf.of(LocalDate.of(2026, 3, 31), then.get(then.size() - 1).recordedAt());
        assertThat(all(LedgerReadings.of(ledger(entries), asOf))).isEqualTo(all(LedgerReadings.of(ledger(then), asOf)));
    }

    private static List<Object> all(LedgerReadings readings) {
        return List.of(
                readings.paidInvoices(MARCH),
                readings.partPayments(MARCH),
                readings.disputes(MARCH, ZoneOffset.UTC),
                allowance(readings, MARCH),
                readings.exposures(List.of(file("C1", CreditLimit.of(usd("100"))))),
                readings.origins(MARCH),
                readings.balances(),
                readings.planAccounts(3),
                readings.migration(LocalDate.of(2026, 2, 28), march(31), BUCKETS));
    }

    private static Amount sold(OriginFigures origins, String firstDay) {
        return origins.months().stream()
                .filter(month -> month.sales().days().equals(Fraction.of(days(firstDay))))
                .findFirst()
                .orElseThrow()
                .sales()
                .creditSales();
    }

    private static long days(String firstDay) {
        return ServicePeriod.of(YearMonth.from(LocalDate.parse(firstDay))).days();
    }

    /**
     * January: 60.00 and 100.00 are sold, and 20.00 credited: 140.00. February: 200.00 are sold, the 100.00 turn out to be none, and the credit note, too: 120.00. What is owed by a plan was sold before.
     */
    @Test
    void salesOfAMonthAreLessWhatTurnedOutToBeNoneInIt() {
        Ledger ledger = new Books()
                .invoice("C", "1", "2026-01-05", "2026-02-05", "60")
                .invoice("C", "2", "2026-01-06", "2026-02-05", "100")
                .credited("C", "N", "2026-01-07", "20")
                .invoice("C", "3", "2026-02-01", "2026-03-01", "200")
                .reversed("C", 2, "2026-02-10")
                .reversed("C", 3, "2026-02-11")
                .planned("C", "3", "2026-02-12", "2026-03-12", "2026-04-12", "100")
                .ledger();
        OriginFigures origins = LedgerReadings.of(ledger, END).origins(ServicePeriod.of("2026-02-01", "2026-03-01"));
        assertThat(sold(origins, "2026-01-01")).isEqualTo(usd("140"));
        assertThat(sold(origins, "2026-02-01")).isEqualTo(usd("120"));
    }

    /** On 11 March what is sold on the 20th is not, though it is known by the end of the month. */
    @Test
    void whatIsSoldAfterTheDayIsNotOfIt() {
        Ledger ledger = new Books()
                .invoice("C", "1", "2026-03-05", "2026-04-05", "10")
                .invoice("C", "2", "2026-03-20", "2026-04-20", "30")
                .ledger();
        var origins = LedgerReadings.of(ledger, END).origins(ServicePeriod.of("2026-03-01", "2026-03-12"));
        assertThat(origins.months())
                .singleElement()
                .satisfies(march -> assertThat(march.sales().creditSales()).isEqualTo(usd("10")));
    }

    /** Buckets of one's own need no place for what is not there: on 31 January B is not, and on 31 March A is not any more, 59 days past due. */
    @Test
    void onlyWhatIsOpenNeedsABucket() {
        Ledger ledger = new Books()
                .invoice("C", "A", "2026-01-01", "2026-01-31", "100")
                .paid("C", "P", "A", "2026-03-01", "100")
                .invoice("C", "B", "2026-02-20", "2026-03-20", "40")
                .ledger();
        var buckets = AgingBuckets.completing(List.of(new AgingBucket("0-30", 0, 30)));
        Migration migration = LedgerReadings.of(ledger, AsOf.endOf("2026-03-31"))
                .migration(LocalDate.of(2026, 1, 31), LocalDate.of(2026, 3, 31), buckets);
        assertThat(migration.rows()).containsExactly(row("100", "0"));
        assertThat(migration.added()).containsExactly(usd("40"));
    }

    /** 33 days go with a bucket of 30, and 34 do not. */
    @Test
    void aBucketIsAsWideAsItHasDays() {
        LedgerReadings readings = LedgerReadings.of(
                new Books().invoice("C", "A", "2026-01-01", "2026-01-31", "100").ledger(), AsOf.endOf("2026-03-31"));
        LocalDate first = LocalDate.of(2026, 2, 5);
        assertThat(readings.migration(first, first.plusDays(33), BUCKETS).otherWidths())
                .isEmpty();
        assertThat(readings.migration(first, first.plusDays(34), BUCKETS).otherWidths())
                .contains(2);
    }
}
