package io.quittance.ar.statement;

import io.quittance.ar.ledger.CreditPosted;
import io.quittance.ar.ledger.CustomerLedger;
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
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableType;
import io.quittance.ar.settlement.Adjustment;
import io.quittance.ar.settlement.NewItem;
import io.quittance.ar.statement.StatementMovement.Kind;
import io.quittance.core.explain.Explanation;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.AsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What one entry changes of what is owed, on its day or on that of the entry that undoes it. */
final class Movements implements LedgerFact.Cases<List<StatementMovement>> {
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private final LedgerEntry entry;
    /** The same as {@code entry}, if nothing is undone. */
    private final LedgerEntry cause;

    private final List<StatementMovement> movements = new ArrayList<>();

    private Movements(LedgerEntry entry, LedgerEntry cause) {
        this.entry = entry;
        this.cause = cause;
    }

    /** In the order of their days, and of one day in that in which they were recorded. */
    static List<StatementMovement> of(CustomerLedger ledger, Instant knownAt) {
        var all = new ArrayList<StatementMovement>();
        for (LedgerStep step : ledger.steps(AsOf.of(LAST_DAY, knownAt))) {
            LedgerEntry cause = step.entry();
            all.addAll(cause.fact().match(new Movements(cause, cause)));
            for (LedgerEntry undone : step.undone()) {
                all.addAll(undone.fact().match(new Movements(undone, cause)));
            }
        }
        all.sort(Comparator.comparing(StatementMovement::date));
        return List.copyOf(all);
    }

    /** Takes the amount with the sign that it has where nothing is undone. */
    private void add(Kind kind, String reference, Amount amount, Explanation why) {
        if (amount.signum() == 0) {
            return;
        }
        boolean isUndone = !cause.equals(entry);
        EntryKey undone = isUndone ? entry.key() : null;
        movements.add(new StatementMovement(
                cause.key(),
                kind,
                reference,
                cause.effectiveDate(),
                cause.recordedAt(),
                isUndone ? amount.negate() : amount,
                undone,
                isUndone ? why.within(cause.fact() instanceof PaymentReturned ? "returned" : "reversed") : why));
    }

    static Explanation words(Receivable receivable) {
        return receivable.type() == ReceivableType.PRINCIPAL
                ? Explanation.of("statement.invoice", "invoice {0}, due {1}", receivable.id(), receivable.dueDate())
                : Explanation.of(
                        "statement.charge",
                        "{2} {0}, due {1}",
                        receivable.id(),
                        receivable.dueDate(),
                        receivable.type());
    }

    @Override
    public List<StatementMovement> posted(ReceivablePosted fact) {
        Receivable receivable = fact.receivable();
        Kind kind = receivable.type() == ReceivableType.PRINCIPAL ? Kind.INVOICE : Kind.CHARGE;
        add(kind, receivable.id().value(), receivable.amount(), words(receivable));
        return movements;
    }

    @Override
    public List<StatementMovement> credited(CreditPosted fact) {
        String id = fact.credit().id().value();
        add(
                Kind.CREDIT_NOTE,
                id,
                fact.credit().amount().negate(),
                Explanation.of("statement.credit-note", "credit note {0}", id));
        return movements;
    }

    @Override
    public List<StatementMovement> received(PaymentReceived fact) {
        String id = fact.payment().id().value();
        add(Kind.PAYMENT, id, fact.payment().amount().negate(), Explanation.of("statement.payment", "payment {0}", id));
        return movements;
    }

    /** What the money pays, it paid when it arrived; what closes debts beside it, and what is taken of it, counts now. */
    @Override
    public List<StatementMovement> allocated(PaymentAllocated fact) {
        String payment = fact.allocation().payment().value();
        for (Adjustment adjustment : fact.settlement().adjustments()) {
            Kind kind = kind(adjustment.kind());
            if (adjustment.item() == null) {
                add(kind, payment, adjustment.amount(), ofPayment(kind, payment));
            } else {
                String item = adjustment.item().value();
                add(kind, item, adjustment.amount().negate(), ofItem(kind, item, payment));
            }
        }
        for (NewItem added : fact.settlement().newItems()) {
            Receivable receivable = added.receivable();
            add(
                    Kind.MOVED,
                    receivable.id().value(),
                    receivable.amount(),
                    Explanation.of(
                            "statement.moved-to",
                            "{0}, due {1}, instead of {2}",
                            receivable.id(),
                            receivable.dueDate(),
                            added.origin()));
        }
        return movements;
    }

