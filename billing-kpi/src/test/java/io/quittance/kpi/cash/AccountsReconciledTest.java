package io.quittance.kpi.cash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.EventFigures;
import io.quittance.kpi.EventLog;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.cash.ReconciledAccount.Outcome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountsReconciledTest {
    private static final ServicePeriod QUARTER = ServicePeriod.of("2026-01-01", "2026-04-01");
    private static final AsOf END = AsOf.endOf("2026-03-31");
    private static final Instant NOW = Instant.parse("2026-04-01T08:00:00Z");

    private static ReconciledAccount account(String account, String close, Outcome outcome) {
        return ReconciledAccount.of(account, LocalDate.parse(close), outcome, NOW);
    }

    private static KpiResult of(AccountsReconciled kpi, ReconciledAccount... accounts) {
        return kpi.compute(EventFigures.of(QUARTER, END, List.of(accounts)));
    }

    /** By hand: agreed and in transit are reconciled, a difference and one that was not reconciled are not; another quarter's is not asked for. */
    @Test
    void whatIsInTransitIsNoDifference() {
        KpiResult result = of(
                AccountsReconciled.ofAll(),
                account("A", "2026-03-31", Outcome.AGREED),
                account("B", "2026-03-31", Outcome.IN_TRANSIT),
                account("C", "2026-03-31", Outcome.DIFFERS),
                account("D", "2026-03-31", Outcome.NOT_RECONCILED),
                account("E", "2025-12-31", Outcome.DIFFERS));
        assertThat(result.value()).contains(Fraction.of(50));
        assertThat(result.basis().count()).contains(4L);
    }

    /** 17 of 20, as billing-ar counts them. */
    @Test
    void seventeenOfTwentyAre85Percent() {
        var accounts = new ArrayList<ReconciledAccount>();
        for (int i = 0; i < 20; i++) {
            accounts.add(account(
                    "A-" + i, "2026-03-31", i < 15 ? Outcome.AGREED : i < 17 ? Outcome.IN_TRANSIT : Outcome.DIFFERS));
        }
        assertThat(AccountsReconciled.ofAll()
                        .compute(EventFigures.of(QUARTER, END, accounts))
                        .value())
                .contains(Fraction.of(85));
    }

    /** A quarter has three closes: the last one says whether the account is reconciled. */
    @Test
    void theLastCloseOfThePeriodCounts() {
        KpiResult result = of(
                AccountsReconciled.ofAll(),
                account("A", "2026-03-31", Outcome.AGREED),
                account("A", "2026-01-31", Outcome.DIFFERS),
                account("A", "2026-02-28", Outcome.DIFFERS));
        assertThat(result.value()).contains(Fraction.of(100));
        assertThat(result.basis().count()).contains(1L);
    }

    /** Of one close, what was recorded last counts. */
    @Test
    void aSecondRunOfOneCloseReplacesTheFirst() {
        var first = new ReconciledAccount("run-1", NOW, "A", LocalDate.of(2026, 3, 31), Outcome.DIFFERS, false);
        var second = new ReconciledAccount(
                "run-0", NOW.plusSeconds(60), "A", LocalDate.of(2026, 3, 31), Outcome.AGREED, false);
        assertThat(of(AccountsReconciled.ofAll(), first, second).value()).contains(Fraction.of(100));
        var log = EventLog.of(List.of(first, second));
        assertThat(AccountsReconciled.ofAll()
                        .compute(log.figures(QUARTER, AsOf.of(LocalDate.of(2026, 3, 31), NOW)))
                        .value())
                .contains(Fraction.ZERO);
    }

    /** By hand: with the inactive one 2 of 3, without 1 of 2. */
    @Test
    void inactiveAccountsCanBeLeftOut() {
        ReconciledAccount[] accounts = {
            account("A", "2026-03-31", Outcome.AGREED),
            account("B", "2026-03-31", Outcome.AGREED).asInactive(),
            account("C", "2026-03-31", Outcome.DIFFERS)
        };
        assertThat(of(AccountsReconciled.ofAll(), accounts).value()).contains(Fraction.of(200, 3));
        KpiResult active = of(AccountsReconciled.ofActive(), accounts);
        assertThat(active.value()).contains(Fraction.of(50));
        assertThat(active.basis().exclusions()).containsExactly("INACTIVE");
    }

    /** Without a balance on either side nothing can differ: such an account would hide a difference where inactive ones are left out. */
    @Test
    void anInactiveAccountHasNoDifference() {
        for (Outcome outcome : List.of(Outcome.DIFFERS, Outcome.IN_TRANSIT)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> account("A", "2026-03-31", outcome).asInactive())
                    .withMessage("outcome must be AGREED or NOT_RECONCILED of an inactive account, but was " + outcome);
        }
        assertThat(of(
                                AccountsReconciled.ofAll(),
                                account("A", "2026-03-31", Outcome.NOT_RECONCILED)
                                        .asInactive())
                        .value())
                .contains(Fraction.ZERO);
    }

    @Test
    void isUndefinedWithoutAClose() {
        assertThat(of(AccountsReconciled.ofAll())
                        .<String>match(measured -> "", undefined -> undefined.code() + ": " + undefined.reason()))
                .isEqualTo("NO_ACCOUNTS: no account has a close in the period");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> account("", "2026-03-31", Outcome.AGREED))
                .withMessageStartingWith("account must");
    }
}
