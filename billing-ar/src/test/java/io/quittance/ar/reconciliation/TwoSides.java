package io.quittance.ar.reconciliation;

import static io.quittance.ar.Samples.A;
import static io.quittance.ar.Samples.eur;

import io.quittance.ar.ledger.CustomerLedger;
import io.quittance.ar.ledger.LedgerEntry;
import io.quittance.ar.ledger.LedgerFact;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What the ledger and customer A have at the end of March, line by line, and what comes out. */
abstract class TwoSides {
    static final LocalDate DATE = LocalDate.parse("2026-03-31");

    final List<LedgerLine> ledger = new ArrayList<>();
    final List<StatedLine> stated = new ArrayList<>();

    final void ledger(String reference, String date, String amount) {
        ledger.add(LedgerLine.of(reference, LocalDate.parse(date), eur(amount)));
    }

    final void stated(String reference, String date, String amount) {
        stated.add(StatedLine.of(reference, LocalDate.parse(date), eur(amount)));
    }

    final AccountReconciliation compared(String has, String states) {
        return compared(has, states, ReconciliationPolicy.STRICT);
    }

    final AccountReconciliation compared(String has, String states, ReconciliationPolicy policy) {
        return Reconciliation.of(
                new LedgerAccount("A", DATE, eur(has), ledger),
                StatedAccount.of(Counterparty.CUSTOMER, "A", DATE, eur(states)).with(stated),
                policy);
    }

    /** A customer's ledger of these facts. */
    static CustomerLedger ledgerOf(LedgerFact... facts) {
        CustomerLedger customer = CustomerLedger.empty(A, eur("0").getCurrency());
        for (LedgerFact fact : facts) {
            customer = customer.post(LedgerEntry.of("e" + customer.version(), fact, Instant.EPOCH))
                    .ledger();
        }
        return customer;
    }

    static List<String> rows(AccountReconciliation outcome) {
        return outcome.differences().stream()
                .map(one -> one.type() + " " + one.about().orElse("-") + " "
                        + one.amount().toBigDecimal().toPlainString())
                .toList();
    }
}