    private static Kind kind(Adjustment.Kind kind) {
        return switch (kind) {
            case EARLY_PAYMENT_DISCOUNT, LATE_DISCOUNT, ALLOWED_DISCOUNT -> Kind.DISCOUNT;
            case TOLERANCE, RECEIPT_TOLERANCE -> Kind.PAYMENT_DIFFERENCE;
            case WITHHOLDING_TAX -> Kind.WITHHOLDING_TAX;
            case BANK_CHARGE -> Kind.BANK_CHARGE;
            case WRITE_OFF -> Kind.WRITE_OFF;
            case MOVED_TO_NEW_ITEM -> Kind.MOVED;
            case OVERPAYMENT_INCOME -> Kind.INCOME;
        };
    }

    private static Explanation ofItem(Kind kind, String item, String payment) {
        return switch (kind) {
            case DISCOUNT -> Explanation.of("statement.discount", "discount on {0} with payment {1}", item, payment);
            case WITHHOLDING_TAX ->
                Explanation.of("statement.withholding-tax", "tax kept of {0} with payment {1}", item, payment);
            case BANK_CHARGE ->
                Explanation.of("statement.bank-charge", "bank charge on {0} with payment {1}", item, payment);
            case WRITE_OFF -> Explanation.of("statement.rest-given-up", "rest of {0} given up", item);
            case MOVED -> Explanation.of("statement.moved-from", "rest of {0} is owed anew", item);
            default -> Explanation.of("statement.paid-short", "difference on {0} with payment {1}", item, payment);
        };
    }

    private static Explanation ofPayment(Kind kind, String payment) {
        return kind == Kind.INCOME
                ? Explanation.of("statement.income", "rest of payment {0} is kept", payment)
                : Explanation.of("statement.paid-over", "difference over with payment {0}", payment);
    }

    @Override
    public List<StatementMovement> refunded(PaymentRefunded fact) {
        String payment = fact.payment().value();
        add(Kind.REFUND, payment, fact.amount(), Explanation.of("statement.refund", "{0} paid out", payment));
        return movements;
    }

    @Override
    public List<StatementMovement> converted(PaymentConverted fact) {
        String payment = fact.payment().value();
        add(
                Kind.CONVERSION,
                payment,
                fact.amount(),
                Explanation.of("statement.conversion", "{0} became {1}", payment, fact.converted()));
        return movements;
    }

    /** What was left of a part that the bank took is gone, and what had been paid out of it is owed; the whole is undone. */
    @Override
    public List<StatementMovement> returned(PaymentReturned fact) {
        String payment = fact.payment().value();
        fact.taken()
                .ifPresent(taken -> add(
                        Kind.RETURN,
                        payment,
                        taken,
                        Explanation.of("statement.return", "taken back of payment {0}", payment)));
        ReceivablePosted owed = fact.owed();
        if (owed != null) {
            Receivable receivable = owed.receivable();
            add(
                    Kind.RETURN,
                    receivable.id().value(),
                    receivable.amount(),
                    Explanation.of(
                            "statement.return-owed",
                            "{0}, due {1}, for what was paid out of payment {2}",
                            receivable.id(),
                            receivable.dueDate(),
                            payment));
        }
        return movements;
    }

    @Override
    public List<StatementMovement> writtenOff(ReceivableWrittenOff fact) {
        String item = fact.item().value();
        add(Kind.WRITE_OFF, item, fact.amount().negate(), Explanation.of("statement.write-off", "{0} given up", item));
        return movements;
    }

    /** What is moved is owed by others in its place, and what is charged beside it is new. */
    @Override
    public List<StatementMovement> rescheduled(DebtRescheduled fact) {
        for (DebtRescheduled.Moved moved : fact.moved()) {
            String item = moved.item().value();
            add(
                    Kind.MOVED,
                    item,
                    moved.amount().negate(),
                    Explanation.of("statement.moved-from", "rest of {0} is owed anew", item));
        }
        for (Receivable debt : fact.owed()) {
            add(
                    Kind.MOVED,
                    debt.id().value(),
                    debt.amount(),
                    Explanation.of("statement.instalment", "{0}, due {1}, of a plan", debt.id(), debt.dueDate()));
        }
        fact.charges().forEach(this::posted);
        return movements;
    }

    @Override
    public List<StatementMovement> reversed(EntryReversed fact) {
        return movements;
    }

    @Override
    public List<StatementMovement> disputeOpened(DisputeOpened fact) {
        return movements;
    }

    @Override
    public List<StatementMovement> disputeStaged(DisputeStaged fact) {
        return movements;
    }

    @Override
    public List<StatementMovement> disputeResolved(DisputeResolved fact) {
        return movements;
    }
}
