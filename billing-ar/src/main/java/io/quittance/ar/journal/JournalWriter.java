package io.quittance.ar.journal;

import io.quittance.ar.allocation.AllocationLine;
import io.quittance.ar.exchange.BookedAmount;
import io.quittance.ar.exchange.ExchangeDifference;
import io.quittance.ar.ledger.CreditPosted;
import io.quittance.ar.ledger.DisputeClosed;
import io.quittance.ar.ledger.DisputeOpened;
import io.quittance.ar.ledger.EntryKey;
import io.quittance.ar.ledger.EntryReversed;
import io.quittance.ar.ledger.LedgerEntry;
import io.quittance.ar.ledger.LedgerFact;
import io.quittance.ar.ledger.LedgerStep;
import io.quittance.ar.ledger.PaymentAllocated;
import io.quittance.ar.ledger.PaymentConverted;
import io.quittance.ar.ledger.PaymentReceived;
import io.quittance.ar.ledger.PaymentRefunded;
import io.quittance.ar.ledger.PaymentReturned;
import io.quittance.ar.ledger.ReceivablePosted;
import io.quittance.ar.ledger.ReceivableWrittenOff;
import io.quittance.ar.payment.PaymentId;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Follows the entries of one customer with what is booked of each debt and of each payment. */
final class JournalWriter implements LedgerFact.Cases<List<JournalLine>> {
    private final DocumentAccounts accounts;
    private final OpenAmounts debts = new OpenAmounts();
    private final OpenAmounts money = new OpenAmounts();
    /** Where what is left of a payment or a credit stands. */
    private final Map<PaymentId, AccountKey> accountOf = new HashMap<>();

    private final Map<EntryKey, List<JournalLine>> written = new HashMap<>();

    JournalWriter(DocumentAccounts accounts) {
        this.accounts = accounts;
    }

    /** None for a fact that changes no balance. */
    List<JournalLine> lines(LedgerStep step) {
        var lines = new ArrayList<>(step.entry().fact().match(this));
        for (LedgerEntry undone : step.undone()) {
            Require.present(written.get(undone.key()), "entry " + undone.key()).stream()
                    .map(JournalLine::mirrored)
                    .forEach(lines::add);
        }
        lines.forEach(this::follow);
        written.put(step.entry().key(), lines);
        return lines;
    }

    private void follow(JournalLine line) {
        if (line.account().equals(AccountKey.RECEIVABLES)) {
            debts.change(line);
        } else if (line.account().equals(AccountKey.ON_ACCOUNT)
                || line.account().equals(AccountKey.OPEN_CREDITS)) {
            money.change(line.mirrored());
        }
    }

    @Override
    public List<JournalLine> posted(ReceivablePosted fact) {
        BookedAmount booked = fact.bookedAmount();
        String id = fact.receivable().id().value();
        debts.begin(id, booked);
        var lines = new ArrayList<JournalLine>();
        lines.add(debit(AccountKey.RECEIVABLES, booked, id));
        DocumentShares.lines(accounts.of(fact.receivable()), booked, id).forEach(share -> lines.add(share.mirrored()));
        return lines;
    }

    @Override
    public List<JournalLine> credited(CreditPosted fact) {
        BookedAmount booked = fact.bookedAmount();
        PaymentId id = fact.credit().id();
        money.begin(id.value(), booked);
        accountOf.put(id, AccountKey.OPEN_CREDITS);
        var lines = new ArrayList<>(DocumentShares.lines(accounts.of(fact.credit()), booked, id.value()));
        lines.add(debit(AccountKey.OPEN_CREDITS, booked, id.value()).mirrored());
        return lines;
    }

    @Override
    public List<JournalLine> received(PaymentReceived fact) {
        BookedAmount booked = fact.bookedAmount();
        PaymentId id = fact.payment().id();
        money.begin(id.value(), booked);
        accountOf.put(id, AccountKey.ON_ACCOUNT);
        return List.of(
                debit(AccountKey.BANK, booked, id.value()),
                debit(AccountKey.ON_ACCOUNT, booked, id.value()).mirrored());
    }

    @Override
    public List<JournalLine> allocated(PaymentAllocated fact) {
        PaymentId payment = fact.allocation().payment();
        BookedAmount left = money.get(payment.value());
        var lines = new ArrayList<JournalLine>();
        for (AllocationLine line : fact.allocation().lines()) {
            String item = line.item().value();
            BookedAmount debt = debts.get(item);
            var difference = ExchangeDifference.of(debt, left, line.amount());
            lines.add(debit(account(payment), left.part(line.amount()), payment.value()));
            lines.add(debit(AccountKey.RECEIVABLES, debt.part(line.amount()), item)
                    .mirrored());
            addDifference(lines, difference.gain(), line.amount(), item);
            left = difference.moneyLeft();
        }
        return lines;
    }

    private static void addDifference(List<JournalLine> lines, Amount gain, Amount settled, String item) {
        if (gain.signum() != 0) {
            lines.add(new JournalLine(
                    gain.signum() > 0 ? AccountKey.EXCHANGE_GAINS : AccountKey.EXCHANGE_LOSSES,
                    gain.negate(),
                    Amount.zero(settled.getCurrency()),
                    item));
        }
    }

    @Override
    public List<JournalLine> refunded(PaymentRefunded fact) {
        return paidOut(fact.payment(), fact.amount());
    }

    @Override
    public List<JournalLine> converted(PaymentConverted fact) {
        return paidOut(fact.payment(), fact.amount());
    }

    private List<JournalLine> paidOut(PaymentId payment, Amount amount) {
        BookedAmount part = money.get(payment.value()).part(amount);
        return List.of(
                debit(account(payment), part, payment.value()),
                debit(AccountKey.BANK, part, payment.value()).mirrored());
    }

    @Override
    public List<JournalLine> writtenOff(ReceivableWrittenOff fact) {
        String item = fact.item().value();
        BookedAmount part = debts.get(item).part(fact.amount());
        return List.of(
                debit(AccountKey.WRITE_OFFS, part, item),
                debit(AccountKey.RECEIVABLES, part, item).mirrored());
    }

    /** The lines of what it undoes, mirrored, follow. */
    @Override
    public List<JournalLine> returned(PaymentReturned fact) {
        return List.of();
    }

    /** The lines of what it undoes, mirrored, follow. */
    @Override
    public List<JournalLine> reversed(EntryReversed fact) {
        return List.of();
    }

    @Override
    public List<JournalLine> disputeOpened(DisputeOpened fact) {
        return List.of();
    }

    @Override
    public List<JournalLine> disputeClosed(DisputeClosed fact) {
        return List.of();
    }

    private AccountKey account(PaymentId payment) {
        return Require.present(accountOf.get(payment), "payment " + payment);
    }

    private static JournalLine debit(AccountKey account, BookedAmount amount, String reference) {
        return new JournalLine(account, amount.booked(), amount.amount(), reference);
    }
}
