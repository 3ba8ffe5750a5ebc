package io.quittance.examples.monthend;

import io.quittance.ar.ledger.AccountView;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.reconciliation.Counterparty;
import io.quittance.ar.reconciliation.StatedAccount;
import io.quittance.ar.reconciliation.StatedLine;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.money.Amount;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.money.CurrencyUnit;

/**
 * What others have in their books at the end of a day, made of the rows of the data and not of the ledger. Each has something that the ledger has not:
 * that is planted, so that there is something to find.
 */
final class StatedBooks {
    /** By how much the general ledger has an invoice too high. */
    static final String TYPED_TOO_HIGH = "9.00";
    /** What a customer thinks it was promised. */
    static final String CLAIMED = "10.00";

    /** The customer's name for the credit note that it expects. */
    static final String CLAIM = "claim-77";

    private static final Comparator<HistoricInvoice> BY_ISSUE = Comparator.comparing(
                    (HistoricInvoice row) -> row.invoice().issueDate())
            .thenComparing(row -> row.invoice().number());

    private final List<HistoricInvoice> rows;
    private final LocalDate day;
    private final Amount nothing;

    /**
     * Of a day.
     *
     * @param history all rows of the data
     */
    StatedBooks(List<HistoricInvoice> history, LocalDate day, CurrencyUnit currency) {
        this.rows = history.stream()
                .filter(row -> !row.invoice().issueDate().isAfter(day))
                .sorted(BY_ISSUE)
                .toList();
        this.day = day;
        this.nothing = Amount.zero(currency);
    }

    /**
     * The control account of the general ledger: invoices in debit, payments in credit. Of the invoices that are open, the last one is typed in too high, and
     * the one before is forgotten.
     */
    StatedAccount generalLedger(String account) {
        List<HistoricInvoice> open =
                rows.stream().filter(row -> !isSettled(row)).toList();
        var lines = new ArrayList<StatedLine>();
        for (HistoricInvoice row : rows) {
            int newer = open.contains(row) ? open.size() - 1 - open.indexOf(row) : Integer.MAX_VALUE;
            Invoice invoice = row.invoice();
            if (newer != 1) {
                Amount typed = newer == 0 ? amount(row).add(amountOf(TYPED_TOO_HIGH)) : amount(row);
                lines.add(StatedLine.of(invoice.number().value(), invoice.issueDate(), typed));
            }
            LocalDate settled = row.settled();
            if (settled != null && isSettled(row)) {
                lines.add(StatedLine.of(
                        invoice.number().value(), settled, amount(row).negate()));
            }
        }
        return stated(Counterparty.GENERAL_LEDGER, account, nothing, lines);
    }

    /** The bank's statement of the month, with the first entry of the next one: the last payment is on the account a day later than the ledger has it. */
    StatedAccount bank(String account) {
        LocalDate first = day.withDayOfMonth(1);
        Amount opening = nothing;
        var lines = new ArrayList<StatedLine>();
        for (HistoricInvoice row : rows) {
            LocalDate settled = row.settled();
            if (settled != null && isSettled(row)) {
                if (settled.isBefore(first)) {
                    opening = opening.add(amount(row));
                } else {
                    lines.add(StatedLine.of("P-" + row.invoice().number(), settled, amount(row)));
                }
            }
        }
        lines.stream()
                .max(Comparator.comparing(StatedLine::date).thenComparing(StatedLine::reference))
                .ifPresent(last -> lines.set(
                        lines.indexOf(last), StatedLine.of(last.reference(), day.plusDays(1), last.amount())));
        return stated(Counterparty.BANK, account, opening, lines);
    }

    /** A customer's list of what it owes: without the first invoice that it contests, and less a credit note that it expects. */
    StatedAccount customer(AccountView view) {
        var lines = new ArrayList<StatedLine>();
        var contested = view.openItems().stream().filter(OpenItem::isDisputed).min(OpenItem.BY_DUE_DATE);
        for (OpenItem item : view.openItems()) {
            if (contested.filter(item::equals).isEmpty()) {
                lines.add(StatedLine.of(item.id().value(), item.documentDate(), item.open()));
            }
        }
        lines.add(StatedLine.of(CLAIM, day, amountOf(CLAIMED).negate()));
        return stated(Counterparty.CUSTOMER, view.customer().value(), nothing, lines);
    }

    private StatedAccount stated(Counterparty counterparty, String account, Amount opening, List<StatedLine> lines) {
        Amount balance = lines.stream()
                .filter(line -> !line.date().isAfter(day))
                .map(StatedLine::amount)
                .reduce(opening, Amount::add);
        return StatedAccount.of(counterparty, account, day, balance)
                .opening(opening)
                .with(lines);
    }

    private boolean isSettled(HistoricInvoice row) {
        LocalDate settled = row.settled();
        return settled != null && !settled.isAfter(day);
    }

    private Amount amountOf(String number) {
        return Amount.of(number, nothing.getCurrency());
    }

    private static Amount amount(HistoricInvoice row) {
        return row.invoice().amountDue();
    }
}
