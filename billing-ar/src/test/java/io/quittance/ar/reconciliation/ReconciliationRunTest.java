package io.quittance.ar.reconciliation;

import static io.quittance.ar.Samples.copy;
import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.ar.dispute.Dispute;
import io.quittance.ar.dispute.DisputeId;
import io.quittance.ar.dispute.DisputeReason;
import io.quittance.ar.dispute.DisputeSource;
import io.quittance.ar.reconciliation.AccountReconciliation.Status;
import io.quittance.ar.reconciliation.DifferenceResolution.Cause;
import io.quittance.core.explain.Explanation;
import io.quittance.core.id.Origin;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.AsOf;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReconciliationRunTest {
    private static final LocalDate DATE = LocalDate.parse("2026-03-31");
    private static final AsOf MARCH = AsOf.of("2026-03-31", "2026-04-01T00:00:00Z");
    private static final Instant RUN = Instant.parse("2026-04-02T08:00:00Z");
    private static final Origin CLERK = Origin.of("clerk-7");

    private static AccountReconciliation account(String key, Map<String, String> ledger, Map<String, String> stated) {
        var lines = new ArrayList<LedgerLine>();
        ledger.forEach((reference, amount) -> lines.add(LedgerLine.of(reference, DATE.minusDays(9), eur(amount))));
        var states = new ArrayList<StatedLine>();
        stated.forEach((reference, amount) -> states.add(StatedLine.of(reference, DATE, eur(amount))));
        Amount has = ledger.values().stream().map(one -> eur(one)).reduce(eur("0"), Amount::add);
        Amount balance = stated.values().stream().map(one -> eur(one)).reduce(eur("0"), Amount::add);
        return Reconciliation.of(
                new LedgerAccount(key, DATE, has, lines),
                StatedAccount.of(Counterparty.CUSTOMER, key, DATE, balance).with(states),
                ReconciliationPolicy.STRICT.withTransitDays(1));
    }

    /** A agrees; B has 120.00 of 150.00 and a payment of 10.00 that is unknown; C has a payment of the last day; of D nothing is known. */
    private static ReconciliationRun run(String name) {
        var unknown = new AccountReconciliation(Counterparty.CUSTOMER, "D", DATE, eur("9"), null, List.of());
        return ReconciliationRun.of(
                name,
                MARCH,
                RUN,
                CLERK,
                List.of(
                        account("A", Map.of("R1", "100"), Map.of("R1", "100")),
                        account("B", Map.of("R2", "150", "P2", "-10"), Map.of("R2", "120")),
                        account("C", Map.of("R3", "70"), Map.of("R3", "70", "P3", "-20")),
                        unknown));
    }

    @Test
    void keepsWhatCameOut() {
        ReconciliationRun run = run("run-3");
        assertThat(run.count(Status.AGREED)).isEqualTo(1);
        assertThat(run.count(Status.AGREED_WITH_TIMING)).isEqualTo(1);
        assertThat(run.count(Status.DIFFERS)).isEqualTo(1);
        assertThat(run.count(Status.NOT_COMPARED)).isEqualTo(1);
        assertThat(run.differences()).extracting(RunDifference::number).containsExactly(1, 2, 3);
        assertThat(run.differences()).extracting(RunDifference::account).containsExactly("B", "B", "C");
        assertThat(run.differences())
                .extracting(one -> one.difference().type())
                .containsExactly(DifferenceType.MISSING_AT_COUNTERPARTY, DifferenceType.AMOUNT, DifferenceType.TIMING);
        assertThat(run).hasToString("reconciliation run-3 at 2026-03-31, known at 2026-04-01T00:00:00Z: 4 accounts");
    }

    @Test
    void aDifferenceOpensACase() {
        Dispute dispute = run("run-3").dispute(2, DisputeId.of("D-1"), DisputeReason.PRICING);
        assertThat(dispute)
                .isEqualTo(Dispute.of(
                        DisputeId.of("D-1"),
                        id("R2"),
                        eur("30"),
                        DisputeReason.PRICING,
                        DisputeSource.reconciliation("run-3/2")));
    }

    /** A payment that the customer lacks is no debt that it contests; what it has more is none either. */
    @Test
    void onlyADebtOfWhichTheCustomerHasLessOpensACase() {
        ReconciliationRun run = run("run-3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run.dispute(1, DisputeId.of("D-1"), DisputeReason.PRICING))
                .withMessageStartingWith("number must be of a debt of which a customer has less than the ledger,"
                        + " but was MISSING_AT_COUNTERPARTY EUR 10.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run.dispute(3, DisputeId.of("D-1"), DisputeReason.PRICING))
                .withMessageStartingWith("number must not be of what is only in transit");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run.dispute(4, DisputeId.of("D-1"), DisputeReason.PRICING))
                .withMessage("number must be one of the 3 differences of the run, but was 4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run.dispute(0, DisputeId.of("D-1"), DisputeReason.PRICING))
                .withMessage("number must be one of the 3 differences of the run, but was 0");
    }

    private static ReconciliationRun runOf(Counterparty counterparty, Difference difference) {
        return ReconciliationRun.of(
                "run-3",
                MARCH,
                RUN,
                CLERK,
                List.of(new AccountReconciliation(
                        counterparty,
                        "B",
                        DATE,
                        eur("150"),
                        eur("150").add(difference.amount()),
                        List.of(difference))));
    }

    /** A bank contests nothing; nor is anything of no document, or of a document that is only called otherwise. */
    @Test
    void onlyADebtOfACustomerOpensACase() {
        List<LedgerLine> debt = List.of(LedgerLine.of("R2", DATE.minusDays(9), eur("150")));
        var why = Explanation.of("test.why", "because");
        var less = new Difference(DifferenceType.AMOUNT, "R2", eur("-30"), debt, List.of(), why);
        assertThat(runOf(Counterparty.CUSTOMER, less)
                        .dispute(1, DisputeId.of("D-1"), DisputeReason.PRICING)
                        .amount())
                .isEqualTo(eur("30"));
        assertNoCase(runOf(Counterparty.BANK, less), "AMOUNT EUR -30.00: because");
        assertNoCase(runOf(Counterparty.GENERAL_LEDGER, less), "AMOUNT EUR -30.00: because");
        var more = new Difference(DifferenceType.AMOUNT, "R2", eur("-150.01"), debt, List.of(), why);
        assertNoCase(runOf(Counterparty.CUSTOMER, more), "AMOUNT EUR -150.01: because"); // the debt is 150.00
        var all = new Difference(DifferenceType.AMOUNT, "R2", eur("-150"), debt, List.of(), why);
        assertThat(runOf(Counterparty.CUSTOMER, all)
                        .dispute(1, DisputeId.of("D-1"), DisputeReason.PRICING)
                        .amount())
                .isEqualTo(eur("150"));
        var ofNone = new Difference(DifferenceType.UNEXPLAINED, null, eur("-30"), debt, List.of(), why);
        assertNoCase(runOf(Counterparty.CUSTOMER, ofNone), "UNEXPLAINED EUR -30.00: because");
        var called = new Difference(DifferenceType.REFERENCE, "R2", eur("0"), debt, List.of(), why);
        assertNoCase(runOf(Counterparty.CUSTOMER, called), "REFERENCE EUR 0.00: because");
    }

    private static void assertNoCase(ReconciliationRun run, String difference) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run.dispute(1, DisputeId.of("D-1"), DisputeReason.PRICING))
                .withMessage(
                        "number must be of a debt of which a customer has less than the ledger, but was " + difference);
    }

    /** Of 150.00 the customer contests 30.00 and has 110.00: 10.00 are new, and to open a case of the 30.00 again would contest 60.00. */
    @Test
    void whatIsContestedAlreadyOpensNoOtherCase() {
        var line = new LedgerLine("R2", List.of(), DATE.minusDays(9), eur("150"), eur("30"), false);
        AccountReconciliation outcome = Reconciliation.of(
                new LedgerAccount("B", DATE, eur("150"), List.of(line)),
                StatedAccount.of(Counterparty.CUSTOMER, "B", DATE, eur("110"))
                        .with(List.of(StatedLine.of("R2", DATE, eur("110")))),
                ReconciliationPolicy.STRICT);
        ReconciliationRun run = ReconciliationRun.of("run-3", MARCH, RUN, CLERK, List.of(outcome));
        assertThat(run.differences())
                .extracting(one -> one.difference().type())
                .containsExactly(DifferenceType.AMOUNT, DifferenceType.IN_DISPUTE);
        assertThat(run.dispute(1, DisputeId.of("D-2"), DisputeReason.PRICING).amount())
                .isEqualTo(eur("10"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run.dispute(2, DisputeId.of("D-2"), DisputeReason.PRICING))
                .withMessage("number must not be of what is contested already, but was IN_DISPUTE EUR -30.00:"
                        + " EUR 30.00 of R2 is contested");
    }

    /** The customer has the 70.00 of 31 March on 2 April: nothing of it is in question. */
    @Test
    void whatIsOnlyInTransitOpensNoCase() {
        var line = new LedgerLine("R2", List.of(), DATE, eur("70"), eur("0"), false);
        AccountReconciliation outcome = Reconciliation.of(
                new LedgerAccount("B", DATE, eur("70"), List.of(line)),
                StatedAccount.of(Counterparty.CUSTOMER, "B", DATE, eur("0"))
                        .with(List.of(StatedLine.of("R2", DATE.plusDays(2), eur("70")))),
                ReconciliationPolicy.STRICT);
        ReconciliationRun run = ReconciliationRun.of("run-3", MARCH, RUN, CLERK, List.of(outcome));
        assertThat(run.differences()).extracting(one -> one.difference().type()).containsExactly(DifferenceType.TIMING);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run.dispute(1, DisputeId.of("D-1"), DisputeReason.PRICING))
                .withMessageStartingWith("number must not be of what is only in transit, but was TIMING EUR -70.00:");
    }

    @Test
    void keepsWhatBecameOfIt() {
        var arrived = DifferenceResolution.of(3, Cause.ARRIVED, RUN.plusSeconds(60), CLERK);
        ReconciliationRun run = run("run-3").resolved(arrived);
        assertThat(run.resolution(3)).hasValue(arrived);
        assertThat(run.resolution(2)).isEmpty();
        assertThat(run.unresolved()).extracting(RunDifference::number).containsExactly(1, 2);
        assertThat(arrived.referredTo()).isEmpty();
        assertThat(arrived.referringTo("e-17").referredTo()).hasValue("e-17");
    }

    @Test
    void refusesWhatDoesNotBelongToTheRun() {
        ReconciliationRun run = run("run-3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run.resolved(DifferenceResolution.of(4, Cause.ACCEPTED, RUN, CLERK)))
                .withMessage("resolutions[0].difference must be one of the 3 differences of the run, but was 4");
        var first = DifferenceResolution.of(1, Cause.ACCEPTED, RUN, CLERK);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run.resolved(first).resolved(first))
                .withMessage("resolutions[1].difference must not be resolved already, but was 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run.resolved(DifferenceResolution.of(1, Cause.ACCEPTED, RUN.minusSeconds(1), CLERK)))
                .withMessage("resolutions[0].recordedAt must not be before the run, 2026-04-02T08:00:00Z,"
                        + " but was 2026-04-02T07:59:59Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run.found(found("X", "5")))
                .withMessage("later[0].account must be an account of the run, with that counterparty and currency,"
                        + " but was X");
        FoundLater early =
                FoundLater.of(Counterparty.CUSTOMER, "A", DifferenceType.AMOUNT, eur("5"), RUN.minusSeconds(1), CLERK);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run.found(early))
                .withMessage("later[0].recordedAt must not be before the run, 2026-04-02T08:00:00Z,"
                        + " but was 2026-04-02T07:59:59Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> found("A", "0"))
                .withMessage("amount must not be 0, but was EUR 0.00");
        List<AccountReconciliation> twice =
                List.of(run.accounts().get(0), run.accounts().get(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReconciliationRun.of("run-4", MARCH, RUN, CLERK, twice))
                .withMessageStartingWith("accounts[1].account must not repeat, but was CUSTOMER A");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReconciliationRun.of("run-4", AsOf.endOf("2026-04-30"), RUN, CLERK, run.accounts()))
                .withMessage("accounts[0].date must be 2026-04-30, as of the run, but was 2026-03-31");
    }

    private static FoundLater found(String account, String amount) {
        return FoundLater.of(
                Counterparty.CUSTOMER,
                account,
                DifferenceType.MISSING_IN_LEDGER,
                eur(amount),
                RUN.plusSeconds(3600),
                CLERK);
    }

    /** Of 4 accounts, 3 are compared, and 2 agree, one of them but for what is in transit: 2/4 and 2/3. */
    @Test
    void measuresWhatAgrees() {
        ReconciliationAccuracy accuracy = ReconciliationAccuracy.of(List.of(run("run-3")));
        assertThat(accuracy.accounts()).isEqualTo(4);
        assertThat(accuracy.compared()).isEqualTo(3);
        assertThat(accuracy.agreed()).isEqualTo(1);
        assertThat(accuracy.agreedWithTiming()).isEqualTo(1);
        assertThat(accuracy.reconciledPercent()).hasValue(Fraction.of(50));
        assertThat(accuracy.agreedPercent()).hasValue(Fraction.of(200, 3));
        assertThat(accuracy.accuracyPercent()).hasValue(Fraction.of(100));
        assertThat(accuracy.unresolved()).isEqualTo(3);
        assertThat(accuracy.sums())
                .containsExactly(
                        new DifferenceSum(DifferenceType.MISSING_AT_COUNTERPARTY, 1, eur("10"), eur("10")),
                        new DifferenceSum(DifferenceType.AMOUNT, 1, eur("30"), eur("-30")),
                        new DifferenceSum(DifferenceType.TIMING, 1, eur("20"), eur("-20")));
    }

    /** What is of two currencies is not added up. */
    @Test
    void measuresEachCurrencyByItself() {
        AccountReconciliation dollars = Reconciliation.of(
                new LedgerAccount("B", DATE, Amount.of("12", "USD"), List.of()),
                StatedAccount.of(Counterparty.CUSTOMER, "B", DATE, Amount.of("20", "USD")),
                ReconciliationPolicy.STRICT);
        AccountReconciliation euros = Reconciliation.of(
                new LedgerAccount("B", DATE, eur("12"), List.of()),
                StatedAccount.of(Counterparty.CUSTOMER, "B", DATE, eur("9")),
                ReconciliationPolicy.STRICT);
        ReconciliationRun run = ReconciliationRun.of("run-3", MARCH, RUN, CLERK, List.of(dollars, euros));
        assertThat(ReconciliationAccuracy.of(List.of(run)).sums())
                .containsExactly(
                        new DifferenceSum(DifferenceType.UNEXPLAINED, 1, eur("3"), eur("-3")),
                        new DifferenceSum(DifferenceType.UNEXPLAINED, 1, Amount.of("8", "USD"), Amount.of("8", "USD")));
    }

    /** Of 6 compared accounts of two runs, A had something that was not found, and B of the other run a difference that was none: 4/6. */
    @Test
    void measuresHowRightTheRunsWere() {
        ReconciliationRun first = run("run-3").found(found("A", "5")).found(found("A", "-2"));
        ReconciliationRun second = run("run-4")
                .resolved(DifferenceResolution.of(1, Cause.NO_DIFFERENCE, RUN, CLERK))
                .resolved(DifferenceResolution.of(2, Cause.NO_DIFFERENCE, RUN, CLERK))
                .resolved(DifferenceResolution.of(3, Cause.ARRIVED, RUN, CLERK))
                .found(found("D", "1"));
        ReconciliationAccuracy accuracy = ReconciliationAccuracy.of(List.of(first, second));
        assertThat(accuracy.wrong()).isEqualTo(2);
        assertThat(accuracy.accuracyPercent()).hasValue(Fraction.of(200, 3));
        assertThat(accuracy.resolved()).isEqualTo(3);
        assertThat(accuracy.unresolved()).isEqualTo(3);
        assertThat(accuracy.foundLater())
                .containsExactly(new DifferenceSum(DifferenceType.MISSING_IN_LEDGER, 3, eur("8"), eur("4")));
        ReconciliationAccuracy ofC = ReconciliationAccuracy.of(
                List.of(first, second), account -> account.account().equals("C"));
        assertThat(ofC.accounts()).isEqualTo(2);
        assertThat(ofC.resolved()).isEqualTo(1);
        assertThat(ofC.foundLater()).isEmpty();
    }

    @Test
    void isUndefinedWithoutAccounts() {
        ReconciliationAccuracy accuracy = ReconciliationAccuracy.of(List.of());
        assertThat(accuracy.reconciledPercent()).isEmpty();
        assertThat(accuracy.agreedPercent()).isEmpty();
        assertThat(accuracy.accuracyPercent()).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReconciliationAccuracy.of(List.of(run("run-3"), run("run-3"))))
                .withMessage("runs[1].id must not repeat, but was run-3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReconciliationAccuracy(1, 2, 0, 0, 0, 0, 0, List.of(), List.of()))
                .withMessage("compared must be between 0 and 1, but was 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DifferenceSum(DifferenceType.AMOUNT, 1, eur("1"), eur("-2")))
                .withMessage("net must be at most EUR 1.00, which they are without signs, but was EUR -2.00");
    }

    @Test
    void canBeShipped() throws IOException, ClassNotFoundException {
        ReconciliationRun run =
                run("run-3").found(found("A", "5")).resolved(DifferenceResolution.of(3, Cause.ARRIVED, RUN, CLERK));
        assertThat(copy(run)).isEqualTo(run);
        ReconciliationAccuracy accuracy = ReconciliationAccuracy.of(List.of(run));
        assertThat(copy(accuracy)).isEqualTo(accuracy);
    }
}
