package io.quittance.ar.journal;

import io.quittance.ar.allocation.AllocationLine;
import io.quittance.ar.exchange.BookedAmount;
import io.quittance.ar.exchange.ExchangeDifference;
import io.quittance.ar.ledger.CreditPosted;
import io.quittance.ar.ledger.DebtRescheduled;
import io.quittance.ar.ledger.DisputeOpened;
import io.quittance.ar.ledger.DisputeResolved;
import io.quittance.ar.ledger.DisputeStaged;
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
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.settlement.Adjustment;
import io.quittance.ar.settlement.NewItem;
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

    /** What was moved of items and is not owed by new ones yet. */
    private final Map<String, BookedAmount> movedFrom = new HashMap<>();

    private final Instalments instalments = new Instalments();
    private final Map<EntryKey, List<JournalLine>> written = new HashMap<>();

    JournalWriter(DocumentAccounts accounts) {
        this.accounts = accounts;
    }

    /** None for a fact that changes no balance. */
    List<JournalLine> lines(LedgerStep step) {
        List<JournalLine> lines = step.entry().fact().match(this);
        for (LedgerEntry undone : step.undone()) {
            if (undone.fact() instanceof ReceivablePosted posted) {
                instalments.undone(posted.receivable());
            } else if (undone.fact() instanceof DebtRescheduled rescheduled) {
                rescheduled.charges().forEach(charge -> instalments.undone(charge.receivable()));
            }
            Require.present(written.get(undone.key()), "entry " + undone.key())
                    .forEach(line -> write(lines, line.mirrored()));
        }
        written.put(step.entry().key(), lines);
        return lines;
    }

    /** Adds a line unless it is of nothing, and follows what it leaves of a debt or of money. */
    private void write(List<JournalLine> lines, JournalLine line) {
        if (line.amount().signum() != 0 || line.original().signum() != 0) {
            lines.add(line);
        }
        if (line.account().equals(AccountKey.RECEIVABLES)) {
            debts.change(line);
        } else if (line.account().equals(AccountKey.ON_ACCOUNT)
                || line.account().equals(AccountKey.OPEN_CREDITS)) {
            money.change(line.mirrored());
        }
    }

    private void debit(List<JournalLine> lines, AccountKey account, BookedAmount amount, String reference) {
        write(lines, new JournalLine(account, amount.booked(), amount.amount(), reference));
    }

    private void credit(List<JournalLine> lines, AccountKey account, BookedAmount amount, String reference) {
        write(lines, new JournalLine(account, amount.booked(), amount.amount(), reference).mirrored());
    }

    @Override
    public List<JournalLine> posted(ReceivablePosted fact) {
        Receivable receivable = fact.receivable();
        BookedAmount booked = fact.bookedAmount();
        String id = receivable.id().value();
        var lines = new ArrayList<JournalLine>();
        owed(lines, id, booked);
        List<DocumentShare> shares = accounts.of(receivable);
        if (!receivable.item().equals(receivable.id())) {
            shares = instalments.of(receivable, shares);
        }
        DocumentShares.lines(shares, booked, id).forEach(share -> write(lines, share.mirrored()));
        return lines;
    }

    /** A debt that there was not before is a debit. */
    private void owed(List<JournalLine> lines, String id, BookedAmount booked) {
        debts.begin(id, booked);
        debit(lines, AccountKey.RECEIVABLES, booked, id);
    }

    @Override
    public List<JournalLine> credited(CreditPosted fact) {
        BookedAmount booked = fact.bookedAmount();
        PaymentId id = fact.credit().id();
        var lines = new ArrayList<JournalLine>();
        money.begin(id.value(), booked);
        accountOf.put(id, AccountKey.OPEN_CREDITS);
        DocumentShares.lines(accounts.of(fact.credit()), booked, id.value()).forEach(share -> write(lines, share));
        credit(lines, AccountKey.OPEN_CREDITS, booked, id.value());
        return lines;
    }

    @Override
    public List<JournalLine> received(PaymentReceived fact) {
        BookedAmount booked = fact.bookedAmount();
        PaymentId id = fact.payment().id();
        var lines = new ArrayList<JournalLine>();
        money.begin(id.value(), booked);
        accountOf.put(id, AccountKey.ON_ACCOUNT);
        debit(lines, AccountKey.BANK, booked, id.value());
        credit(lines, AccountKey.ON_ACCOUNT, booked, id.value());
        return lines;
    }

    @Override
    public List<JournalLine> allocated(PaymentAllocated fact) {
        PaymentId payment = fact.allocation().payment();
        var lines = new ArrayList<JournalLine>();
        for (AllocationLine line : fact.allocation().lines()) {
            allocated(lines, payment, line);
        }
        for (Adjustment adjustment : fact.settlement().adjustments()) {
            adjusted(lines, payment, adjustment);
        }
        for (NewItem added : fact.settlement().newItems()) {
            moved(lines, added);
        }
        return lines;
    }

    private void allocated(List<JournalLine> lines, PaymentId payment, AllocationLine line) {
        String item = line.item().value();
        BookedAmount paid = money.get(payment.value()).part(line.amount());
        BookedAmount closed = debts.get(item).part(line.amount());
        Amount gain = ExchangeDifference.of(closed, paid).gain();
        debit(lines, account(payment), paid, payment.value());
        credit(lines, AccountKey.RECEIVABLES, closed, item);
        exchanged(lines, gain, line.amount(), item);
    }

    /** What closes an item without money is a debit at what the item is booked at; what takes money of the payment is a credit. */
    private void adjusted(List<JournalLine> lines, PaymentId payment, Adjustment adjustment) {
        if (adjustment.item() == null) {
            BookedAmount taken = money.get(payment.value()).part(adjustment.amount());
            debit(lines, account(payment), taken, payment.value());
            credit(lines, account(adjustment.kind()), taken, payment.value());
            return;
        }
        String item = adjustment.item().value();
        BookedAmount closed = debts.get(item).part(adjustment.amount());
        if (adjustment.kind() == Adjustment.Kind.MOVED_TO_NEW_ITEM) {
            movedFrom.merge(item, closed, BookedAmount::and);
        } else {
            AccountKey account = account(adjustment.kind());
            Amount tax = account.equals(AccountKey.DISCOUNTS_ALLOWED)
                    ? adjustment.tax()
                    : Amount.zero(adjustment.tax().getCurrency());
            debit(lines, account, closed.without(tax), item);
            debit(lines, AccountKey.TAX, closed.part(tax), item);
        }
        credit(lines, AccountKey.RECEIVABLES, closed, item);
    }

    /** The new item has what was moved of the old one, in both currencies. */
    private void moved(List<JournalLine> lines, NewItem added) {
        String origin = added.origin().value();
        String id = added.receivable().id().value();
        BookedAmount left = Require.present(movedFrom.get(origin), origin);
        BookedAmount part = left.part(added.receivable().amount());
        movedFrom.put(origin, left.without(part.amount()));
        owed(lines, id, part);
    }

    private static AccountKey account(Adjustment.Kind kind) {
        return switch (kind) {
            case EARLY_PAYMENT_DISCOUNT, LATE_DISCOUNT, ALLOWED_DISCOUNT -> AccountKey.DISCOUNTS_ALLOWED;
            case TOLERANCE, RECEIPT_TOLERANCE -> AccountKey.PAYMENT_DIFFERENCES;
            case WITHHOLDING_TAX -> AccountKey.WITHHOLDING_TAX;
            case BANK_CHARGE -> AccountKey.BANK_CHARGES;
            case WRITE_OFF -> AccountKey.WRITE_OFFS;
            case OVERPAYMENT_INCOME -> AccountKey.OVERPAYMENT_INCOME;
            case MOVED_TO_NEW_ITEM -> AccountKey.RECEIVABLES;
        };
    }

    @Override
    public List<JournalLine> refunded(PaymentRefunded fact) {
        return paidOut(fact.payment(), fact.amount());
    }

    /**
     * The money stays where it is, at what it was booked at; what the customer has of it from now on stands at what the other ledger says.
     * The difference is realised (ar.md 4.18: received base - applied base).
     */
    @Override
    public List<JournalLine> converted(PaymentConverted fact) {
        String payment = fact.payment().value();
        BookedAmount part = money.get(payment).part(fact.amount());
        Amount becomes = becomes(fact, part.booked());
        var lines = new ArrayList<JournalLine>();
        debit(lines, account(fact.payment()), part, payment);
        write(lines, new JournalLine(AccountKey.BANK, becomes, part.amount(), payment).mirrored());
        exchanged(lines, part.booked().subtract(becomes), part.amount(), payment);
        return lines;
    }

    /** What the other amount stands at; at what this one does, where nothing else is known. */
    private static Amount becomes(PaymentConverted fact, Amount booked) {
        if (fact.booked() != null) {
            return fact.booked();
        }
        String books = booked.getCurrency().getCurrencyCode();
        return fact.converted().getCurrency().getCurrencyCode().equals(books) ? fact.converted() : booked;
    }

    /** A gain, or below zero a loss, which has no amount in the currency of the document. */
    private void exchanged(List<JournalLine> lines, Amount gain, Amount document, String reference) {
        AccountKey account = gain.signum() > 0 ? AccountKey.EXCHANGE_GAINS : AccountKey.EXCHANGE_LOSSES;
        write(lines, new JournalLine(account, gain.negate(), Amount.zero(document.getCurrency()), reference));
    }

    private List<JournalLine> paidOut(PaymentId payment, Amount amount) {
        BookedAmount part = money.get(payment.value()).part(amount);
        var lines = new ArrayList<JournalLine>();
        debit(lines, account(payment), part, payment.value());
        credit(lines, AccountKey.BANK, part, payment.value());
        return lines;
    }

    @Override
    public List<JournalLine> writtenOff(ReceivableWrittenOff fact) {
        String item = fact.item().value();
        BookedAmount part = debts.get(item).part(fact.amount());
        var lines = new ArrayList<JournalLine>();
        debit(lines, AccountKey.WRITE_OFFS, part, item);
        credit(lines, AccountKey.RECEIVABLES, part, item);
        return lines;
    }

    /** The bank takes a part of what is on account, and what is owed for it; of the whole, the lines of what it undoes, mirrored, follow. */
    @Override
    public List<JournalLine> returned(PaymentReturned fact) {
        List<JournalLine> lines =
                fact.taken().map(taken -> paidOut(fact.payment(), taken)).orElseGet(ArrayList::new);
        ReceivablePosted owed = fact.owed();
        if (owed != null) {
            String id = owed.receivable().id().value();
            owed(lines, id, owed.bookedAmount());
            credit(lines, AccountKey.BANK, owed.bookedAmount(), fact.payment().value());
        }
        return lines;
    }

    /** The lines of what it undoes, mirrored, follow. */
    @Override
    public List<JournalLine> reversed(EntryReversed fact) {
        return new ArrayList<>();
    }

    @Override
    public List<JournalLine> disputeOpened(DisputeOpened fact) {
        return new ArrayList<>();
    }

    @Override
    public List<JournalLine> disputeStaged(DisputeStaged fact) {
        return new ArrayList<>();
    }

    @Override
    public List<JournalLine> disputeResolved(DisputeResolved fact) {
        return new ArrayList<>();
    }

    /** What is moved stays receivable, at what it is booked at, of which each new debt takes its share; charges are as any new debt. */
    @Override
    public List<JournalLine> rescheduled(DebtRescheduled fact) {
        var lines = new ArrayList<JournalLine>();
        BookedAmount left = null;
        for (DebtRescheduled.Moved moved : fact.moved()) {
            String item = moved.item().value();
            BookedAmount part = debts.get(item).part(moved.amount());
            credit(lines, AccountKey.RECEIVABLES, part, item);
            left = left == null ? part : left.and(part);
        }
        BookedAmount rest = Require.present(left, "moved");
        for (Receivable debt : fact.owed()) {
            owed(lines, debt.id().value(), rest.part(debt.amount()));
            rest = rest.without(debt.amount());
        }
        fact.charges().forEach(charge -> lines.addAll(posted(charge)));
        return lines;
    }

    private AccountKey account(PaymentId payment) {
        return Require.present(accountOf.get(payment), "payment " + payment);
    }
}
