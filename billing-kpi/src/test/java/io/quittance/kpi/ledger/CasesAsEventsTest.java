package io.quittance.kpi.ledger;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.ar.reconciliation.AccountReconciliation;
import io.quittance.ar.reconciliation.Counterparty;
import io.quittance.ar.reconciliation.Difference;
import io.quittance.ar.reconciliation.DifferenceType;
import io.quittance.ar.reconciliation.ReconciliationRun;
import io.quittance.ar.risk.CreditApplication;
import io.quittance.ar.risk.CreditDecision;
import io.quittance.ar.risk.CreditFile;
import io.quittance.ar.risk.CreditLimit;
import io.quittance.core.explain.Explanation;
import io.quittance.core.id.ActorId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.id.Origin;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.EventLog;
import io.quittance.kpi.cash.AccountsReconciled;
import io.quittance.kpi.credit.CreditApproval;
import io.quittance.kpi.credit.CreditRequest;
import io.quittance.kpi.credit.CreditRequest.Outcome;
import io.quittance.kpi.credit.CreditReview;
import io.quittance.kpi.credit.CreditReviewTimeliness;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javax.money.Monetary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reconciliation runs and credit files, read as events. */
class CasesAsEventsTest {
    private static final ServicePeriod MARCH = ServicePeriod.of("2026-03-01", "2026-04-01");
    private static final AsOf END = AsOf.endOf("2026-03-31");
    private static final Instant FIRST = Instant.parse("2026-04-01T08:00:00Z");
    private static final Instant SECOND = Instant.parse("2026-04-03T08:00:00Z");
    private static final ActorId CLERK = ActorId.of("clerk-7");
    private static final CustomerId ACME = CustomerId.of("ACME");

