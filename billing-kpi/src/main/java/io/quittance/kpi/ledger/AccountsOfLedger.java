package io.quittance.kpi.ledger;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.kpi.collection.PlanAccounts;
import io.quittance.kpi.collection.PlanAccounts.Plan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.TreeMap;

/** The accounts of a ledger that owe something, and how they pay it. */
final class AccountsOfLedger {
    private final int graceDays;
    private Amount owed;
    private Plan plan = Plan.NONE;

    private AccountsOfLedger(int graceDays, Amount zero) {
        this.graceDays = graceDays;
        this.owed = zero;
    }

    /** @param least only what is past due for so many days counts as owed */
    static PlanAccounts of(LedgerHistory history, int graceDays, long least) {
        Require.that(graceDays >= 0, "number.negative", "graceDays", "must not be negative", graceDays);
        LocalDate date = history.asOf().date();
        var accounts = new TreeMap<String, AccountsOfLedger>();
        for (ReceivableHistory one : history.receivables()) {
            accounts.computeIfAbsent(one.customer(), any -> new AccountsOfLedger(graceDays, history.zero()))
                    .add(one, date, least);
        }
        var owing = new ArrayList<PlanAccounts.Account>();
        accounts.forEach((customer, account) -> {
            if (account.owed.signum() > 0) {
                owing.add(new PlanAccounts.Account(customer, account.owed, account.plan));
            }
        });
        return new PlanAccounts(owing);
    }

    private void add(ReceivableHistory one, LocalDate date, long least) {
        Amount left = one.openAt(date);
        if (left.signum() == 0) {
            return;
        }
        if (one.daysPastDue(date) >= least) {
            owed = owed.add(left);
        }
        if (one.isOfPlan()) {
            plan = plan == Plan.BROKEN || one.daysPastDue(date) > graceDays ? Plan.BROKEN : Plan.ACTIVE;
        }
    }
}
