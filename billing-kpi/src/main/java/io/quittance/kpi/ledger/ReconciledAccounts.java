package io.quittance.kpi.ledger;

import io.quittance.ar.reconciliation.AccountReconciliation;
import io.quittance.ar.reconciliation.ReconciliationRun;
import io.quittance.kpi.EventLog;
import io.quittance.kpi.cash.ReconciledAccount;
import io.quittance.kpi.cash.ReconciledAccount.Outcome;
import java.util.ArrayList;
import java.util.Collection;

/**
 * Reconciled accounts as events, read from the runs of {@code ar.reconciliation}: what came out for each account at the close of the day that the run is of, known from when it was run. What
 * became of a difference, or was found later, does not change what came out: {@code ReconciliationAccuracy} tells how right runs were.
 */
public final class ReconciledAccounts {
    private ReconciledAccounts() {}

    /**
     * The accounts of these runs, each named by counterparty, key and currency; two runs of one close are two events, and the later one counts.
     *
     * @throws IllegalArgumentException if two runs have one id and are not the same
     */
    public static EventLog<ReconciledAccount> of(Collection<ReconciliationRun> runs) {
        var events = new ArrayList<ReconciledAccount>();
        for (ReconciliationRun run : runs) {
            int number = 0;
            for (AccountReconciliation one : run.accounts()) {
                number++;
                events.add(new ReconciledAccount(
                        run.id() + "#" + number,
                        run.recordedAt(),
                        one.counterparty() + " " + one.account() + " "
                                + one.ledgerBalance().getCurrency().getCurrencyCode(),
                        one.date(),
                        outcome(one.status()),
                        one.isInactive()));
            }
        }
        return EventLog.of(events);
    }

    private static Outcome outcome(AccountReconciliation.Status status) {
        return switch (status) {
            case AGREED -> Outcome.AGREED;
            case AGREED_WITH_TIMING -> Outcome.IN_TRANSIT;
            case DIFFERS -> Outcome.DIFFERS;
            case NOT_COMPARED -> Outcome.NOT_RECONCILED;
        };
    }
}
