package io.quittance.kpi.ledger;

import io.quittance.core.money.Amount;
import io.quittance.kpi.collection.PaidInvoice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The invoices of a ledger, as a whole or in the parts that were paid. */
final class InvoicesOfLedger {
    private final LedgerHistory history;

    InvoicesOfLedger(LedgerHistory history) {
        this.history = history;
    }

    private List<ReceivableHistory> invoices() {
        return history.receivables().stream()
                .filter(ReceivableHistory::isInvoice)
                .toList();
    }

    List<PaidInvoice> whole() {
        return invoices().stream().map(InvoicesOfLedger::whole).toList();
    }

    private static PaidInvoice whole(ReceivableHistory invoice) {
        PaidInvoice open = open(invoice, "", invoice.receivable().amount());
        return invoice.paidOn()
                .map(day -> open.paidOn(day, open.recordedAt()))
                .or(() -> invoice.closedOn().map(day -> open.creditedOn(day, open.recordedAt())))
                .orElse(open);
    }

    List<PaidInvoice> parts() {
        var parts = new ArrayList<PaidInvoice>();
        for (ReceivableHistory invoice : invoices()) {
            invoice.standingPayments().forEach((day, amount) -> parts.add(paid(invoice, day, amount)));
            invoice.standingOthers().forEach((day, amount) -> parts.add(closed(invoice, day, amount)));
            Amount left = invoice.openAt(history.asOf().date());
            if (left.signum() > 0) {
                parts.add(part(invoice, "/open", left));
            }
        }
        return parts;
    }

    private static PaidInvoice paid(ReceivableHistory invoice, LocalDate day, Amount amount) {
        PaidInvoice part = part(invoice, "/" + day, amount);
        return part.paidOn(day, part.recordedAt());
    }

    private static PaidInvoice closed(ReceivableHistory invoice, LocalDate day, Amount amount) {
        PaidInvoice part = part(invoice, "/" + day + "/credited", amount);
        return part.creditedOn(day, part.recordedAt());
    }

    private static PaidInvoice part(ReceivableHistory invoice, String suffix, Amount amount) {
        return open(invoice, suffix, amount).asPart();
    }

    private static PaidInvoice open(ReceivableHistory invoice, String suffix, Amount amount) {
        return PaidInvoice.open(
                invoice.id() + suffix,
                invoice.customer(),
                invoice.receivable().documentDate(),
                invoice.receivable().dueDate(),
                amount,
                invoice.recordedAt());
    }
}