    private static Amount eur(String number) {
        return Amount.of(number, "EUR");
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    private static AccountReconciliation account(String key, String ledger, String stated) {
        Amount difference = eur(stated).subtract(eur(ledger));
        return new AccountReconciliation(
                Counterparty.CUSTOMER,
                key,
                day("2026-03-31"),
                eur(ledger),
                eur(stated),
                difference.signum() == 0
                        ? List.of()
                        : List.of(difference(
                                key.equals("TRANSIT") ? DifferenceType.TIMING : DifferenceType.AMOUNT, difference)));
    }

    private static Difference difference(DifferenceType type, Amount amount) {
        return new Difference(type, "R-1", amount, List.of(), List.of(), Explanation.of("test.difference", "differs"));
    }

    private static ReconciliationRun run(String id, Instant recorded, AccountReconciliation... accounts) {
        return ReconciliationRun.of(id, END, recorded, Origin.of(CLERK), List.of(accounts));
    }

    /** By hand: agreed, in transit and an empty one of five: 60 %; without the empty one 2 of 4. */
    @Test
    void whatCameOutOfARunIsKnownFromItsRun() {
        var notStated = new AccountReconciliation(
                Counterparty.CUSTOMER, "SILENT", day("2026-03-31"), eur("5.00"), null, List.of());
        var log = ReconciledAccounts.of(List.of(run(
                "run-1",
                FIRST,
                account("AGREED", "10.00", "10.00"),
                account("TRANSIT", "10.00", "8.00"),
                account("DIFFERS", "10.00", "8.00"),
                account("EMPTY", "0.00", "0.00"),
                notStated)));
        assertThat(AccountsReconciled.ofAll().compute(log.figures(MARCH, END)).value())
                .contains(Fraction.of(60));
        assertThat(AccountsReconciled.ofActive()
                        .compute(log.figures(MARCH, END))
                        .value())
                .contains(Fraction.of(50));
        assertThat(AccountsReconciled.ofAll()
                        .compute(log.figures(MARCH, AsOf.of(day("2026-03-31"), FIRST.minusSeconds(1))))
                        .value())
                .isEmpty();
        assertThat(AccountsReconciled.ofAll()
                        .compute(log.figures(MARCH, END))
                        .basis()
                        .items())
                .extracting(item -> item.id())
                .contains("CUSTOMER SILENT EUR");
    }

    /** A second run of the close, two days later, counts from then on. */
    @Test
    void theLaterRunOfACloseCounts() {
        var log = ReconciledAccounts.of(List.of(
                run("run-1", FIRST, account("A", "10.00", "8.00")),
                run("run-2", SECOND, account("A", "10.00", "10.00"))));
        assertThat(AccountsReconciled.ofAll()
                        .compute(log.figures(MARCH, AsOf.of(day("2026-03-31"), FIRST)))
                        .value())
                .contains(Fraction.ZERO);
        assertThat(AccountsReconciled.ofAll().compute(log.figures(MARCH, END)).value())
                .contains(Fraction.of(100));
    }

    private static CreditFile file() {
        return CreditFile.of(ACME).applied(CreditApplication.of("A-1", CreditLimit.of(eur("1000")), day("2026-03-02")));
    }

    private static CreditDecision granted(String amount, String decided) {
        return CreditDecision.granted(CreditLimit.of(eur(amount)), day(decided), CLERK, "figures");
    }

    @ParameterizedTest
    @CsvSource({"1000, APPROVED", "1500, APPROVED", "999.99, APPROVED_IN_PART", "0, REJECTED"})
    void anApprovalOfLessIsInPart(String amount, Outcome outcome) {
        CreditFile decided = file().decided("A-1", granted(amount, "2026-03-05"));
        assertThat(CreditEvents.requests(decided, FIRST))
                .containsExactly(CreditRequest.received("ACME/A-1", "ACME", day("2026-03-02"), FIRST)
                        .decided(day("2026-03-05"), outcome, FIRST));
    }

    @Test
    void limitsOfCategoriesAndNoLimitsAreCompared() {
        assertThat(outcome(
                        CreditLimit.of(eur("1000")), CreditLimit.of(eur("1000")).in("overdue", eur("100"))))
                .isEqualTo(Outcome.APPROVED_IN_PART);
        assertThat(outcome(
                        CreditLimit.of(eur("1000")).in("overdue", eur("100")),
                        CreditLimit.of(eur("1000")).in("overdue", eur("100"))))
                .isEqualTo(Outcome.APPROVED);
        assertThat(outcome(
                        CreditLimit.of(eur("1000")), CreditLimit.of(eur("2000")).in("overdue", eur("1000"))))
                .isEqualTo(Outcome.APPROVED);
        CreditLimit any = CreditLimit.unlimited(Monetary.getCurrency("EUR"));
        assertThat(outcome(CreditLimit.of(eur("1000")), any)).isEqualTo(Outcome.APPROVED);
        assertThat(outcome(any, any)).isEqualTo(Outcome.APPROVED);
        assertThat(outcome(any, CreditLimit.of(eur("1000")))).isEqualTo(Outcome.APPROVED_IN_PART);
        assertThat(outcome(any, any.in("overdue", eur("1000")))).isEqualTo(Outcome.APPROVED_IN_PART);
    }

    private static Outcome outcome(CreditLimit requested, CreditLimit granted) {
        CreditFile file = CreditFile.of(ACME)
                .applied(CreditApplication.of("A-1", requested, day("2026-03-02")))
                .decided("A-1", CreditDecision.granted(granted, day("2026-03-05"), CLERK, "figures"));
        CreditRequest.Decision decision =
                CreditEvents.requests(file, FIRST).get(0).decision();
        return requireNonNull(decision, "decision").outcome();
    }

    /** Read on 1 April without and on 3 April with a decision of 30 March: on 1 April nobody knew it. */
    @Test
    void aFileIsReadWheneverItChanged() {
        var log = EventLog.of(CreditEvents.requests(file(), FIRST))
                .with(CreditEvents.requests(file().decided("A-1", granted("1000", "2026-03-30")), SECOND));
        assertThat(CreditApproval.ofReceived()
                        .compute(log.figures(MARCH, AsOf.of(day("2026-03-31"), FIRST)))
                        .value())
                .contains(Fraction.ZERO);
        assertThat(CreditApproval.ofReceived().compute(log.figures(MARCH, END)).value())
                .contains(Fraction.of(100));
        CreditFile rejected = file().decided("A-1", CreditDecision.rejected(day("2026-03-30"), CLERK, "figures"));
        assertThat(CreditEvents.requests(rejected, SECOND).get(0).decision())
                .isEqualTo(new CreditRequest.Decision(day("2026-03-30"), Outcome.REJECTED));
    }

    /** Granted in January and to be reviewed on 10 March, decided again on 10 March: on time; that limit's review of 20 March is not done. */
    @Test
    void aReviewIsDoneByTheNextDecision() {
        CreditFile file = CreditFile.of(ACME)
                .applied(CreditApplication.of("A-1", CreditLimit.of(eur("1000")), day("2026-01-02")))
                .applied(CreditApplication.of("A-2", CreditLimit.of(eur("2000")), day("2026-03-01")))
                .applied(CreditApplication.of("A-3", CreditLimit.of(eur("3000")), day("2026-03-30")))
                .decided("A-1", granted("1000", "2026-01-05").reviewedOn(day("2026-03-10")))
                .decided("A-2", granted("2000", "2026-03-10").reviewedOn(day("2026-03-20")));
        List<CreditReview> reviews = CreditEvents.reviews(file, FIRST);
        assertThat(reviews)
                .containsExactly(
                        CreditReview.due("ACME/A-1", "ACME", day("2026-03-10"), FIRST)
                                .done(day("2026-03-10"), FIRST),
                        CreditReview.due("ACME/A-2", "ACME", day("2026-03-20"), FIRST));
        assertThat(new CreditReviewTimeliness()
                        .compute(EventLog.of(reviews).figures(MARCH, END))
                        .value())
                .contains(Fraction.of(50));
        assertThat(CreditEvents.reviews(file(), FIRST)).isEmpty();
    }

    /** Granted on 5 January for good, and rejected on 10 February: neither is to be reviewed, though the clerk wrote a day to the rejection. */
    @Test
    void onlyALimitThatIsGrantedUntilAReviewIsReviewed() {
        CreditFile file = CreditFile.of(ACME)
                .applied(CreditApplication.of("A-1", CreditLimit.of(eur("1000")), day("2026-01-02")))
                .applied(CreditApplication.of("A-2", CreditLimit.of(eur("2000")), day("2026-02-01")))
                .decided("A-1", granted("1000", "2026-01-05"))
                .decided(
                        "A-2",
                        CreditDecision.rejected(day("2026-02-10"), CLERK, "figures")
                                .reviewedOn(day("2026-03-10")));
        assertThat(CreditEvents.reviews(file, FIRST)).isEmpty();
    }

    /** Accounts are numbered within their run, from 1 on. */
    @Test
    void eachAccountOfARunIsAnEvent() {
        var log = ReconciledAccounts.of(List.of(
                run("run-1", FIRST, account("A", "10.00", "8.00"), account("B", "1.00", "1.00")),
                run("run-2", SECOND, account("A", "10.00", "10.00"))));
        assertThat(log.knownAt(Instant.MAX))
                .extracting(event -> event.key())
                .containsExactlyInAnyOrder("run-1#1", "run-1#2", "run-2#1");
    }
}
